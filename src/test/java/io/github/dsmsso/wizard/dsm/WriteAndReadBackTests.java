package io.github.dsmsso.wizard.dsm;

import java.util.Optional;

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
 * A write comes back with what DSM holds afterwards, and is sent once, whatever becomes
 * of the answer.
 */
class WriteAndReadBackTests {

	private static final String COMPOUND = "SYNO.Entry.Request/request";

	private static final String SET = "SYNO.Core.Directory.SSO.Profile/set";

	private static final String GET = "SYNO.Core.Directory.SSO.Profile/get";

	private static final SsoProfile OFF = new SsoProfile(false, "azure");

	private final Nas nas = Nas.running();

	private DsmSession session;

	@BeforeEach
	void signIn() {
		this.nas.withoutASocket();
		this.session = this.nas.session();
		this.nas.forget();
	}

	@AfterEach
	void stop() {
		this.nas.close();
	}

	@Test
	void aWriteBringsAllThreeObjectsAlong() {
		assertThat(this.session.saveSsoProfile(OFF)).hasValueSatisfying((seen) -> {
			assertThat(seen.profile()).isEqualTo(OFF);
			assertThat(seen).isEqualTo(this.session.ssoClient());
		});
		assertThat(this.nas.requests()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(ints = { 101, 102, 103, 104, 105, 113, 114, 120 })
	void whereDsmDoesNotWantACompoundTheWriteIsSentAlone(int code) {
		this.nas.answering(COMPOUND, "{\"error\":{\"code\":%d},\"success\":false}".formatted(code));
		assertThat(this.session.saveSsoProfile(OFF)).isEmpty();
		assertThat(this.session.ssoProfile()).isEqualTo(OFF);
		assertThat(this.session.saveSsoProfile(OFF)).isEmpty();
		assertThat(this.nas.heard(COMPOUND)).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 112, 113 })
	void whereDsmDoesNotWantThisMemberTheWriteIsSentAlone(int code) {
		this.nas.refusingMembers(SET, code);
		assertThat(this.session.saveSsoProfile(OFF)).isEmpty();
		assertThat(this.session.ssoProfile()).isEqualTo(OFF);
	}

	@ParameterizedTest
	@ValueSource(ints = { 100, 109, 110, 111, 117, 118, 125 })
	void whereItMayHaveBeenDoneItIsNotSentAgain(int code) {
		this.nas.answering(COMPOUND, "{\"error\":{\"code\":%d},\"success\":false}".formatted(code));
		assertThatExceptionOfType(DsmException.class).isThrownBy(() -> this.session.saveSsoProfile(OFF))
			.satisfies((ex) -> assertThat(ex.code().leavesOutcomeOpen()).isTrue());
		assertThat(this.nas.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(ints = { 105, 119, 120 })
	void aRefusalOfTheWriteIsItsOwn(int code) {
		this.nas.answering(SET, "{\"error\":{\"code\":%d},\"success\":false}".formatted(code));
		assertThatExceptionOfType(DsmException.class).isThrownBy(() -> this.session.saveSsoProfile(OFF))
			.satisfies(
					(ex) -> assertThat(ex.code()).isEqualTo(new DsmErrorCode("SYNO.Core.Directory.SSO.Profile", code)));
		assertThat(this.nas.requests()).hasSize(1);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"success\":true}", "{\"data\":{\"result\":[]},\"success\":true}", "[]", "no JSON" })
	void anAnswerThatDoesNotSayWhetherItWasDoneLeavesItOpen(String json) {
		this.nas.answering(COMPOUND, json);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.session.saveSsoProfile(OFF))
			.satisfies((ex) -> assertThat(ex.failure().nothingSent()).isFalse());
		assertThat(this.nas.requests()).hasSize(1);
	}

	@ParameterizedTest
	@EnumSource(names = { "LOST", "SILENT", "CUT" })
	void anAnswerThatIsLostLeavesItOpen(Delivery delivery) {
		this.nas.spoiling(COMPOUND, delivery);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.session.saveSsoProfile(OFF));
		assertThat(this.nas.requests()).hasSize(1);
	}

	@Test
	void whatDoesNotComeAlongIsReadByItself() {
		this.nas.refusingMembers(GET, 105);
		Optional<SsoClient> seen = this.session.saveSsoProfile(OFF);
		assertThat(seen).isEmpty();
		assertThat(this.nas.heard(SET)).hasSize(1);
		assertThat(this.session.ssoProfile()).isEqualTo(OFF);
	}

}
