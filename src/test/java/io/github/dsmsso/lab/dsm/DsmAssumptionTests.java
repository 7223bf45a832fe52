package io.github.dsmsso.lab.dsm;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.protocol.SignInMessage;
import io.github.dsmsso.lab.dsm.sso.NasNetwork;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.time.VirtualTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/**
 * Each assumption about DSM that has another reading: what is seen while it holds, and
 * what is seen once it is dropped.
 */
class DsmAssumptionTests {

	private static final String OIDC = "SYNO.Core.Directory.OIDC.SSO";

	private static final String PROFILE = "SYNO.Core.Directory.SSO.Profile";

	private static final String SETTING = "SYNO.Core.Directory.SSO.Setting";

	private static final String USERS = "SYNO.Core.User";

	private static final String PROFILE_GET = """
			{"api":"SYNO.Core.Directory.SSO.Profile","version":1,"method":"get"}""";

	private static final String PROFILE_SET = """
			{"api":"SYNO.Core.Directory.SSO.Profile","version":1,"method":"set","sso_enable":false,"sso_profile":"oidc"}""";

	/**
	 * {@code account=otp-admin&passwd=Lab-NAS-2026&otp_code=&session=webui&__cIpHeRtOkEn=1795510800}
	 */
	private static final String SEALED_WITHOUT_CODE = "U2FsdGVkX18jGysyfVXnOQau4ATxp2HHFacQu+jgDvgoq4cHMUzaGBoW3BqP"
			+ "SVUxSE8GBtZ6lvOX2fbN7xla0E0aSvnT6JIopuMpTkZaiCXl6MpM05fij44WzNJbmehz0JHZlOl9ED+CvDlROLpN2A==";

	private static final String UNKNOWN_CURVE = """
			{"kty":"EC","crv":"brainpoolP256r1","kid":"ec-9","x":"AAAA","y":"AAAA"}""";

	static Stream<Arguments> readings() {
		return Stream.of(
				row(DsmAssumption.MISSING_SESSION_ANSWERS_119, 119, 105, (nas) -> nas.stranger(PROFILE, "get")),
				row(DsmAssumption.MISSING_TOKEN_ANSWERS_119, 119, 103, Nas::callWithoutToken),
				row(DsmAssumption.IDLE_SESSION_ANSWERS_106, 106, 119, Nas::callAfterAnHour),
				row(DsmAssumption.USERS_ARE_LISTED_WITHOUT_IDS, false, true,
						(nas) -> nas.data(USERS, "list", "additional", "\"uid\"").at("/users/0").has("uid")),
				row(DsmAssumption.ENVELOPE_COMES_FIRST, 403, "otp-admin", Nas::codeInClearBesideAnEmptyOne),
				row(DsmAssumption.BARE_STRINGS_ARE_TAKEN, 0, 120, (nas) -> nas.code(OIDC, "set", "oidc_name", "bare")),
				row(DsmAssumption.HTTP_TAKES_SECRETS, 119, 403, Nas::secretOverHttp),
				row(DsmAssumption.COMPOUNDS_TAKE_ANY_CALL, true, false,
						(nas) -> nas.inOneRequest(PROFILE_GET).at("/result/0/success").booleanValue()),
				row(DsmAssumption.COMPOUNDS_READ_WHAT_THEY_WROTE, false, true,
						(nas) -> nas.inOneRequest(PROFILE_SET, PROFILE_GET)
							.at("/result/1/data/sso_enable")
							.booleanValue()),
				row(DsmAssumption.TOKEN_COMES_WHEN_ASKED_FOR, true, false, (nas) -> nas.login("yes").has("synotoken")),
				row(DsmAssumption.NO_TOKEN_UNASKED, "", "--------",
						(nas) -> nas.login("no").path("synotoken").asString("")),
				row(DsmAssumption.DEVICE_TOKEN_IS_DEVICE_ID, true, false, (nas) -> nas.login("yes").has("device_id")),
				row(DsmAssumption.LOGOUT_ALWAYS_SUCCEEDS, 0, 119, (nas) -> nas.stranger("SYNO.API.Auth", "logout")),
				row(DsmAssumption.UIDS_ARE_NUMBERS, true, false,
						(nas) -> nas.data(USERS, "get", "name", "\"anna\"").at("/users/0/uid").isNumber()),
				row(DsmAssumption.DIRECTORY_IS_LISTED, 0, 2626, (nas) -> nas.code(USERS, "list", "type", "\"domain\"")),
				row(DsmAssumption.DIRECTORY_NAMES_ARE_QUALIFIED, "CORP\\heidi", "heidi",
						(nas) -> nas.data(USERS, "list", "type", "\"domain\"").at("/users/0/name").asString()),
				row(DsmAssumption.APP_RULES_ARE_LISTED, 0, 3400,
						(nas) -> nas.code("SYNO.Core.AppPriv.Rule", "list", "app_id", "\"SYNO.Desktop\"")),
				row(DsmAssumption.APP_RULES_NAME_ADDRESSES, true, false,
						(nas) -> nas.data("SYNO.Core.AppPriv.Rule", "list", "app_id", "\"SYNO.Desktop\"")
							.at("/rules/0")
							.has("allow_ip")),
				row(DsmAssumption.SECRET_IS_READABLE, StubProvider.SECRET, "********",
						(nas) -> nas.data(OIDC, "get").path("oidc_client_secret").asString()),
				row(DsmAssumption.ADDRESSES_ARE_NOT_CHECKED, 0, 120,
						(nas) -> nas.code(OIDC, "set", "oidc_wellknown", "\"http://sso.example.org\"")),
				row(DsmAssumption.BLANK_FIELDS_ARE_TAKEN, 0, 120,
						(nas) -> nas.code(OIDC, "set", "oidc_client_secret", "\"\"")),
				row(DsmAssumption.UNKNOWN_FIELDS_ARE_IGNORED, 0, 120,
						(nas) -> nas.code(OIDC, "set", "oidc_issuer", "\"x\"")),
				row(DsmAssumption.BLANK_PROFILE_IS_ACCEPTED, 0, 120, (nas) -> nas.select("")),
				row(DsmAssumption.DEFAULT_WITHOUT_SWITCH_IS_TAKEN, 0, 120, Nas::makeDefaultWhileOff),
				row(DsmAssumption.ENTRA_IS_NOT_LISTED, 120, 0, (nas) -> nas.select("entra")),
				row(DsmAssumption.BUTTON_WITHOUT_SETTINGS, true, false, Nas::showsButtonWithoutSettings),
				row(DsmAssumption.CAPTION_IS_OIDC_NAME, true, false, (nas) -> nas.signInPage().contains("oidc_name")),
				row(DsmAssumption.INCOMPLETE_IS_NOT_CONFIGURED, SignInMessage.SSO_NOT_CONFIGURED.code(), 100,
						Nas::pressButtonWithoutEndpoint),
				row(DsmAssumption.BUTTON_READS_DISCOVERY, 100, 0, Nas::pressButtonWhileCutOff),
				row(DsmAssumption.STORED_ENDPOINT_IS_USED, true, false,
						(nas) -> nas.pressButton().toString().contains("/authorize?")),
				row(DsmAssumption.NO_NONCE, false, true, (nas) -> nas.pressButton().toString().contains("&nonce=")),
				row(DsmAssumption.SECRET_IS_SENT_AS_IT_STANDS, "a b", "a+b&c", Nas::secretWithSpecialCharacters),
				row(DsmAssumption.REFUSED_CODE_IS_NOT_PRIVILEGE, 402, SignInMessage.SSO_NOT_CONFIGURED.code(),
						Nas::signInWithWrongSecret),
				row(DsmAssumption.ID_TOKEN_IS_FOR_US, SignInMessage.SSO_NOT_CONFIGURED.code(), "anna",
						Nas::signInWithTokenForOthers),
				row(DsmAssumption.LITTLE_ELSE_IS_CHECKED, "anna", SignInMessage.SSO_NOT_CONFIGURED.code(),
						Nas::signInWithTokenForAnotherParty),
				row(DsmAssumption.KEYS_ARE_FOUND_BY_THEIR_ID, "anna", SignInMessage.SSO_NOT_CONFIGURED.code(),
						(nas) -> nas.signInWithKeys(StubProvider.ownKey("use", ",\"use\":\"enc\""))),
				row(DsmAssumption.UNKNOWN_CURVE_SPOILS_THE_KEYS, SignInMessage.SSO_NOT_CONFIGURED.code(), "anna",
						(nas) -> nas.signInWithKeys(StubProvider.ownKey("", ""), UNKNOWN_CURVE)),
				row(DsmAssumption.ID_TOKEN_NAMES_THE_PERSON, "anna", "carla", (nas) -> nas.signInAs("anna")),
				row(DsmAssumption.CLAIM_FROM_ID_TOKEN, 400, "carla", (nas) -> nas.signInAs(null)),
				row(DsmAssumption.CLAIM_IS_CASE_SENSITIVE, 400, "carla", (nas) -> nas.signInAs("Carla")),
				row(DsmAssumption.DIRECTORY_ACCOUNT_BY_EITHER_NAME, "heidi", 400, (nas) -> nas.signInAs("heidi")),
				row(DsmAssumption.LOCAL_ACCOUNT_COMES_FIRST, "", "anna@corp.example", Nas::mailboxOfNamesake),
				row(DsmAssumption.NO_SECOND_FACTOR_AFTER_SSO, "otp-admin", 403, (nas) -> nas.signInAs("otp-admin")),
				row(DsmAssumption.LOG_NAMES_OIDC, "[OIDC]", "[SSO]", Nas::lastWordOfTheLog));
	}

	private static Arguments row(DsmAssumption assumption, Object held, Object dropped, Function<Nas, Object> probe) {
		return arguments(assumption, held, dropped, probe);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("readings")
	void bothReadingsCanBeSeen(DsmAssumption assumption, Object held, Object dropped, Function<Nas, Object> probe) {
		assertThat(probe.apply(new Nas())).as(assumption.sentence()).isEqualTo(held);
		assertThat(probe.apply(new Nas().without(assumption))).as("otherwise " + assumption.otherwise())
			.isEqualTo(dropped);
	}

	@Test
	void everyAssumptionWithAnotherReadingHasARow() {
		assertThat(readings().map((row) -> row.get()[0])).containsExactlyInAnyOrderElementsOf(switchable());
	}

	private static List<DsmAssumption> switchable() {
		return Arrays.stream(DsmAssumption.values()).filter((assumption) -> assumption.otherwise() != null).toList();
	}

	@Test
	void anAssumptionWithoutAnotherReadingCannotBeDropped() {
		assertThatIllegalArgumentException()
			.isThrownBy(() -> new Nas().without(DsmAssumption.CODE_LOGIN_IS_AUTH_LOGIN));
	}

	/** A NAS that has joined a domain and is connected to a provider. */
	private static final class Nas {

		private final StubProvider provider = new StubProvider("https://sso.example.org", new VirtualTime());

		private final NasNetwork network = new NasNetwork(OutboundHttp.to(this.provider));

		private final DsmScene scene = new DsmScene(DsmVersion.DSM_7_4, this.network);

		Nas() {
			this.scene.world.directory().joinedDomain("corp.example");
			this.scene.world.domainAccount("heidi");
			this.scene.world.sso()
				.configure(this.provider.settings("https://nas.example.org:5001"))
				.profile("oidc", true);
		}

		Nas without(DsmAssumption assumption) {
			this.scene.world.assume(assumption, false);
			return this;
		}

		int stranger(String api, String method) {
			return this.scene.anyone().code(api, 1, method);
		}

		int code(String api, String method, String... parameters) {
			return this.scene.administrator().code(api, 1, method, parameters);
		}

		JsonNode data(String api, String method, String... parameters) {
			return this.scene.administrator().data(api, 1, method, parameters);
		}

		JsonNode inOneRequest(String... calls) {
			return data("SYNO.Entry.Request", "request", "compound", "[" + String.join(",", calls) + "]");
		}

		JsonNode login(String withToken) {
			return this.scene.anyone()
				.login("account", "anna", "passwd", DemoNas.PASSWORD, "enable_syno_token", withToken,
						"enable_device_token", "yes")
				.path("data");
		}

		int callWithoutToken() {
			return this.scene.anyone().with(login("yes").path("sid").asString(), null).code(PROFILE, 1, "get");
		}

		int callAfterAnHour() {
			DsmCalls administrator = this.scene.administrator();
			this.scene.clock.pass(Duration.ofHours(1));
			return administrator.code(PROFILE, 1, "get");
		}

		int secretOverHttp() {
			return new DsmCalls(this.scene.simulator.inPlain()).code(OIDC, 1, "set", "oidc_client_secret", "\"x\"");
		}

		Object codeInClearBesideAnEmptyOne() {
			JsonNode answer = new SealedSignIn(new DsmCalls(this.scene.simulator.inPlain())).send(SEALED_WITHOUT_CODE,
					"otp_code",
					this.scene.world.account(DemoNas.OTP_ADMINISTRATOR).currentCode(this.scene.clock.instant()));
			return accountOrCode(answer);
		}

		int select(String profile) {
			return code(PROFILE, "set", "sso_profile", '"' + profile + '"', "sso_enable", "false");
		}

		int makeDefaultWhileOff() {
			select("oidc");
			return code(SETTING, "set", "sso_default_login", "true");
		}

		boolean showsButtonWithoutSettings() {
			this.scene.world.sso().configure(Map.of("oidc_client_id", ""));
			return signInPage().contains("\"oidc_sso_enable\":true");
		}

		String signInPage() {
			return this.scene.anyone()
				.get("/webapi/entry.cgi?api=SYNO.Core.Desktop.SessionData&version=1&method=getjs")
				.text();
		}

		JsonNode pressButton() {
			return Json.read(this.scene.anyone().get("/index.cgi?action=oidcauthurl&method=oidc").text());
		}

		int pressButtonWithoutEndpoint() {
			this.scene.world.sso().configure(Map.of("oidc_token_endpoint", ""));
			return DsmCalls.codeOf(pressButton());
		}

		int pressButtonWhileCutOff() {
			this.network.cutOff("sso.example.org");
			return DsmCalls.codeOf(pressButton());
		}

		String secretWithSpecialCharacters() {
			this.scene.world.sso().configure(Map.of("oidc_client_secret", "a+b&c"));
			signIn();
			return String.valueOf(this.provider.received.get(1).formParameters().get("client_secret"));
		}

		Object signInWithWrongSecret() {
			this.scene.world.sso().configure(Map.of("oidc_client_secret", "wrong"));
			return signIn();
		}

		Object signInWithTokenForOthers() {
			this.provider.signs((claims) -> claims.audience("somebody-else"));
			return signIn();
		}

		Object signInWithTokenForAnotherParty() {
			this.provider.signs((claims) -> claims.claim("azp", "somebody-else"));
			return signIn();
		}

		Object signInWithKeys(String... keys) {
			this.provider.publishes("{\"keys\":[" + String.join(",", keys) + "]}");
			return signIn();
		}

		Object signInAs(String name) {
			this.provider.names(name);
			return signIn();
		}

		/** Two accounts are called anna; only their mailboxes differ. */
		String mailboxOfNamesake() {
			this.scene.world.account("anna").email("");
			this.scene.world.domainAccount("anna").email("anna@corp.example");
			JsonNode data = redeem().path("data");
			return this.scene.anyone()
				.with(data.path("sid").asString(), null)
				.data("SYNO.Core.NormalUser", 1, "get")
				.path("email")
				.asString();
		}

		String lastWordOfTheLog() {
			signIn();
			return this.scene.world.connectionLog().lines().get(0).text().replaceFirst(".* (\\[\\w+]).*", "$1");
		}

		/** Who came in, or the code of the refusal. */
		private Object signIn() {
			return accountOrCode(redeem());
		}

		private static Object accountOrCode(JsonNode answer) {
			return answer.path("success").asBoolean() ? answer.path("data").path("account").asString()
					: DsmCalls.codeOf(answer);
		}

		private JsonNode redeem() {
			return this.scene.anyone().login("session", "webui", "code", StubProvider.CODE, "server", "oidc");
		}

	}

}
