package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.http.ApiException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * What is read together goes out as one request where DSM takes that, and nobody notices
 * where it does not.
 */
class ReadsTogetherTests {

	private static final String COMPOUND = "SYNO.Entry.Request/request";

	private static final String PROFILE = "SYNO.Core.Directory.SSO.Profile/get";

	private static final String INFO = "SYNO.DSM.Info/getinfo";

	private final Nas nas = Nas.running();

	private DsmSession session;

	private SsoClient known;

	@BeforeEach
	void signIn() {
		this.nas.withoutASocket();
		this.session = this.nas.session();
		this.known = this.session.ssoClient();
		this.nas.forget();
	}

	@AfterEach
	void stop() {
		this.nas.close();
	}

	@Test
	void aSignInIsTwoRequestsAndSoIsALookAtEverything() {
		this.nas.signIn(Nas.ADMINISTRATOR);
		assertThat(this.nas.requests()).hasSize(4);
		this.nas.forget();
		Snapshot snapshot = this.session.snapshot();
		assertThat(snapshot.sso().get()).isEqualTo(this.known);
		assertThat(snapshot.description().get().model()).isEqualTo("DS920+");
		assertThat(snapshot.accounts().get().accounts()).isNotEmpty();
		assertThat(snapshot.connections().get()).isNotEmpty();
		assertThat(snapshot.clock().get()).isPresent();
		assertThat(this.nas.requests()).hasSize(1);
	}

	@Test
	void whatTwoPartsNeedIsAskedOnce() {
		this.session.snapshot();
		assertThat(this.nas.heard("SYNO.Core.Directory.Domain/get")).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 101, 102, 103, 104, 105, 113, 117, 120 })
	void aDsmThatRefusesCompoundsIsAskedOneByOneFromThenOn(int code) {
		this.nas.answering(COMPOUND, "{\"error\":{\"code\":%d},\"success\":false}".formatted(code));
		assertThat(this.session.ssoClient()).isEqualTo(this.known);
		assertThat(this.session.ssoClient()).isEqualTo(this.known);
		assertThat(this.nas.heard(COMPOUND)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"success\":true}", "{\"data\":{\"result\":[]},\"success\":true}",
			"{\"data\":{\"result\":{}},\"success\":true}", "{\"data\":{\"result\":[7,null,\"\"]},\"success\":true}",
			"{\"data\":{\"result\":[{},{},{}]},\"success\":true}", "[]", "not JSON" })
	void anAnswerOfAnotherShapeIsNoneAtAll(String json) {
		this.nas.answering(COMPOUND, json);
		assertThat(this.session.ssoClient()).isEqualTo(this.known);
	}

	@Test
	void anAnswerToAnotherCallIsNotTakenForThisOne() {
		this.nas.answering(COMPOUND,
				"""
						{"data":{"result":[
						{"api":"SYNO.Core.Directory.SSO.Setting","method":"get","data":{"sso_default_login":true},"success":true},
						{"api":"SYNO.Core.Directory.SSO.Profile","method":"get","data":{"sso_enable":true,"sso_profile":"x"},
						"success":true}]},"success":true}""");
		assertThat(this.session.ssoClient()).isEqualTo(this.known);
	}

	@ParameterizedTest
	@EnumSource(names = { "LOST", "SILENT", "CUT" })
	void anAnswerThatIsLostIsAskedForOneByOne(Delivery delivery) {
		this.nas.spoiling(COMPOUND, delivery);
		assertThat(this.session.ssoClient()).isEqualTo(this.known);
	}

	@Test
	void anAnswerThatAWebServerWillNotPassOnIsAskedForOneByOne() {
		this.nas.answering(COMPOUND, LabResponse.html(403, "blocked"));
		assertThat(this.session.ssoClient()).isEqualTo(this.known);
	}

	@Test
	void aMemberThatIsRefusedCountsOnlyWhereItIsRefusedAloneToo() {
		this.nas.refusingMembers(PROFILE, 105);
		assertThat(this.session.ssoClient()).isEqualTo(this.known);
		assertThat(this.nas.heard(PROFILE)).hasSize(2);
	}

	@Test
	void onePartThatCannotBeReadKeepsNoOtherAway() {
		this.nas.answering(INFO, "{\"error\":{\"code\":103},\"success\":false}");
		Snapshot snapshot = this.session.snapshot();
		assertThat(snapshot.sso().get()).isEqualTo(this.known);
		assertThatExceptionOfType(DsmException.class).isThrownBy(snapshot.description()::get)
			.satisfies((ex) -> assertThat(ex.code().number()).isEqualTo(103));
	}

	@ParameterizedTest
	@ValueSource(ints = { 106, 107, 119 })
	void aSessionThatIsGoneIsToldAtOnce(int code) {
		this.nas.answering(PROFILE, "{\"error\":{\"code\":%d},\"success\":false}".formatted(code));
		assertThatExceptionOfType(DsmException.class).isThrownBy(this.session::ssoClient)
			.satisfies((ex) -> assertThat(ex.code().isSessionGone()).isTrue());
		assertThat(this.nas.requests()).hasSize(1);
	}

	@Test
	void aNasThatIsGoneIsAskedOnce() {
		this.nas.spoiling(COMPOUND, Delivery.REFUSED);
		assertThatExceptionOfType(ApiException.class).isThrownBy(this.session::ssoClient);
		assertThat(this.nas.requests()).hasSize(1);
	}

}
