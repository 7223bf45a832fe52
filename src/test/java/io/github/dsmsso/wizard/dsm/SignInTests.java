package io.github.dsmsso.wizard.dsm;

import java.util.Map;
import java.util.function.Consumer;

import io.github.dsmsso.lab.dsm.world.Account;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.dsm.SignIn.Outcome;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.Secret;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SignInTests {

	private static final String LOGIN = "SYNO.API.Auth/login";

	private static final String LOGOUT = "SYNO.API.Auth/logout";

	private static final String FIRST_LOOK = "SYNO.Entry.Request/request";

	private static final String PROOF = "SYNO.Core.Directory.SSO.Profile/get";

	private Nas nas = Nas.running();

	@AfterEach
	void stop() {
		this.nas.close();
	}

	@Test
	void anAdministratorIsSignedIn() {
		SignIn signIn = this.nas.signIn(Nas.ADMINISTRATOR);
		assertThat(signIn.outcome()).isEqualTo(Outcome.SIGNED_IN);
		assertThat(signIn.requireSession().account()).isEqualTo(Nas.ADMINISTRATOR);
		assertThat(this.nas.world().sessions().count()).isOne();
	}

	@Test
	void theRequestIsTheOneOfDsmsGuide() {
		this.nas.signIn(Nas.ADMINISTRATOR);
		assertThat(this.nas.heard(LOGIN)).singleElement().satisfies((request) -> {
			assertThat(request.method()).isEqualTo("POST");
			assertThat(request.query()).isEmpty();
			assertThat(request.formParameters()).containsOnly(Map.entry("api", "SYNO.API.Auth"),
					Map.entry("version", "7"), Map.entry("method", "login"), Map.entry("account", Nas.ADMINISTRATOR),
					Map.entry("passwd", DemoNas.PASSWORD), Map.entry("session", "webui"), Map.entry("format", "sid"),
					Map.entry("enable_syno_token", "yes"));
		});
	}

	@Test
	void noSecretEverStandsInAUrl() {
		this.nas.session().close();
		assertThat(this.nas.heard()).allSatisfy((request) -> assertThat(request.query()).isEmpty());
	}

	@Test
	void aSecondFactorIsAskedForAndThenTaken() {
		assertThat(this.nas.signIn(DemoNas.OTP_ADMINISTRATOR).outcome()).isEqualTo(Outcome.CODE_REQUIRED);
		String code = this.nas.world().account(DemoNas.OTP_ADMINISTRATOR).currentCode(Nas.NOW);
		assertThat(this.nas.signIn(DemoNas.OTP_ADMINISTRATOR, code).outcome()).isEqualTo(Outcome.SIGNED_IN);
		assertThat(this.nas.heard(LOGIN)).extracting((request) -> request.formParameters().get("otp_code"))
			.containsExactly(null, code);
	}

	@Test
	void anEmptyCodeIsNoCode() {
		assertThat(this.nas.signIn(DemoNas.OTP_ADMINISTRATOR, "").outcome()).isEqualTo(Outcome.CODE_REQUIRED);
		assertThat(this.nas.heard(LOGIN)).noneMatch((request) -> request.formParameters().containsKey("otp_code"));
	}

	@Test
	void aCodeThatWasUsedIsRefused() {
		String code = this.nas.world().account(DemoNas.OTP_ADMINISTRATOR).currentCode(Nas.NOW);
		this.nas.signIn(DemoNas.OTP_ADMINISTRATOR, code);
		assertRefused(this.nas.signIn(DemoNas.OTP_ADMINISTRATOR, code), 404, "dsm.wrong-code");
	}

	@Test
	void aMailedCodeIsAskedForAndThenTaken() {
		this.nas.world().account("anna").asksForMailedCode("112233");
		SignIn first = this.nas.signIn("anna");
		assertThat(first.outcome()).isEqualTo(Outcome.CODE_REQUIRED);
		assertThat(first.code()).isEqualTo(new DsmErrorCode("SYNO.API.Auth", 414));
		assertThat(this.nas.signIn("anna", "112233").outcome()).isEqualTo(Outcome.SIGNED_IN);
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"error\":{\"code\":403},\"success\":false}",
			"{\"error\":{\"code\":403,\"errors\":[]},\"success\":false}",
			"{\"error\":{\"code\":403,\"errors\":{\"types\":[{\"type\":\"otp\"}]}},\"success\":false}" })
	void theCodeIsAskedForWhateverFormTheErrorHas(String body) {
		this.nas.answering(LOGIN, body);
		assertThat(this.nas.signIn("anna").outcome()).isEqualTo(Outcome.CODE_REQUIRED);
		assertThat(this.nas.signIn("anna", "000000").outcome()).isEqualTo(Outcome.REFUSED);
	}

	@Test
	void aWrongPasswordIsRefused() {
		SignIn signIn = this.nas.api()
			.signIn(this.nas.discovered(), new DsmCredentials("anna", Secret.of("wrong"), null));
		assertRefused(signIn, 400, "dsm.wrong-password");
	}

	@ParameterizedTest
	@EnumSource
	void anAccountInTroubleIsRefusedWithItsOwnWords(Trouble trouble) {
		trouble.befall.accept(this.nas.world().account("anna"));
		assertRefused(this.nas.signIn("anna"), trouble.code, trouble.problem);
	}

	@Test
	void aBlockedAddressIsRefusedWithItsOwnWords() {
		this.nas.world().autoBlock().block("127.0.0.1");
		assertRefused(this.nas.signIn("anna"), 407, "dsm.blocked");
	}

	@Test
	void whoDoesNotAdministerIsSignedOutAgain() {
		SignIn signIn = this.nas.signIn("carla");
		assertThat(signIn.outcome()).isEqualTo(Outcome.NOT_ADMINISTRATOR);
		assertThat(this.nas.world().sessions().count()).isZero();
	}

	@Test
	void anAdministratorWhomDsmTakesForAStrangerIsSignedOutAgain() {
		this.nas.world().seesClientsFromOutside(true);
		assertThat(this.nas.signIn("anna").outcome()).isEqualTo(Outcome.NOT_ADMINISTRATOR);
		assertThat(this.nas.world().sessions().count()).isZero();
	}

	@Test
	void aPortOfASingleApplicationIsRefusedAndLeft() {
		this.nas.answering(LOGIN, "{\"data\":{\"is_portal_port\":true,\"sid\":\"abc\"},\"success\":true}");
		assertRefused(this.nas.signIn("anna"), 405, "dsm.portal-only");
		assertThat(this.nas.heard(LOGOUT)).hasSize(1);
	}

	@Test
	void aProofWithoutAnAnswerSignsOutAgain() {
		this.nas.answering(PROOF, LabResponse.html(502, "bad gateway"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.nas.signIn("anna"))
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.OUT_OF_ORDER));
		assertThat(this.nas.world().sessions().count()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ "LOST, ANSWER_LOST", "SILENT, TOO_SLOW", "TRICKLED, TOO_SLOW", "CUT, ANSWER_LOST" })
	void aSignInWhoseAnswerIsLostIsNotRepeated(Delivery delivery, Kind kind) {
		this.nas.withoutASocket().spoiling(LOGIN, delivery);
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.nas.signIn("anna", "123456"))
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(kind));
		assertThat(this.nas.heard(LOGIN)).hasSize(1);
	}

	@Test
	void anAnswerWithoutASessionIsUnreadable() {
		this.nas.answering(LOGIN, "{\"data\":{\"sid\":17},\"success\":true}");
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> this.nas.signIn("anna"))
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.UNREADABLE));
	}

	@Test
	void theSessionTravelsAsDsmsOwnPagesSendIt() {
		answerSignInWith("7e-1_x", "PuQ2fXxJ9w1c.");
		LabRequest look = this.nas.heard(FIRST_LOOK).get(0);
		assertThat(look.cookie("id")).isEqualTo("7e-1_x");
		assertThat(look.header("X-SYNO-TOKEN")).isEqualTo("PuQ2fXxJ9w1c.");
		assertThat(look.formParameters()).containsOnlyKeys("api", "version", "method", "mode", "stop_when_error",
				"compound");
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "--------" })
	void noTokenIsSentWhereNoneWasIssued(String token) {
		answerSignInWith("abc", token);
		assertThat(this.nas.heard(FIRST_LOOK).get(0).header("X-SYNO-TOKEN")).isNull();
		assertThat(this.nas.heard(FIRST_LOOK).get(0).formParameters()).doesNotContainKey("SynoToken");
	}

	@Test
	void aTokenThatFitsNoHeaderGoesIntoTheBody() {
		answerSignInWith("abc", "Syñ0_T0k€ñ");
		assertThat(this.nas.heard(FIRST_LOOK).get(0).formParameters()).containsEntry("SynoToken", "Syñ0_T0k€ñ");
	}

	@Test
	void aSessionIdThatFitsNoCookieGoesIntoTheBody() {
		answerSignInWith("a;b", "t");
		assertThat(this.nas.heard(FIRST_LOOK).get(0).formParameters()).containsEntry("_sid", "a;b");
		assertThat(this.nas.heard(FIRST_LOOK).get(0).header("Cookie")).isNull();
	}

	/** DSM knows no session that somebody else has made up. */
	private void answerSignInWith(String sid, String token) {
		this.nas.answering(LOGIN, """
				{"data":{"is_portal_port":false,"sid":"%s","synotoken":"%s"},"success":true}""".formatted(sid, token));
		assertThatExceptionOfType(DsmException.class).isThrownBy(() -> this.nas.signIn("anna"))
			.satisfies((ex) -> assertThat(ex.code().isSessionGone()).isTrue());
	}

	private static void assertRefused(SignIn signIn, int number, String problem) {
		assertThat(signIn.outcome()).isEqualTo(Outcome.REFUSED);
		assertThat(signIn.code()).isEqualTo(new DsmErrorCode("SYNO.API.Auth", number));
		assertThat(signIn.code().problem().code()).isEqualTo(problem);
	}

	enum Trouble {

		DISABLED(401, "dsm.account-disabled", Account::disabled),

		WITHOUT_PRIVILEGE(402, "dsm.not-permitted", Account::withoutDsmPrivilege),

		SECOND_FACTOR_ENFORCED(406, "dsm.second-factor-not-set-up", Account::mustSetUpSecondFactor),

		PASSWORD_EXPIRED_FOR_GOOD(408, "dsm.password-expired", Account::passwordExpiredForGood),

		PASSWORD_EXPIRED(409, "dsm.password-expired", Account::passwordExpired),

		PASSWORD_TO_BE_CHANGED(410, "dsm.password-expired", Account::mustChangePassword),

		LOCKED(411, "dsm.account-locked", Account::locked);

		private final int code;

		private final String problem;

		private final Consumer<Account> befall;

		Trouble(int code, String problem, Consumer<Account> befall) {
			this.code = code;
			this.problem = problem;
			this.befall = befall;
		}

	}

}
