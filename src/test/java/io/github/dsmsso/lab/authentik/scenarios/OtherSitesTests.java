package io.github.dsmsso.lab.authentik.scenarios;

import java.util.Map;

import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What scripts of other sites may read, and which methods the endpoints have
 * ({@code cors_allow} in {@code authentik/providers/oauth2/utils.py}).
 */
class OtherSitesTests {

	private static final String ALLOWED = "Access-Control-Allow-Origin";

	private static final String DISCOVERY = "/application/o/nas/.well-known/openid-configuration";

	@ParameterizedTest
	@CsvSource({ "2023.10.7, https://nas.example.org:5001, true", "2026.2.2, https://nas.example.org:5001, true",
			"2026.2.2, https://NAS.example.org:5001, true", "2026.2.2, https://nas.example.org, false",
			"2026.2.2, http://nas.example.org:5001, false", "2026.2.2, https://else.example.org:5001, false",
			"2026.2.2, null, false" })
	void onlyTheSitesOfTheRedirectUrisMayReadTheDocument(String release, String origin, boolean allowed) {
		ApiScene api = connected(release);
		Answer answer = api.anonymous().with("Origin", origin).get(DISCOVERY);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header(ALLOWED)).isEqualTo(allowed ? origin : null);
		assertThat(answer.header("Access-Control-Allow-Credentials")).isEqualTo(allowed ? "true" : null);
	}

	@Test
	void tokensAndClaimsAreReadByTheSameSites() {
		ApiScene api = connected("2026.2");
		String code = ApiScene.code(api.signInOf("anna", api.authorizeTarget("nas")));
		Map<String, String> form = Map.of("grant_type", "authorization_code", "client_id", ApiScene.CLIENT_ID + "-nas",
				"client_secret", ApiScene.CLIENT_SECRET, "redirect_uri", ApiScene.REDIRECT_URI, "code", code);
		PlainClient site = api.anonymous().with("Origin", ApiScene.REDIRECT_URI);
		Answer tokens = site.submit("/application/o/token/", form);
		assertThat(tokens.header(ALLOWED)).isEqualTo(ApiScene.REDIRECT_URI);
		assertThat(site.submit("/application/o/token/", form).header(ALLOWED)).isEqualTo(ApiScene.REDIRECT_URI);
		assertThat(api.anonymous().with("Origin", "https://else.example.org").submit("/application/o/token/", form))
			.extracting((answer) -> answer.header(ALLOWED))
			.isNull();
		assertThat(site.with("Authorization", "Bearer " + tokens.text("/access_token"))
			.get("/application/o/userinfo/")
			.header(ALLOWED)).isEqualTo(ApiScene.REDIRECT_URI);
		assertThat(site.with("Authorization", "Bearer wrong").get("/application/o/userinfo/").header(ALLOWED)).isNull();
	}

	@ParameterizedTest
	@CsvSource({ "/application/o/token/, true", "/application/o/userinfo/, true",
			"/application/o/nas/.well-known/openid-configuration, true", "/application/o/revoke/, false",
			"/application/o/introspect/, false", "/application/o/device/, false", "/application/o/nas/jwks/, false" })
	void whoAsksBeforehandIsAllowedWhereverScriptsAreThoughtOf(String path, boolean allowed) {
		ApiScene api = connected("2026.2");
		Answer answer = api.anonymous()
			.with("Origin", "https://else.example.org")
			.with("Access-Control-Request-Headers", "authorization")
			.send("OPTIONS", path);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header(ALLOWED)).isEqualTo(allowed ? "https://else.example.org" : null);
		assertThat(answer.header("Access-Control-Allow-Headers")).isEqualTo(allowed ? "authorization" : null);
		assertThat(answer.header("Access-Control-Allow-Methods")).isEqualTo(allowed ? "GET, POST, OPTIONS" : null);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			GET    ; /application/o/token/      ; POST, OPTIONS
			GET    ; /application/o/revoke/     ; POST, OPTIONS
			DELETE ; /application/o/userinfo/   ; GET, POST, HEAD, OPTIONS
			""")
	void aWrongMethodIsToldTheRightOnes(String method, String path, String allowed) {
		Answer answer = connected("2026.2").anonymous().send(method, path);
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.header("Allow")).isEqualTo(allowed);
	}

	@Test
	void everybodyMayReadTheKeys() {
		assertThat(connected("2026.2").jwks("nas").header(ALLOWED)).isEqualTo("*");
	}

	@Test
	void whoAsksTheAuthorizeEndpointBeforehandGetsNoCode() {
		ApiScene api = connected("2026.2");
		Answer answer = api.browserOf("anna").send("OPTIONS", api.authorizeTarget("nas"));
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.header("Location")).isNull();
		assertThat(api.get("/oauth2/authorization_codes/").column("pk")).isEmpty();
	}

	private static ApiScene connected(String release) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas");
		return api;
	}

}
