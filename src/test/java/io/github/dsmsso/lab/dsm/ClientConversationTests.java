package io.github.dsmsso.lab.dsm;

import java.security.GeneralSecurityException;
import java.util.Map;
import java.util.TreeMap;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.protocol.NoiseClient;
import io.github.dsmsso.lab.dsm.protocol.SignInMessage;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What public clients say to a DSM and need to hear, each in its own way. */
class ClientConversationTests {

	private static final String ENTRY = "/webapi/entry.cgi";

	private static final String OIDC = "SYNO.Core.Directory.OIDC.SSO";

	private static final String PROFILE = "SYNO.Core.Directory.SSO.Profile";

	private static final String SETTING = "SYNO.Core.Directory.SSO.Setting";

	private final DsmScene scene = DsmScene.of(DsmVersion.DSM_7_2_2);

	private final Wire wire = new Wire(this.scene.simulator);

	/**
	 * go-synology writes by GET with bare strings and decodes into fixed types; the
	 * resource synology_directory_oidc_sso of terraform providers compares what it reads
	 * with what it wrote.
	 */
	@ParameterizedTest
	@ValueSource(strings = { "7.2.2", "7.3.2", "7.4" })
	void terraformCreatesUpdatesAndDeletesAConnection(String product) {
		GoSynology client = new GoSynology(new Wire(DsmScene.of(DsmVersion.of(product)).simulator));
		Map<String, Object> wanted = new TreeMap<>(Map.of("oidc_allow_local_user", true, "oidc_authorization_endpoint",
				"https://auth.example.org/application/o/authorize/", "oidc_client_id", "a1B2c3", "oidc_client_secret",
				"s3cretS3cret", "oidc_name", "authentik", "oidc_redirect_uri", "https://nas.example.org:5001",
				"oidc_scope", "openid profile email", "oidc_token_endpoint",
				"https://auth.example.org/application/o/token/", "oidc_user_claim", "preferred_username",
				"oidc_wellknown", "https://auth.example.org/application/o/dsm/.well-known/openid-configuration"));

		client.apply(wanted, true, true);
		assertThat(client.read(OIDC)).isEqualTo(Json.tree(wanted));
		assertThat(client.read(PROFILE)).hasToString("{\"sso_enable\":true,\"sso_profile\":\"oidc\"}");
		assertThat(client.read(SETTING)).hasToString("{\"sso_default_login\":true}");

		wanted.put("oidc_name", " Sign in here/ ");
		wanted.put("oidc_allow_local_user", false);
		client.apply(wanted, true, false);
		assertThat(client.read(OIDC)).isEqualTo(Json.tree(wanted));
		assertThat(client.read(SETTING)).hasToString("{\"sso_default_login\":false}");

		client.write(PROFILE, Map.of("sso_enable", false, "sso_profile", "oidc"));
		client.write(SETTING, Map.of("sso_default_login", false));
		assertThat(client.read(PROFILE)).hasToString("{\"sso_enable\":false,\"sso_profile\":\"oidc\"}");
	}

	@Test
	void goSynologyPostsWithTheApiInThePathAndItsSessionThrice() {
		GoSynology client = new GoSynology(this.wire);
		this.wire.header("X-SYNO-TOKEN", client.token).cookie("did", "").cookie("id", client.sid);
		JsonNode answer = this.wire.post(ENTRY + "/" + OIDC, "api", OIDC, "version", "1", "method", "set", "oidc_name",
				"authentik", "_sid", client.sid, "SynoToken", client.token);
		assertThat(answer).hasToString("{\"success\":true}");
		assertThat(client.read("SYNO.Core.NormalUser").path("username").asString()).isEqualTo(DemoNas.ADMINISTRATOR);
	}

	/**
	 * N4S4/synology-api does the handshake, calls each API in its highest version, and
	 * signs every request.
	 */
	@Test
	void n4s4ComesFromOutsideWithAHandshake() throws GeneralSecurityException {
		this.scene.world.seesClientsFromOutside(true);
		NoiseClient noise = new NoiseClient();
		this.wire.post(ENTRY + "/SYNO.API.Auth.UIConfig", "api", "SYNO.API.Auth.UIConfig", "method", "get", "version",
				"1");
		JsonNode login = this.wire
			.post("/webapi/auth.cgi", "api", "SYNO.API.Auth", "version", "7", "method", "login", "enable_syno_token",
					"yes", "client", "browser", "ik_message", noise.message(this.wire.cookie("_SSID"), "{\"time\":1}"),
					"account", "setup-admin", "enable_device_token", "no", "logintype", "local", "otp_code", "",
					"rememberme", "0", "passwd", DemoNas.PASSWORD, "session", "webui", "format", "cookie")
			.path("data");
		noise.finish(login.path("ik_message").asString());
		String sid = login.path("sid").asString();
		this.wire.header("X-SYNO-TOKEN", login.path("synotoken").asString());

		JsonNode apis = this.wire
			.get("/webapi/query.cgi", "api", "SYNO.API.Info", "version", "1", "method", "query", "query", "all")
			.path("data");
		assertThat(inHighestVersion(apis, OIDC, sid, noise).path("data").size()).isEqualTo(10);
		assertThat(inHighestVersion(apis, "SYNO.Core.Directory.SSO", sid, noise).path("data").has("name")).isTrue();
		assertThat(DsmCalls.codeOf(inHighestVersion(apis, "SYNO.Core.Directory.SSO.Status", sid, noise)))
			.isEqualTo(103);
		assertThat(DsmCalls.codeOf(inHighestVersion(apis, "SYNO.Core.Directory.Domain", sid, noise))).isEqualTo(103);
		assertThat(compound(sid, noise).at("/data/result/0/data/users").size()).isPositive();
		assertThat(this.wire.get("/webapi/auth.cgi", "api", "SYNO.API.Auth", "version", "7", "method", "logout",
				"session", "webui"))
			.hasToString("{\"success\":true}");
	}

	private JsonNode inHighestVersion(JsonNode apis, String api, String sid, NoiseClient noise)
			throws GeneralSecurityException {
		JsonNode advertised = apis.path(api);
		return this.wire.header("X-SYNO-HASH", noise.proof())
			.get("/webapi/" + advertised.path("path").asString(), "api", api, "version",
					advertised.path("maxVersion").toString(), "method", "get", "_sid", sid);
	}

	private JsonNode compound(String sid, NoiseClient noise) throws GeneralSecurityException {
		return this.wire.header("X-SYNO-HASH", noise.proof())
			.get(ENTRY, "api", "SYNO.Entry.Request", "version", "2", "method", "request", "mode", "sequential",
					"stop_when_error", "true", "_sid", sid, "compound",
					"[{\"api\": \"SYNO.Core.User\", \"method\": \"list\", \"version\": 1}]");
	}

	@Test
	void withoutTheHandshakeTheSameClientIsKeptFromSettings() {
		this.scene.world.seesClientsFromOutside(true);
		GoSynology client = new GoSynology(this.wire);
		assertThat(DsmCalls.codeOf(client.get(OIDC, "get", Map.of()))).isEqualTo(105);
		assertThat(client.read("SYNO.Core.NormalUser").path("username").asString()).isEqualTo(DemoNas.ADMINISTRATOR);
	}

	/** py-synologydsm-api, the client of Home Assistant, wants to be a trusted device. */
	@Test
	void homeAssistantSignsInOnceWithACodeAndThenAsADevice() {
		JsonNode auth = this.wire.get("/webapi/query.cgi", "api", "SYNO.API.Info", "version", "1", "method", "query")
			.at("/data/SYNO.API.Auth");
		assertThat(DsmCalls.codeOf(homeAssistant(auth, "device_name", "ha"))).isEqualTo(403);
		JsonNode data = homeAssistant(auth, "device_name", "ha", "otp_code", currentCode()).path("data");
		JsonNode again = homeAssistant(auth, "device_name", "ha", "device_id", data.path("device_id").asString());
		JsonNode info = this.wire.get(ENTRY, "api", "SYNO.DSM.Info", "version", "2", "method", "getinfo", "_sid",
				again.at("/data/sid").asString());
		assertThat(info.at("/data/version_string").asString()).isEqualTo("DSM 7.2.2-72806 Update 3");
		assertThat(info.at("/data/uptime").isInt()).isTrue();
	}

	private JsonNode homeAssistant(JsonNode auth, String... more) {
		Map<String, String> parameters = Wire.parameters(more);
		parameters.putAll(Wire.parameters("api", "SYNO.API.Auth", "version", auth.path("maxVersion").toString(),
				"method", "login", "account", DemoNas.OTP_ADMINISTRATOR, "passwd", DemoNas.PASSWORD,
				"enable_device_token", "yes", "format", "sid"));
		return this.wire.get("/webapi/" + auth.path("path").asString(), parameters);
	}

	private String currentCode() {
		return this.scene.world.account(DemoNas.OTP_ADMINISTRATOR).currentCode(this.scene.clock.instant());
	}

	/** acme.sh has no JSON parser: it greps. */
	@Test
	void acmeShFindsItsFieldsByPattern() {
		String info = this.wire.text("/webapi/query.cgi?api=SYNO.API.Info&version=1&method=query&query=SYNO.API.Auth");
		assertThat(info).containsPattern("\"path\":\"entry\\.cgi\"").containsPattern("\"maxVersion\":7[,}]");
		String login = this.wire.text(ENTRY + "?api=SYNO.API.Auth&version=7&method=login&format=sid&account=setup-admin"
				+ "&passwd=" + DemoNas.PASSWORD + "&enable_syno_token=yes");
		assertThat(login).containsPattern("\"sid\":\"[^\"]+\"").containsPattern("\"synotoken\":\"[^\"]+\"");
		String challenge = this.wire.text(ENTRY + "?api=SYNO.API.Auth&version=7&method=login&format=sid"
				+ "&account=otp-admin&passwd=" + DemoNas.PASSWORD + "&enable_syno_token=yes");
		assertThat(challenge).containsPattern("\"code\":403[,}]");
	}

	/** Synology's own storage driver asks for no token, and quotes its strings. */
	@Test
	void synologyCsiSignsInByTheOldScriptAndWritesWithoutAToken() {
		JsonNode login = this.wire.get("/webapi/auth.cgi", "api", "SYNO.API.Auth", "version", "3", "method", "login",
				"account", "setup-admin", "passwd", DemoNas.PASSWORD, "format", "sid");
		this.wire.cookie("id", login.at("/data/sid").asString());
		assertThat(this.wire.get(ENTRY, "api", "SYNO.DSM.Info", "version", "2", "method", "getinfo")
			.at("/data/model")
			.asString()).isEqualTo("DS920+");
		assertThat(this.wire.get(ENTRY, "api", OIDC, "version", "1", "method", "set", "oidc_name", "\"quoted\""))
			.hasToString("{\"success\":true}");
		this.wire.get("/webapi/auth.cgi", "api", "SYNO.API.Auth", "version", "1", "method", "logout");
		assertThat(this.scene.world.sessions().count()).isZero();
	}

	/** kwent/syno names a session for each station. */
	@Test
	void kwentSynoSignsInToAStation() {
		JsonNode login = this.wire.get("/webapi/auth.cgi", "api", "SYNO.API.Auth", "version", "3", "method", "login",
				"account", "setup-admin", "passwd", DemoNas.PASSWORD, "session", "DownloadStation", "format", "sid");
		assertThat(this.wire
			.get(ENTRY, "api", "SYNO.Core.User", "version", "1", "method", "list", "_sid",
					login.at("/data/sid").asString())
			.at("/data/total")
			.asInt()).isEqualTo(10);
	}

	/** krg's Ansible role keeps a cookie jar and quotes every string. */
	@Test
	void krgSetsTheConnectionWithItsCookieJar() {
		JsonNode login = this.wire.post(ENTRY, "api", "SYNO.API.Auth", "version", "6", "method", "login", "account",
				"setup-admin", "passwd", DemoNas.PASSWORD, "session", "FileStation", "format", "cookie",
				"enable_syno_token", "yes");
		this.wire.header("X-SYNO-TOKEN", login.at("/data/synotoken").asString());
		assertThat(this.wire.post(ENTRY, "api", OIDC, "version", "1", "method", "set", "profile", "\"oidc\"",
				"oidc_name", "\"authentik\"", "oidc_scope", "\"openid profile\"", "oidc_allow_local_user", "true"))
			.hasToString("{\"success\":true}");
		assertThat(this.wire.post(ENTRY, "api", PROFILE, "version", "1", "method", "set", "sso_profile", "\"oidc\"",
				"sso_enable", "true"))
			.hasToString("{\"success\":true}");
		JsonNode stored = this.wire.post(ENTRY, "api", OIDC, "version", "1", "method", "get").path("data");
		assertThat(stored.path("oidc_scope").asString()).isEqualTo("openid profile");
		assertThat(stored.path("oidc_authorization_endpoint").asString()).isEmpty();
		assertThat(this.scene.anyone().get("/index.cgi?action=oidcauthurl&method=oidc").text())
			.contains("\"code\":" + SignInMessage.SSO_NOT_CONFIGURED.code());
	}

	/** go-synology's way: everything by GET, the session and the token in the query. */
	private static final class GoSynology {

		private final Wire wire;

		private final String sid;

		private final String token;

		GoSynology(Wire wire) {
			this.wire = wire;
			JsonNode data = wire
				.get(ENTRY, "api", "SYNO.API.Auth", "version", "7", "method", "login", "account", "setup-admin",
						"passwd", DemoNas.PASSWORD, "format", "sid", "enable_syno_token", "yes", "timezone", "+02:00")
				.path("data");
			assertThat(data.path("is_portal_port").isBoolean()).isTrue();
			this.sid = data.path("sid").stringValue();
			this.token = data.path("synotoken").stringValue();
		}

		void apply(Map<String, Object> oidc, boolean enabled, boolean byDefault) {
			write(OIDC, oidc);
			write(PROFILE, Map.of("sso_enable", enabled, "sso_profile", "oidc"));
			write(SETTING, Map.of("sso_default_login", byDefault));
		}

		void write(String api, Map<String, Object> fields) {
			assertThat(get(api, "set", fields)).hasToString("{\"success\":true}");
		}

		JsonNode read(String api) {
			return get(api, "get", Map.of()).path("data");
		}

		JsonNode get(String api, String method, Map<String, Object> fields) {
			Map<String, String> parameters = new TreeMap<>(
					Map.of("api", api, "version", "1", "method", method, "_sid", this.sid, "SynoToken", this.token));
			fields.forEach((name, value) -> parameters.put(name, String.valueOf(value)));
			return this.wire.get(ENTRY, parameters);
		}

	}

}
