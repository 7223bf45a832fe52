package io.github.dsmsso.lab;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.debug.DebugEndpoint;
import io.github.dsmsso.lab.dsm.DsmSimulator;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.lab.time.VirtualTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Tests for the debug pages of both simulators, as another program uses it. */
class DebugEndpointTests {

	private static final String API_INFO = "/webapi/entry.cgi?api=SYNO.API.Info&version=1&method=query&query=all";

	private static final String VERSION = "/api/v3/admin/version/";

	private final Clock clock = new VirtualTime();

	private final AuthentikSimulator authentik = new AuthentikSimulator(
			DemoAuthentik.world(AuthentikVersion.of("2026.5"), this.clock, new SecureRandom()));

	private final DsmSimulator dsm = new DsmSimulator(DemoNas.world(DsmVersion.DSM_7_2_2, this.clock),
			OutboundHttp.to(this.authentik));

	private final LabServer dsmServer = LabServer.http(new DebugEndpoint(this.dsm, this.dsm), 0);

	private final LabServer authentikServer = LabServer.http(new DebugEndpoint(this.authentik, this.authentik), 0);

	private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

	@AfterEach
	void stop() {
		this.dsmServer.close();
		this.authentikServer.close();
	}

	@Test
	void aNamedCallIsBrokenOnceAndTheSecondTime() throws Exception {
		JsonNode state = json(post(this.dsmServer, "fault=BAD_GATEWAY&call=SYNO.API.Info+query&nth=2"));
		assertThat(state.path("broken").get(0).asString())
			.isEqualTo("BAD_GATEWAY (F19): SYNO.API.Info query, from no. 2, 1 time");
		assertThat(get(this.dsmServer, API_INFO).statusCode()).isEqualTo(200);
		assertThat(get(this.dsmServer, API_INFO).statusCode()).isEqualTo(502);
		assertThat(get(this.dsmServer, API_INFO).statusCode()).isEqualTo(200);
	}

	@Test
	void everyCallIsBrokenUntilTheReset() throws Exception {
		post(this.authentikServer, "fault=SERVER_ERROR&times=always");
		assertThat(asAdministrator(VERSION).statusCode()).isEqualTo(500);
		assertThat(asAdministrator("/api/v3/core/users/me/").statusCode()).isEqualTo(500);
		assertThat(json(post(this.authentikServer, "reset=true")).path("broken")).isEmpty();
		assertThat(asAdministrator(VERSION).statusCode()).isEqualTo(200);
	}

	@Test
	void anAnswerIsLost() throws Exception {
		post(this.dsmServer, "fault=LOST_AFTER");
		assertThatExceptionOfType(IOException.class).isThrownBy(() -> call("SYNO.API.Info", "1", "query", ""));
		assertThat(this.dsm.arrived()).hasSize(1);
	}

	@Test
	void anOrderMayComeAsJsonOrInTheAddress() throws Exception {
		send(this.dsmServer, "POST", "/debug/faults", "application/json", "{\"booting\":true}");
		assertThat(get(this.dsmServer, API_INFO).statusCode()).isEqualTo(502);
		get(this.dsmServer, "/debug/faults?booting=false");
		assertThat(get(this.dsmServer, API_INFO).statusCode()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "no-such-switch=1", "fault=NO_SUCH_FAULT", "fault=REFUSED", "fault=LOST_AFTER&nth=x",
			"slow=fast", "booting=perhaps" })
	void whatIsNotUnderstoodIsRefusedAndChangesNothing(String order) throws Exception {
		JsonNode before = json(get(this.dsmServer, "/debug/faults"));
		HttpResponse<String> answer = post(this.dsmServer, order);
		assertThat(answer.statusCode()).isEqualTo(400);
		assertThat(json(answer).path("error").asString()).isNotEmpty();
		assertThat(json(get(this.dsmServer, "/debug/faults"))).isEqualTo(before);
	}

	@Test
	void theStateListsEverySwitchAndFault() throws Exception {
		assertThat(json(get(this.dsmServer, "/debug/faults")).path("switches").propertyNames()).contains("slow",
				"booting", "clock-skew", "lose-sessions", "drop-writes", "mask-secrets", "assume-no-nonce");
		assertThat(json(get(this.authentikServer, "/debug/faults")).path("switches").propertyNames()).contains("slow",
				"starting", "clock-skew", "lose-sessions", "web-path", "proxy", "assume-bad-token-answers-403");
		assertThat(json(get(this.dsmServer, "/debug/faults")).path("faults")).hasSize(Fault.ofAServer().size());
	}

	@Test
	void theNasDropsWritesMasksSecretsAndLosesItsSessions() throws Exception {
		String key = signIn();
		post(this.dsmServer, "drop-writes=true");
		configure(key, "dropped");
		assertThat(settings(key)).doesNotContain("dropped");
		post(this.dsmServer, "drop-writes=false&mask-secrets=true");
		configure(key, "hush-hush");
		assertThat(settings(key)).contains("\"success\":true", "***").doesNotContain("hush-hush");
		post(this.dsmServer, "lose-sessions=true");
		assertThat(settings(key)).contains("119");
	}

	@Test
	void accountsLoseAndGetBackTheDesktop() throws Exception {
		post(this.dsmServer, "denied-accounts=setup-admin,grace");
		assertThat(
				call("SYNO.API.Auth", "7", "login", "&account=" + DemoNas.ADMINISTRATOR + "&passwd=" + DemoNas.PASSWORD)
					.body())
			.contains("402");
		assertThat(json(get(this.dsmServer, "/debug/faults")).at("/switches/denied-accounts").toString())
			.contains("grace");
		post(this.dsmServer, "reset=true");
		assertThat(settings(signIn())).contains("\"success\":true");
	}

	@Test
	void gatewaysStandInFrontOfBothAndLeaveTheApisFree() throws Exception {
		post(this.authentikServer, "gateway=password&expiring-keys=true");
		post(this.dsmServer, "gateway=challenge");
		assertThat(get(this.authentikServer, "/application/o/nas/jwks/").statusCode()).isEqualTo(401);
		assertThat(asAdministrator("/api/v3/admin/settings/").statusCode()).isEqualTo(200);
		assertThat(get(this.dsmServer, "/index.cgi").headers().firstValue("cf-mitigated")).contains("challenge");
		assertThat(get(this.dsmServer, "/webapi/query.cgi?api=SYNO.API.Info&version=1&method=query").statusCode())
			.isEqualTo(200);
		post(this.authentikServer, "reset=true");
		post(this.dsmServer, "reset=true");
		assertThat(get(this.authentikServer, "/application/o/nas/jwks/").statusCode()).isEqualTo(404);
		assertThat(get(this.dsmServer, "/index.cgi").statusCode()).isEqualTo(200);
	}

	@Test
	void applicationsAreClosedAndFlowsGoAndComeBack() throws Exception {
		String flows = "/api/v3/flows/instances/?designation=authorization";
		post(this.authentikServer, "missing-flows=true&closed-applications=true&cut-opener=true");
		assertThat(json(asAdministrator(flows)).at("/pagination/count").asInt()).isZero();
		assertThat(asAdministrator("/api/v3/admin/settings/").body()).contains("\"core_default_app_access\":false");
		post(this.authentikServer, "reset=true");
		assertThat(json(asAdministrator(flows)).at("/pagination/count").asInt()).isEqualTo(2);
	}

	@Test
	void aPolicyDecidesWhoMayUseApplications() throws Exception {
		AuthentikWorld world = this.authentik.world();
		world.connectionComes("nas", "client", "secret", "https://nas.example.org");
		Map<String, String> whoMay = Map.of("nobody", "", "family", "anna bob", "not-family", "grace", "failing", "",
				"none", "anna bob grace");
		for (Map.Entry<String, String> expected : whoMay.entrySet()) {
			post(this.authentikServer, "application-policy=" + expected.getKey());
			assertThat(whoMayUseTheNas(world)).as(expected.getKey()).isEqualTo(expected.getValue());
		}
		post(this.authentikServer, "reset=true");
		assertThat(world.tables().bindings().stream()).isEmpty();
	}

	private String whoMayUseTheNas(AuthentikWorld world) throws Exception {
		List<String> allowed = new ArrayList<>();
		for (String name : List.of("anna", "bob", "grace")) {
			String path = "/api/v3/core/applications/nas/check_access/?for_user=" + world.people().user(name).pk();
			if (json(asAdministrator(path)).path("passing").asBoolean()) {
				allowed.add(name);
			}
		}
		return String.join(" ", allowed);
	}

	@Test
	void anAnswerTakesLonger() throws Exception {
		post(this.dsmServer, "slow=300");
		long start = System.nanoTime();
		get(this.dsmServer, API_INFO);
		assertThat(Duration.ofNanos(System.nanoTime() - start)).isGreaterThanOrEqualTo(Duration.ofMillis(300));
	}

	@Test
	void bothClocksCanBeWrong() throws Exception {
		for (LabServer server : new LabServer[] { this.dsmServer, this.authentikServer }) {
			post(server, "clock-skew=-600");
			String date = get(server, "/").headers().firstValue("date").orElseThrow();
			assertThat(ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant())
				.isEqualTo(this.clock.instant().minusSeconds(600));
		}
	}

	@Test
	void authentikStartsAndMovesBelowAPathBehindAProxy() throws Exception {
		post(this.authentikServer, "starting=true");
		assertThat(asAdministrator(VERSION).statusCode()).isEqualTo(503);
		post(this.authentikServer, "starting=false&web-path=/sso/&proxy=untrusted");
		assertThat(asAdministrator(VERSION).statusCode()).isEqualTo(404);
		assertThat(asAdministrator("/sso" + VERSION).statusCode()).isEqualTo(200);
		post(this.authentikServer, "reset=true");
		assertThat(asAdministrator(VERSION).statusCode()).isEqualTo(200);
	}

	@Test
	void theCertificateChangesAndComesBack() {
		LabCertificate first = LabCertificate.selfSigned("localhost");
		DebugEndpoint debug = new DebugEndpoint(this.dsm, this.dsm);
		try (LabServer server = debug.serve(first, 0)) {
			debug.handle(LabRequest.of("GET", "/debug/faults?certificate=another", Map.of(), new byte[0]));
			assertThat(server.certificate()).isNotEqualTo(first);
			debug.handle(LabRequest.of("GET", "/debug/faults?reset=true", Map.of(), new byte[0]));
			assertThat(server.certificate()).isEqualTo(first);
		}
	}

	@Test
	void thePageShowsWhatArrivedAndWhatIsSwitchedAndNoSecret() throws Exception {
		configure(signIn(), "hush-hush");
		asAdministrator(VERSION);
		post(this.dsmServer, "mask-secrets=true&fault=LATE_20&call=<b>");
		String pages = get(this.dsmServer, "/debug").body() + get(this.dsmServer, "/debug/requests.json").body()
				+ get(this.authentikServer, "/debug").body() + get(this.authentikServer, "/debug/requests.json").body();
		assertThat(pages).contains("SYNO.Core.Directory.OIDC.SSO", VERSION, "LATE_20 (F10): &lt;b&gt;", "mask-secrets")
			.doesNotContain("hush-hush", DemoNas.PASSWORD, DemoAuthentik.API_TOKEN, "<b>");
	}

	@Test
	void aFormLeadsBackToThePage() throws Exception {
		HttpResponse<String> answer = this.client.send(HttpRequest.newBuilder(at(this.dsmServer, "/debug/faults"))
			.header("Accept", "text/html,application/xhtml+xml")
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString("reset=true"))
			.build(), BodyHandlers.ofString());
		assertThat(answer.statusCode()).isEqualTo(302);
		assertThat(answer.headers().firstValue("location")).contains("/debug");
	}

	private String signIn() throws Exception {
		JsonNode answer = json(call("SYNO.API.Auth", "7", "login",
				"&account=" + DemoNas.ADMINISTRATOR + "&passwd=" + DemoNas.PASSWORD + "&format=sid"));
		return "&_sid=" + answer.path("data").path("sid").asString();
	}

	private void configure(String key, String secret) throws Exception {
		call("SYNO.Core.Directory.OIDC.SSO", "1", "set", key + "&oidc_client_secret=%22" + secret + "%22");
	}

	private String settings(String key) throws Exception {
		return call("SYNO.Core.Directory.OIDC.SSO", "1", "get", key).body();
	}

	private HttpResponse<String> call(String api, String version, String method, String parameters) throws Exception {
		return send(this.dsmServer, "POST", "/webapi/entry.cgi", "application/x-www-form-urlencoded",
				"api=" + api + "&version=" + version + "&method=" + method + parameters);
	}

	private HttpResponse<String> asAdministrator(String path) throws Exception {
		return this.client.send(HttpRequest.newBuilder(at(this.authentikServer, path))
			.header("Authorization", "Bearer " + DemoAuthentik.API_TOKEN)
			.build(), BodyHandlers.ofString());
	}

	private HttpResponse<String> post(LabServer server, String form) throws Exception {
		return send(server, "POST", "/debug/faults", "application/x-www-form-urlencoded", form);
	}

	private HttpResponse<String> get(LabServer server, String target) throws Exception {
		return send(server, "GET", target, "text/plain", "");
	}

	private HttpResponse<String> send(LabServer server, String method, String target, String type, String body)
			throws Exception {
		return this.client.send(HttpRequest.newBuilder(at(server, target))
			.header("Content-Type", type)
			.method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8))
			.build(), BodyHandlers.ofString());
	}

	private static URI at(LabServer server, String target) {
		return URI.create("http://127.0.0.1:" + server.port() + target);
	}

	private static JsonNode json(HttpResponse<String> answer) {
		return JsonMapper.builder().build().readTree(answer.body());
	}

}
