package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class WriteOutcomeTests {

	private static final String SET = "SYNO.Core.Directory.SSO.Profile/set";

	private final Nas nas = Nas.running();

	private DsmSession session;

	@BeforeEach
	void signIn() {
		this.session = this.nas.session();
		this.nas.forget();
	}

	@AfterEach
	void stop() {
		this.nas.close();
	}

	@ParameterizedTest
	@CsvSource({ "LOST, ANSWER_LOST", "SILENT, TOO_SLOW", "TRICKLED, TOO_SLOW", "CUT, ANSWER_LOST" })
	void aLostAnswerLeavesOpenWhetherItWasDoneAndIsNotRepeated(Delivery delivery, Kind kind) {
		this.session = this.nas.withoutASocket().session();
		this.nas.spoiling(SET, delivery);
		assertOutcomeIsOpen(kind);
		assertThat(this.nas.heard(SET)).hasSize(1);
		assertThat(this.nas.world().sso().enabled()).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "200, SOMETHING_ELSE", "302, SOMETHING_ELSE", "403, SOMETHING_ELSE", "500, OUT_OF_ORDER",
			"502, OUT_OF_ORDER", "504, OUT_OF_ORDER" })
	void aProxysPageLeavesOpenWhetherItWasDone(int status, Kind kind) {
		this.nas.answering(SET, LabResponse.html(status, "<html>proxy</html>"));
		assertOutcomeIsOpen(kind);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{\"succ", "true", "{\"success\":1}", "{\"error\":{},\"success\":false}" })
	void anUnreadableAnswerLeavesOpenWhetherItWasDone(String body) {
		this.nas.answering(SET, body);
		assertOutcomeIsOpen(Kind.UNREADABLE);
	}

	@Test
	void anAnswerWithoutEndIsGivenUp() {
		this.nas.answering(SET, "{\"success\":true,\"data\":\"" + "x".repeat(1 << 20) + "\"}");
		assertOutcomeIsOpen(Kind.TOO_LARGE);
	}

	@Test
	void anAnswerOfEndlessDepthIsUnreadable() {
		this.nas.answering(SET, "[".repeat(10_000));
		assertOutcomeIsOpen(Kind.UNREADABLE);
	}

	@ParameterizedTest
	@CsvSource({ "100, true", "102, false", "105, false", "109, true", "111, true", "112, false", "117, true",
			"118, true", "119, false", "120, false", "125, true", "1501, false" })
	void aRefusalIsDefiniteUnlessDsmWasUnsure(int number, boolean open) {
		this.nas.answering(SET, "{\"error\":{\"code\":%d},\"success\":false}".formatted(number));
		assertThatExceptionOfType(DsmException.class).isThrownBy(this::save).satisfies((ex) -> {
			assertThat(ex.code()).isEqualTo(new DsmErrorCode("SYNO.Core.Directory.SSO.Profile", number));
			assertThat(ex.code().leavesOutcomeOpen()).isEqualTo(open);
		});
	}

	@ParameterizedTest
	@CsvSource({ "105, dsm.not-administrator", "106, dsm.session-gone", "107, dsm.session-gone",
			"119, dsm.session-gone", "120, dsm.value-refused", "1501, dsm.being-configured", "403, dsm.other-code",
			"999, dsm.other-code" })
	void aRefusalIsToldInWords(int number, String problem) {
		this.nas.answering(SET,
				"{\"error\":{\"code\":%d,\"errors\":{\"name\":\"x\"}},\"success\":false}".formatted(number));
		assertThatExceptionOfType(DsmException.class).isThrownBy(this::save)
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo(problem));
	}

	@Test
	void aSessionThatEndedIsToldAsSuch() {
		this.nas.world().sessions().endAll();
		assertThatExceptionOfType(DsmException.class).isThrownBy(this::save)
			.satisfies((ex) -> assertThat(ex.code().isSessionGone()).isTrue());
	}

	@Test
	void leavingTwiceIsNoError() {
		this.session.close();
		this.session.close();
		assertThat(this.nas.world().sessions().count()).isZero();
	}

	@Test
	void leavingANasThatIsGoneIsNoError() {
		this.nas.close();
		this.session.close();
		assertThat(this.nas.heard()).isEmpty();
	}

	private void save() {
		this.session.saveSsoProfile(SsoProfile.oidcEnabled());
	}

	private void assertOutcomeIsOpen(Kind kind) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(this::save).satisfies((ex) -> {
			assertThat(ex.failure().kind()).isEqualTo(kind);
			assertThat(ex.failure().nothingSent()).isFalse();
		});
	}

}
