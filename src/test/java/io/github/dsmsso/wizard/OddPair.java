package io.github.dsmsso.wizard;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.AuthentikSimulator;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.dsm.DsmSimulator;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.inprocess.InProcessPeers;
import io.github.dsmsso.lab.time.VirtualTime;
import io.github.dsmsso.wizard.apply.Pause;
import io.github.dsmsso.wizard.http.CertificateLook;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.HttpProperties;
import io.github.dsmsso.wizard.http.PeerConnectors;
import io.github.dsmsso.wizard.http.PresentedCertificate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A NAS and an authentik in process, for a wizard with all its pages. Each answer can be
 * exchanged on its way.
 */
final class OddPair {

	static final String NAS = "https://nas.example:5001";

	static final String AUTHENTIK = "https://auth.example";

	private final VirtualTime time = new VirtualTime();

	private volatile Way way = (side, request, response) -> response;

	private DsmWorld nas;

	private DsmSimulator dsm;

	private AuthentikSimulator authentik;

	/** What happens to an answer on its way. */
	@FunctionalInterface
	interface Way {

		LabResponse of(Side side, LabRequest request, LabResponse response);

	}

	/** The demo's pair anew, with answers that come as they are. */
	OddPair comesAnew() {
		this.way = (side, request, response) -> response;
		this.nas = DemoNas.world(DsmVersion.of("7.2.2"), this.time);
		this.authentik = new AuthentikSimulator(
				DemoAuthentik.world(AuthentikVersion.of("2026.5"), this.time, new SecureRandom()));
		this.dsm = new DsmSimulator(this.nas, OutboundHttp.to((request) -> this.authentik.handle(request)));
		return this;
	}

	/** From now on answers go this way. */
	void answersGo(Way way) {
		this.way = way;
	}

	/** Somebody has connected the two by hand, nearly right. */
	void isConnectedByHand() {
		JsonNode key = first("/crypto/certificatekeypairs/?has_key=true");
		JsonNode flow = first("/flows/instances/?designation=authorization");
		JsonNode invalidation = first("/flows/instances/?designation=invalidation");
		JsonNode provider = creates("/providers/oauth2/",
				Map.of("name", "NAS", "authorization_flow", text(flow, "pk"), "invalidation_flow",
						text(invalidation, "pk"), "client_type", "confidential", "redirect_uris",
						List.of(Map.of("matching_mode", "strict", "url", NAS)), "signing_key", text(key, "pk"),
						"grant_types", List.of("authorization_code")));
		JsonNode application = creates("/core/applications/",
				Map.of("name", "NAS", "slug", "nas", "provider", provider.path("pk").intValue()));
		creates("/policies/bindings/", Map.of("target", text(application, "pk"), "group",
				text(first("/core/groups/?ordering=name"), "pk"), "order", 0));
		this.nas.sso()
			.configure(Map.of("oidc_name", "Our sign-in", "oidc_client_id", text(provider, "client_id"),
					"oidc_client_secret", text(provider, "client_secret"), "oidc_wellknown",
					AUTHENTIK + "/application/o/nas/.well-known/openid-configuration", "oidc_redirect_uri", NAS,
					"oidc_scope", "openid profile"));
	}

	private JsonNode first(String path) {
		return answer("GET", path, "").path("results").path(0);
	}

	private JsonNode creates(String path, Map<String, ?> body) {
		return answer("POST", path, JsonMapper.shared().writeValueAsString(body));
	}

	private JsonNode answer(String method, String path, String body) {
		Map<String, List<String>> headers = Map.of("Authorization", List.of("Bearer " + DemoAuthentik.API_TOKEN),
				"Content-Type", List.of("application/json"), "Host", List.of("auth.example"));
		LabResponse response = this.authentik
			.handle(LabRequest.of(method, "/api/v3" + path, headers, body.getBytes(StandardCharsets.UTF_8)));
		assertThat(response.status()).as(response.text()).isBetween(200, 299);
		return JsonMapper.shared().readTree(response.body());
	}

	private static String text(JsonNode node, String field) {
		return node.path(field).stringValue();
	}

	/** Everything that a run may change, on both sides. */
	Map<String, Object> everything() {
		return Map.of("authentik", this.authentik.world().inventory(), "oidc", this.nas.sso().oidc(), "enabled",
				this.nas.sso().enabled(), "profile", this.nas.sso().profile(), "default",
				this.nas.sso().defaultLogin());
	}

	AuthentikWorld authentik() {
		return this.authentik.world();
	}

	boolean offersOidc() {
		return this.nas.sso().offersOidc();
	}

	private LabHandler server(Side side) {
		return (request) -> this.way.of(side, request,
				((side == Side.DSM) ? this.dsm : this.authentik).handle(request));
	}

	/** Puts the pair where the wizard looks for servers. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Network {

		@Bean
		OddPair oddPair() {
			return new OddPair();
		}

		@Bean
		@Primary
		PeerConnectors inProcess(OddPair pair, HttpProperties limits) {
			return new InProcessPeers(pair.time, limits).at(NAS, pair.server(Side.DSM))
				.at(AUTHENTIK, pair.server(Side.AUTHENTIK));
		}

		@Bean
		@Primary
		CertificateLook selfSigned() {
			return (address) -> new PresentedCertificate(new Fingerprint("AA:BB"), "CN=synology", "CN=synology",
					List.of("synology"), Instant.EPOCH, Instant.EPOCH, false, false, false);
		}

		@Bean
		@Primary
		Clock clockInProcess(OddPair pair) {
			return pair.time;
		}

		@Bean
		@Primary
		Pause pauseInProcess(OddPair pair) {
			return pair.time::pass;
		}

	}

}
