package io.github.dsmsso.lab.dsm;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.debug.DebugEndpoint;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.JdkOutboundHttp;
import io.github.dsmsso.lab.dsm.sso.NasTrust;
import io.github.dsmsso.lab.dsm.sso.OidcProvider;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.webapi.Arrival;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the simulator as a whole: its pages, its record, its sockets. */
class DsmSimulatorTests {

	private static final String WELL_KNOWN = "/.well-known/openid-configuration";

	private final DsmScene scene = DsmScene.of(DsmVersion.DSM_7_2_2);

	@Test
	void whatArrivedIsKeptWithoutSecrets() {
		DsmCalls administrator = this.scene.administrator();
		administrator.call("SYNO.Core.Directory.OIDC.SSO", 1, "set", "oidc_client_secret", "\"hush-hush\"", "oidc_name",
				"\"authentik\"");
		assertThat(this.scene.simulator.arrived()).extracting(Arrival::call)
			.containsExactly("SYNO.API.Auth/login", "SYNO.Core.Directory.OIDC.SSO/set");
		assertThat(this.scene.simulator.arrived()).allSatisfy((arrival) -> {
			assertThat(arrival.httpMethod()).isEqualTo("POST");
			assertThat(arrival.exposedSecret()).isFalse();
			assertThat(arrival.code()).isZero();
		});
		assertThat(this.scene.simulator.arrived().get(1).parameterNames()).contains("oidc_client_secret", "_sid");
		assertThat(this.scene.simulator.arrived().toString()).contains("authentik")
			.doesNotContain("hush-hush", DemoNas.PASSWORD);
		assertThat(debugPages()).contains("authentik").doesNotContain("hush-hush", DemoNas.PASSWORD);
	}

	@Test
	void aSecretInTheAddressIsNoticed() {
		this.scene.anyone().get("/webapi/entry.cgi?api=SYNO.API.Auth&version=7&method=login&account=anna&passwd=x");
		assertThat(this.scene.simulator.arrived()).singleElement().satisfies((arrival) -> {
			assertThat(arrival.exposedSecret()).isTrue();
			assertThat(arrival.httpMethod()).isEqualTo("GET");
			assertThat(arrival.code()).isEqualTo(400);
			assertThat(arrival.query()).containsEntry("passwd", "***");
		});
	}

	@Test
	void membersOfACompoundAreKeptOneByOne() {
		this.scene.administrator()
			.call("SYNO.Entry.Request", 1, "request", "compound",
					"[{\"api\":\"SYNO.Core.Directory.OIDC.SSO\",\"method\":\"set\",\"version\":1,"
							+ "\"oidc_client_secret\":\"hush-hush\"}]");
		assertThat(this.scene.simulator.arrived()).extracting(Arrival::call)
			.containsExactly("SYNO.API.Auth/login", "SYNO.Core.Directory.OIDC.SSO/set", "SYNO.Entry.Request/request");
		assertThat(debugPages()).doesNotContain("hush-hush");
	}

	private String debugPages() {
		DsmCalls debug = new DsmCalls(new DebugEndpoint(this.scene.simulator, this.scene.simulator));
		return debug.get("/debug").text() + debug.get("/debug/requests.json").text();
	}

	@Test
	void thePageKnowsTheSettingsAndCannotBeBrokenByThem() {
		this.scene.world.sso()
			.profile("oidc", true)
			.configure(Map.of("oidc_name", "</script><script>alert(1)</script>"));
		LabResponse page = this.scene.anyone().get("/");
		assertThat(page.text()).contains("\"oidc_sso_enable\":true").doesNotContain("<script>alert");
	}

	@Test
	void otherMethodsThanGetAndPostAreNotAllowed() {
		assertThat(this.scene.anyone().send("DELETE", "/", Map.of(), "").status()).isEqualTo(405);
	}

	@Test
	void aNasAnswersOverTlsUntilItIsSpoiledOrStopped() throws Exception {
		LabCertificate certificate = LabCertificate.selfSigned("localhost");
		try (RunningDsm dsm = RunningDsm.start(this.scene.world, OutboundHttp.to((request) -> {
			throw new IllegalStateException();
		}), certificate, 0)) {
			String target = dsm.address() + "/webapi/query.cgi?api=SYNO.API.Info&version=1&method=query";
			assertThat(get(certificate, target)).startsWith("{\"data\":{\"SYNO.API.Auth\"");
			dsm.behind((simulator) -> (request) -> LabResponse.html(502, "bad gateway"));
			assertThat(get(certificate, target)).isEqualTo("bad gateway");
			dsm.healed();
			assertThat(get(certificate, target)).startsWith("{\"data\"");
			assertThat(dsm.world().web().httpsPort()).isEqualTo(dsm.server().port());
		}
	}

	private static String get(LabCertificate certificate, String address) throws Exception {
		HttpClient client = HttpClient.newBuilder()
			.sslContext(NasTrust.context(List.of(certificate.certificate())))
			.build();
		return client.send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.ofString()).body();
	}

	@Test
	void theNasTrustsWhatWasImportedAndSendsAnEmptyUserAgent() throws IOException {
		LabCertificate certificate = LabCertificate.selfSigned("localhost");
		StubProvider provider = new StubProvider("https://localhost", Clock.systemUTC());
		try (LabServer server = LabServer.https(provider, certificate, 0)) {
			OidcProvider trusting = new OidcProvider(new JdkOutboundHttp(List.of(certificate.certificate())));
			JsonNode document = trusting.document("https://localhost:" + server.port() + WELL_KNOWN);
			assertThat(document.path("issuer").asString()).isEqualTo("https://localhost/");
			assertThat(provider.received).singleElement()
				.satisfies((request) -> assertThat(request.header("User-Agent")).isEmpty());
		}
	}

	@Test
	void theNasTrustsNoOtherCertificateAndNoOtherName() throws IOException {
		LabCertificate certificate = LabCertificate.selfSigned("other.example.org");
		StubProvider provider = new StubProvider("https://localhost", Clock.systemUTC());
		try (LabServer server = LabServer.https(provider, certificate, 0)) {
			String address = "https://localhost:" + server.port() + WELL_KNOWN;
			assertThat(failure(new JdkOutboundHttp(List.of()), address)).contains("PKIX");
			assertThat(failure(new JdkOutboundHttp(List.of(certificate.certificate())), address)).contains("localhost");
			assertThat(provider.received).isEmpty();
		}
	}

	private static String failure(OutboundHttp outbound, String address) {
		try {
			new OidcProvider(outbound).document(address);
			return "none";
		}
		catch (IOException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

}
