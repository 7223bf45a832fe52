package io.github.dsmsso.lab.dsm;

import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.ConnectionLog;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.Totp;
import io.github.dsmsso.lab.http.LabResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for signing in with a password, and for sessions. */
class AuthTests {

	private static final String PROFILE = "SYNO.Core.Directory.SSO.Profile";

	private final DsmScene scene = DsmScene.of(DsmVersion.DSM_7_2_2);

	private final DsmWorld world = this.scene.world;

	private final DsmCalls anyone = this.scene.anyone();

	@Test
	void anAdministratorGetsSessionAndToken() {
		JsonNode data = this.anyone
			.login("account", "setup-admin", "passwd", DemoNas.PASSWORD, "session", "webui", "format", "sid",
					"enable_syno_token", "yes")
			.path("data");
		assertThat(data.propertyNames()).containsExactly("account", "ik_message", "is_portal_port", "sid", "synotoken");
		assertThat(data.path("sid").asString()).hasSize(86);
		assertThat(data.path("is_portal_port").isBoolean()).isTrue();
	}

	@Test
	void aTokenNotAskedForIsNotThereOrAPlaceholder() {
		String[] plain = { "account", "anna", "passwd", DemoNas.PASSWORD };
		assertThat(this.anyone.login(plain).path("data").has("synotoken")).isFalse();
		this.world.assume(DsmAssumption.NO_TOKEN_UNASKED, false);
		assertThat(this.anyone.login(plain).path("data").path("synotoken").asString()).isEqualTo("--------");
	}

	@Test
	void theCookieComesUnlessTheIdIsAskedFor() {
		assertThat(loginPage("cookie").headers().get("Set-Cookie")).singleElement()
			.asString()
			.startsWith("id=")
			.contains("HttpOnly");
		assertThat(loginPage("sid").headers()).doesNotContainKey("Set-Cookie");
	}

	private LabResponse loginPage(String format) {
		return this.anyone.post("/webapi/entry.cgi", Map.of("api", "SYNO.API.Auth", "version", "7", "method", "login",
				"account", "anna", "passwd", DemoNas.PASSWORD, "format", format));
	}

	@Test
	void theCookieOpensWhatTheParameterOpens() {
		String cookie = loginPage("cookie").headers().get("Set-Cookie").get(0).split(";")[0];
		LabResponse response = this.anyone.send("GET",
				"/webapi/entry.cgi?api=SYNO.Core.NormalUser&version=1&method=get", Map.of("Cookie", List.of(cookie)),
				"");
		assertThat(response.text()).contains("\"username\":\"anna\"");
	}

	@Test
	void aWrongPasswordAndAnUnknownNameLookAlike() {
		assertThat(refusal("anna", "wrong")).isEqualTo(400);
		assertThat(refusal("nobody", "wrong")).isEqualTo(400);
		assertThat(refusal("anna", "")).isEqualTo(400);
	}

	@Test
	void theNamesCaseDoesNotMatter() {
		assertThat(refusal("ANNA", DemoNas.PASSWORD)).isZero();
	}

	@Test
	void closedAccountsAreToldApart() {
		this.world.account("locked").password("p").locked();
		this.world.account("gone").password("p").expiresOn("2026/11/23");
		this.world.account("old").password("p").passwordExpired();
		this.world.account("older").password("p").passwordExpiredForGood();
		this.world.account("new").password("p").mustChangePassword();
		assertThat(refusal("bob", DemoNas.PASSWORD)).isEqualTo(401);
		assertThat(refusal("bob", "wrong")).isEqualTo(400);
		assertThat(refusal("gone", "p")).isEqualTo(401);
		assertThat(refusal("locked", "p")).isEqualTo(411);
		assertThat(refusal("older", "p")).isEqualTo(408);
		assertThat(refusal("old", "p")).isEqualTo(409);
		assertThat(refusal("new", "p")).isEqualTo(410);
	}

	@Test
	void anAccountIsGoodUntilItsLastDayEnds() {
		this.world.account("leaving").password("p").expiresOn("2026/11/24");
		assertThat(refusal("leaving", "p")).isZero();
		this.scene.clock.pass(Duration.ofDays(1));
		assertThat(refusal("leaving", "p")).isEqualTo(401);
	}

	@Test
	void anUnknownSessionNameIsForAdministratorsOnly() {
		assertThat(codeOf("account", "carla", "passwd", DemoNas.PASSWORD, "session", "Wizard")).isEqualTo(402);
		assertThat(codeOf("account", "anna", "passwd", DemoNas.PASSWORD, "session", "Wizard")).isZero();
		this.world.account("photos-only").password("p").withoutDsmPrivilege();
		assertThat(refusal("photos-only", "p")).isEqualTo(402);
	}

	@Test
	void aSecondFactorIsAskedForWithAnObject() {
		JsonNode answer = this.anyone.login("account", "otp-admin", "passwd", DemoNas.PASSWORD);
		JsonNode errors = answer.path("error").path("errors");
		assertThat(DsmCalls.codeOf(answer)).isEqualTo(403);
		assertThat(errors.path("types")).hasToString("[{\"type\":\"otp\"}]");
		assertThat(errors.path("token").asString()).matches("[-\\w]+\\.[-\\w]+\\.[-\\w]+");
	}

	@Test
	void theTokenOfTheQuestionStandsForThePassword() {
		String token = this.anyone.login("account", "otp-admin", "passwd", DemoNas.PASSWORD)
			.path("error")
			.path("errors")
			.path("token")
			.asString();
		assertThat(codeOf("account", "otp-admin", "passwd", token, "otp_code", currentCode())).isZero();
	}

	@Test
	void eachCodeIsGoodOnce() {
		String[] withCode = { "account", "otp-admin", "passwd", DemoNas.PASSWORD, "otp_code", currentCode() };
		assertThat(codeOf(withCode)).isZero();
		assertThat(codeOf(withCode)).isEqualTo(404);
		this.scene.clock.pass(Duration.ofSeconds(30));
		withCode[5] = currentCode();
		assertThat(codeOf(withCode)).isZero();
	}

	@Test
	void aCodeOfAnotherTimeIsWrong() {
		String code = currentCode();
		this.scene.clock.pass(Duration.ofMinutes(2));
		assertThat(codeOf("account", "otp-admin", "passwd", DemoNas.PASSWORD, "otp_code", code)).isEqualTo(404);
	}

	@Test
	void codesAreThoseOfTheStandard() {
		Totp totp = new Totp("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
		assertThat(totp.code(59 / 30)).isEqualTo("287082");
		assertThat(totp.code(1111111109 / 30)).isEqualTo("081804");
		assertThat(totp.code(20000000000L / 30)).isEqualTo("353130");
	}

	@Test
	void aTrustedDeviceIsNotAskedAgain() {
		JsonNode data = this.anyone
			.login("account", "otp-admin", "passwd", DemoNas.PASSWORD, "otp_code", currentCode(), "enable_device_token",
					"yes", "device_name", "wizard")
			.path("data");
		String device = data.path("device_id").asString();
		assertThat(codeOf("account", "otp-admin", "passwd", DemoNas.PASSWORD, "device_id", device)).isZero();
		assertThat(codeOf("account", "otp-admin", "passwd", DemoNas.PASSWORD, "device_id", "other")).isEqualTo(403);
	}

	@Test
	void aTrustedDeviceMayShowItsCookie() {
		this.world.account("otp-admin").trustDevice("trusted");
		Map<String, String> form = Map.of("api", "SYNO.API.Auth", "version", "7", "method", "login", "account",
				"otp-admin", "passwd", DemoNas.PASSWORD);
		LabResponse response = this.anyone.send("POST", "/webapi/entry.cgi",
				Map.of("Content-Type", List.of("application/x-www-form-urlencoded"), "Cookie", List.of("did=trusted")),
				DsmCalls.encoded(form));
		assertThat(response.text()).contains("\"success\":true");
	}

	@Test
	void theDeviceTokenHadAnotherNameBeforeVersionSeven() {
		JsonNode data = this.anyone.data("SYNO.API.Auth", 6, "login", "account", "anna", "passwd", DemoNas.PASSWORD,
				"enable_device_token", "yes");
		assertThat(data.has("did")).isTrue();
		assertThat(data.has("device_id")).isFalse();
	}

	@Test
	void anEnforcedSecondFactorMustBeSetUpFirst() {
		this.world.account("anna").mustSetUpSecondFactor();
		assertThat(refusal("anna", DemoNas.PASSWORD)).isEqualTo(406);
	}

	@Test
	void aMailedCodeIsAskedForWithTheMaskedMailbox() {
		this.world.account("anna").asksForMailedCode("445566");
		JsonNode answer = this.anyone.login("account", "anna", "passwd", DemoNas.PASSWORD);
		assertThat(answer.path("error")).hasToString("{\"code\":414,\"errors\":{\"email\":\"a***@example.org\"}}");
		assertThat(codeOf("account", "anna", "passwd", DemoNas.PASSWORD, "otp_code", "445566")).isZero();
	}

	@Test
	void tooManyFailuresBlockTheAddressEvenForTheRightPassword() {
		this.world.autoBlock().after(3, Duration.ofMinutes(5));
		assertThat(List.of(refusal("anna", "1"), refusal("anna", "2"), refusal("anna", "3"))).containsExactly(400, 400,
				400);
		assertThat(refusal("anna", DemoNas.PASSWORD)).isEqualTo(407);
		this.world.clientAddress("10.0.0.9");
		assertThat(refusal("anna", DemoNas.PASSWORD)).isZero();
	}

	@Test
	void oldFailuresAreForgotten() {
		this.world.autoBlock().after(2, Duration.ofMinutes(5));
		refusal("anna", "1");
		this.scene.clock.pass(Duration.ofMinutes(6));
		refusal("anna", "2");
		assertThat(refusal("anna", DemoNas.PASSWORD)).isZero();
	}

	@Test
	void aTokenOnceIssuedIsAskedForInHeaderOrParameter() {
		JsonNode data = this.anyone
			.login("account", "anna", "passwd", DemoNas.PASSWORD, "enable_syno_token", "yes", "format", "sid")
			.path("data");
		String sid = data.path("sid").asString();
		String token = data.path("synotoken").asString();
		assertThat(this.anyone.with(sid, token).code(PROFILE, 1, "get")).isZero();
		assertThat(this.anyone.with(sid, null).code(PROFILE, 1, "get", "SynoToken", token)).isZero();
		assertThat(this.anyone.with(sid, "wrong").code(PROFILE, 1, "get")).isEqualTo(119);
		assertThat(this.anyone.with(sid, null).code(PROFILE, 1, "get")).isEqualTo(119);
		this.world.assume(DsmAssumption.MISSING_TOKEN_ANSWERS_119, false);
		assertThat(this.anyone.with(sid, null).code(PROFILE, 1, "get")).isEqualTo(103);
	}

	@Test
	void aSessionWithoutTokenNeedsNone() {
		String sid = this.anyone.login("account", "anna", "passwd", DemoNas.PASSWORD, "format", "sid")
			.path("data")
			.path("sid")
			.asString();
		assertThat(this.anyone.with(sid, null).code(PROFILE, 1, "get")).isZero();
		assertThat(this.anyone.with('"' + sid + '"', null).code(PROFILE, 1, "get")).isZero();
	}

	@Test
	void anIdleSessionEnds() {
		DsmCalls administrator = this.scene.administrator();
		this.scene.clock.pass(Duration.ofMinutes(14));
		assertThat(administrator.code(PROFILE, 1, "get")).isZero();
		this.scene.clock.pass(Duration.ofMinutes(14));
		assertThat(administrator.code(PROFILE, 1, "get")).isZero();
		this.scene.clock.pass(Duration.ofMinutes(16));
		assertThat(administrator.code(PROFILE, 1, "get")).isEqualTo(106);
		assertThat(administrator.code(PROFILE, 1, "get")).isEqualTo(119);
	}

	@Test
	void aSessionOfAnotherAddressIsRefused() {
		DsmCalls administrator = this.scene.administrator();
		this.world.clientAddress("10.0.0.9");
		assertThat(administrator.code(PROFILE, 1, "get")).isEqualTo(150);
	}

	@Test
	void loggingOutEndsTheSessionAndAlwaysSucceeds() {
		DsmCalls administrator = this.scene.administrator();
		assertThat(administrator.call("SYNO.API.Auth", 7, "logout")).hasToString("{\"success\":true}");
		assertThat(administrator.code(PROFILE, 1, "get")).isEqualTo(119);
		assertThat(administrator.code("SYNO.API.Auth", 7, "logout")).isZero();
		assertThat(this.world.sessions().count()).isZero();
	}

	@Test
	void fromOutsideAnAdministratorIsKeptFromSettings() {
		this.world.seesClientsFromOutside(true);
		DsmCalls administrator = this.scene.administrator();
		assertThat(administrator.code("SYNO.DSM.Info", 2, "getinfo")).isZero();
		assertThat(administrator.code(PROFILE, 1, "get")).isEqualTo(105);
	}

	@Test
	void theHandshakesKeyIsACookieOfThirtyTwoBytes() {
		String cookie = this.anyone
			.post("/webapi/entry.cgi/SYNO.API.Auth.UIConfig", Map.of("version", "1", "method", "get"))
			.headers()
			.get("Set-Cookie")
			.get(0);
		String key = cookie.substring("_SSID=".length(), cookie.indexOf(';'));
		assertThat(Base64.getUrlDecoder().decode(key)).hasSize(32);
	}

	@Test
	void theLogTellsWhoCameInAndWhoDidNot() {
		refusal("anna", "wrong");
		refusal("anna", DemoNas.PASSWORD);
		assertThat(this.world.connectionLog().lines()).extracting(ConnectionLog.Line::text)
			.containsExactly("User [anna] from [127.0.0.1] signed in to [DSM] successfully via [password].",
					"User [anna] from [127.0.0.1] failed to sign in to [DSM] via [password] due to authorization failure.");
	}

	private String currentCode() {
		return this.world.account("otp-admin").currentCode(this.scene.clock.instant());
	}

	private int refusal(String account, String password) {
		return codeOf("account", account, "passwd", password);
	}

	private int codeOf(String... parameters) {
		return DsmCalls.codeOf(this.anyone.login(parameters));
	}

}
