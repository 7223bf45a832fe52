package io.github.dsmsso.lab.dsm;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import io.github.dsmsso.lab.dsm.protocol.ApiSpec;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.http.LabResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the front of the WebAPI. */
class WebApiTests {

	private static final String OIDC = "SYNO.Core.Directory.OIDC.SSO";

	private final DsmScene scene = DsmScene.of(DsmVersion.DSM_7_2_2);

	private final DsmCalls anyone = this.scene.anyone();

	@Test
	void nothingSaidIsRefusedFirst() {
		assertThat(DsmCalls.codeOf(json(this.anyone.get("/webapi/entry.cgi")))).isEqualTo(101);
		assertThat(DsmCalls.codeOf(json(this.anyone.get("/webapi/entry.cgi?api=SYNO.Nothing&version=1"))))
			.isEqualTo(101);
	}

	@Test
	void anUnknownApiIsRefusedBeforeItsVersion() {
		assertThat(this.anyone.code("SYNO.Core.SSO.Client", 99, "nothing")).isEqualTo(102);
	}

	@Test
	void anUnknownVersionIsRefusedBeforeItsMethod() {
		assertThat(this.anyone.code(OIDC, 2, "nothing")).isEqualTo(104);
	}

	@Test
	void anUnknownMethodIsRefusedBeforeTheSession() {
		assertThat(this.anyone.code(OIDC, 1, "nothing")).isEqualTo(103);
	}

	@Test
	void aMethodExistsOnlyInItsVersions() {
		DsmCalls administrator = this.scene.administrator();
		assertThat(administrator.code("SYNO.Core.Directory.Domain", 1, "get")).isZero();
		assertThat(administrator.code("SYNO.Core.Directory.Domain", 3, "get")).isEqualTo(103);
		assertThat(this.anyone.code("SYNO.API.Auth", 2, "login")).isEqualTo(103);
	}

	@Test
	void noSessionIsRefusedBeforeThePermission() {
		assertThat(this.anyone.code(OIDC, 1, "set", "oidc_allow_local_user", "maybe")).isEqualTo(119);
	}

	@Test
	void noPermissionIsRefusedBeforeTheParameters() {
		assertThat(this.scene.user().code(OIDC, 1, "set", "oidc_allow_local_user", "maybe")).isEqualTo(105);
	}

	@Test
	void wrongParametersAreRefusedLast() {
		JsonNode answer = this.scene.administrator().call("SYNO.Core.Directory.SSO.Profile", 1, "set");
		assertThat(answer)
			.hasToString("{\"error\":{\"code\":120,\"errors\":{\"name\":\"sso_profile\",\"reason\":\"required\"}},"
					+ "\"success\":false}");
	}

	@Test
	void answersAreCompactAndInAlphabeticalOrder() {
		LabResponse response = this.anyone.get("/webapi/query.cgi?api=SYNO.API.Info&version=1&method=query"
				+ "&query=SYNO.API.Auth,SYNO.Core.Directory.SSO.Setting");
		assertThat(response.status()).isEqualTo(200);
		assertThat(response.headers().get("Content-Type")).containsExactly("application/json; charset=\"UTF-8\"");
		assertThat(response.headers()).containsKeys("Date", "P3P")
			.containsEntry("Server", List.of("nginx"))
			.containsEntry("Cache-Control", List.of("no-store"))
			.containsEntry("X-Content-Type-Options", List.of("nosniff"));
		assertThat(response.text())
			.isEqualTo("{\"data\":{\"SYNO.API.Auth\":{\"maxVersion\":7,\"minVersion\":1,\"path\":\"entry.cgi\"},"
					+ "\"SYNO.Core.Directory.SSO.Setting\":{\"maxVersion\":1,\"minVersion\":1,\"path\":\"entry.cgi\","
					+ "\"requestFormat\":\"JSON\"}},\"success\":true}");
	}

	@Test
	void theListOfApisCanBeAskedForWholeOrByItsBeginning() {
		JsonNode all = this.anyone.data("SYNO.API.Info", 1, "query");
		JsonNode some = this.anyone.data("SYNO.API.Info", 1, "query", "query", "SYNO.API.");
		assertThat(all.size()).isEqualTo(DsmVersion.DSM_7_2_2.apis().size());
		assertThat(some.propertyNames()).allMatch((name) -> name.startsWith("SYNO.API.")).hasSize(7);
	}

	@Test
	void everyAdvertisedApiHasAMethod() {
		DsmScene newest = DsmScene.of(DsmVersion.DSM_7_4);
		newest.world.version()
			.apis()
			.forEach((api, spec) -> assertThat(methodsOf(api, spec, newest.anyone())).as(api).isNotEmpty());
	}

	private static List<String> methodsOf(String api, ApiSpec spec, DsmCalls anyone) {
		return List
			.of("get", "set", "list", "query", "logout", "auth", "info", "getinfo", "getjs", "import", "exchange",
					"request", "check", "latestlog_get", "run")
			.stream()
			.filter((method) -> IntStream.rangeClosed(spec.minVersion(), spec.maxVersion())
				.anyMatch((version) -> !answer(anyone, api, version, method).contains("\"code\":103")))
			.toList();
	}

	private static String answer(DsmCalls anyone, String api, int version, String method) {
		return anyone.post("/webapi/entry.cgi", Map.of("api", api, "version", "" + version, "method", method)).text();
	}

	@Test
	void theOldScriptsAnswerForTheirApiOnly() {
		assertThat(this.anyone.get("/webapi/auth.cgi?api=SYNO.API.Auth&version=7&method=logout").text())
			.isEqualTo("{\"success\":true}");
		assertThat(DsmCalls.codeOf(json(this.anyone.get("/webapi/auth.cgi?api=" + OIDC + "&version=1&method=get"))))
			.isEqualTo(102);
		assertThat(json(this.anyone.get("/webapi/encryption.cgi?api=SYNO.API.Encryption&version=1&method=getinfo"))
			.path("data")
			.path("server_time")
			.asLong()).isEqualTo(this.scene.clock.instant().getEpochSecond());
	}

	@Test
	void theApiMayStandInThePath() {
		DsmCalls administrator = this.scene.administrator();
		LabResponse response = administrator.post("/webapi/entry.cgi/" + OIDC, Map.of("version", "1", "method", "get"));
		assertThat(json(response).path("data").has("oidc_wellknown")).isTrue();
	}

	@Test
	void theBodyWinsOverTheQuery() {
		LabResponse response = this.anyone.post("/webapi/entry.cgi?version=99&method=query",
				Map.of("api", "SYNO.API.Info", "version", "1"));
		assertThat(json(response).path("success").asBoolean()).isTrue();
	}

	@Test
	void multipartFormsAreReadToo() {
		String body = List.of("api", "version", "method")
			.stream()
			.map((name) -> "--x\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n"
					+ Map.of("api", "SYNO.API.Info", "version", "1", "method", "query").get(name) + "\r\n")
			.reduce("", String::concat) + "--x--\r\n";
		LabResponse response = this.anyone.send("POST", "/webapi/entry.cgi",
				Map.of("Content-Type", List.of("multipart/form-data; boundary=x")), body);
		assertThat(json(response).path("success").asBoolean()).isTrue();
	}

	@Test
	void whatIsNotThereIsAPageNotJson() {
		LabResponse response = this.anyone.get("/webapi/other.cgi?api=SYNO.API.Info");
		assertThat(response.status()).isEqualTo(404);
		assertThat(response.text()).startsWith("<!doctype html>");
	}

	@Test
	void stringsMayComeBareOrQuoted() {
		DsmCalls administrator = this.scene.administrator();
		administrator.call(OIDC, 1, "set", "oidc_name", "\"quoted\"", "oidc_scope", "openid profile");
		JsonNode stored = administrator.data(OIDC, 1, "get");
		assertThat(stored.path("oidc_name").asString()).isEqualTo("quoted");
		assertThat(stored.path("oidc_scope").asString()).isEqualTo("openid profile");
	}

	@Test
	void aStrictNasTakesQuotedStringsOnly() {
		DsmCalls administrator = this.scene.administrator();
		this.scene.world.takesOnlyJsonValues(true);
		assertThat(administrator.code(OIDC, 1, "set", "oidc_name", "bare")).isEqualTo(120);
		assertThat(administrator.code(OIDC, 1, "set", "oidc_name", "\"quoted\"")).isZero();
	}

	@Test
	void compoundsAnswerEachMember() {
		JsonNode data = this.scene.administrator()
			.data("SYNO.Entry.Request", 1, "request", "mode", "\"sequential\"", "stop_when_error", "false", "compound",
					"""
							[{"api":"SYNO.Core.Directory.SSO.Profile","method":"get","version":1},
							{"api":"SYNO.Core.Nothing","method":"get","version":1}]""");
		assertThat(data).hasToString("{\"has_fail\":true,\"result\":[{\"api\":\"SYNO.Core.Directory.SSO.Profile\","
				+ "\"data\":{\"sso_enable\":false,\"sso_profile\":\"\"},\"method\":\"get\",\"success\":true,\"version\":1},"
				+ "{\"api\":\"SYNO.Core.Nothing\",\"error\":{\"code\":102},\"method\":\"get\",\"success\":false,"
				+ "\"version\":1}]}");
	}

	@Test
	void aStoppedCompoundSaysSo() {
		JsonNode data = this.scene.administrator()
			.data("SYNO.Entry.Request", 1, "request", "stop_when_error", "true", "compound", """
					[{"api":"SYNO.Core.Nothing","method":"get","version":1},
					{"api":"SYNO.Core.Directory.SSO.Profile","method":"get","version":1}]""");
		assertThat(data.path("result").path(1).path("error").path("code").asInt()).isEqualTo(112);
	}

	@Test
	void aCompoundGivesNoOneMoreRightsThanTheyHave() {
		JsonNode data = this.anyone.data("SYNO.Entry.Request", 1, "request", "compound",
				"[{\"api\":\"SYNO.Core.User\",\"method\":\"list\",\"version\":1}]");
		assertThat(data.path("result").path(0).path("error").path("code").asInt()).isEqualTo(119);
	}

	private static JsonNode json(LabResponse response) {
		return Json.read(response.text());
	}

}
