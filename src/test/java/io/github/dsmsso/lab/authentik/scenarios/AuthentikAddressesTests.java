package io.github.dsmsso.lab.authentik.scenarios;

import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The addresses that authentik tells: it builds them from the request it sees, below its
 * web path, and believes a proxy or not, by its release.
 */
class AuthentikAddressesTests {

	private static final String CONFIGURATION = "application/o/nas/.well-known/openid-configuration";

	/** Ways to stand somewhere, for tables. */
	enum Place {

		/** A browser speaks to authentik itself. */
		OPEN(UnaryOperator.identity()),
		/** See {@link AuthentikWorld#standsBehindATrustedProxy()}. */
		TRUSTED_PROXY(AuthentikWorld::standsBehindATrustedProxy),
		/** See {@link AuthentikWorld#standsBehindAnUntrustedProxy()}. */
		UNTRUSTED_PROXY(AuthentikWorld::standsBehindAnUntrustedProxy),
		/** See {@link AuthentikWorld#standsBehindASilentProxy()}. */
		SILENT_PROXY(AuthentikWorld::standsBehindASilentProxy);

		private final UnaryOperator<AuthentikWorld> move;

		Place(UnaryOperator<AuthentikWorld> move) {
			this.move = move;
		}

		void of(ApiScene api) {
			this.move.apply(api.world());
		}

	}

	@ParameterizedTest
	@CsvSource({ "2023.10.7, OPEN, https", "2023.10.7, TRUSTED_PROXY, https", "2023.10.7, UNTRUSTED_PROXY, https",
			"2023.10.7, SILENT_PROXY, http", "2026.5.6, OPEN, https", "2026.5.6, TRUSTED_PROXY, https",
			"2026.5.6, UNTRUSTED_PROXY, https", "2026.5.6, SILENT_PROXY, http", "2026.8.3, OPEN, https",
			"2026.8.3, TRUSTED_PROXY, https", "2026.8.3, UNTRUSTED_PROXY, http", "2026.8.3, SILENT_PROXY, http" })
	void theSchemeIsTheOneThatAuthentikSees(String release, Place place, String scheme) {
		ApiScene api = ApiScene.of(release);
		place.of(api);
		String provider = api.connect("nas");
		String root = scheme + "://" + PlainClient.HOST + "/";

		Answer discovery = api.discovery("nas");
		assertThat(discovery.text("/issuer")).isEqualTo(root + "application/o/nas/");
		assertThat(discovery.text("/jwks_uri")).isEqualTo(root + "application/o/nas/jwks/");
		Answer urls = api.get("/providers/oauth2/" + provider + "/setup_urls/");
		assertThat(urls.text("/issuer")).isEqualTo(root + "application/o/nas/");
		assertThat(urls.text("/provider_info")).isEqualTo(root + CONFIGURATION);
		assertThat(api.tokens("nas", "anna").idToken(1).at("/iss").asString()).isEqualTo(root + "application/o/nas/");
	}

	@ParameterizedTest
	@CsvSource({ "2026.5.6, UNTRUSTED_PROXY, public.example", "2026.8.3, TRUSTED_PROXY, public.example",
			"2026.8.3, UNTRUSTED_PROXY, inside.example" })
	void theHostIsTheForwardedOneWhereTheProxyIsBelieved(String release, Place place, String host) {
		ApiScene api = ApiScene.of(release);
		place.of(api);
		api.connect("nas");
		Answer discovery = api.anonymous()
			.with("Host", "inside.example")
			.with("X-Forwarded-Host", "public.example")
			.get("/" + CONFIGURATION);
		assertThat(discovery.text("/token_endpoint")).contains("://" + host + "/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024.12.5", "2025.12.6", "2026.8.3" })
	void belowAPathEveryAddressBeginsWithItAndNothingIsAtTheRoot(String release) {
		ApiScene api = ApiScene.of(release);
		String provider = api.connect("nas");
		String urls = "api/v3/providers/oauth2/" + provider + "/setup_urls/";
		api.world().livesBelow("/sso/");

		String root = "https://" + PlainClient.HOST + "/sso/";
		assertThat(api.discovery("nas").text("/issuer")).isEqualTo(root + "application/o/nas/");
		assertThat(api.discovery("nas").text("/token_endpoint")).isEqualTo(root + "application/o/token/");
		PlainClient administrator = api.holderOf(DemoAuthentik.API_TOKEN);
		assertThat(administrator.get("/sso/" + urls).text("/provider_info")).isEqualTo(root + CONFIGURATION);
		assertThat(administrator.get("/" + urls).status()).isEqualTo(404);
		assertThat(api.anonymous().get("/" + CONFIGURATION).status()).isEqualTo(404);
		assertThat(api.anonymous().get("/sso/-/health/live/").status()).isEqualTo(200);
		assertThat(api.anonymous().get(api.authorizeTarget("nas")).location())
			.startsWith("/sso/if/flow/default-authentication-flow/?")
			.contains("&next=%2Fsso%2Fapplication%2Fo%2Fauthorize%2F%3F");
		assertThat(api.browserOf("anna").get(api.authorizeTarget("nas")).location())
			.startsWith(ApiScene.REDIRECT_URI + "?code=");
	}

	@ParameterizedTest
	@EnumSource
	void aGlobalIssuerIsTheRootOfTheServer(Place place) {
		ApiScene api = ApiScene.of("2026.5");
		place.of(api);
		api.connect("nas", api.provider("nas", "issuer_mode", "global"));
		String scheme = (place == Place.SILENT_PROXY) ? "http" : "https";
		assertThat(api.discovery("nas").text("/issuer")).isEqualTo(scheme + "://" + PlainClient.HOST + "/");
	}

}
