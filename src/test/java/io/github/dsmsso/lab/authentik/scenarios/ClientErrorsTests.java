package io.github.dsmsso.lab.authentik.scenarios;

import java.util.Base64;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What authentik's OpenID endpoints answer to clients that are set wrongly. */
class ClientErrorsTests {

	private static final String UNREGISTERED = "https://else.example.org";

	@ParameterizedTest
	@CsvSource({ "2026.2.2, nobody, nas-secret, authorization_code, code, registered, invalid_client",
			"2026.5.6, nobody, nas-secret, authorization_code, code, registered, invalid_client",
			"2026.2.2, nas, wrong, authorization_code, code, registered, invalid_client",
			"2026.5.6, nas, wrong, authorization_code, code, registered, invalid_client",
			"2026.2.2, nas, wrong, client_credentials, code, registered, invalid_grant",
			"2026.5.6, nas, wrong, client_credentials, code, registered, invalid_grant",
			"2026.2.2, nas, nas-secret, authorization_code, '', elsewhere, invalid_grant",
			"2026.5.6, nas, nas-secret, authorization_code, '', elsewhere, invalid_grant",
			"2026.2.2, nas, nas-secret, authorization_code, code, elsewhere, invalid_client",
			"2026.5.6, nas, nas-secret, authorization_code, code, elsewhere, invalid_client",
			"2026.2.2, nas, nas-secret, authorization_code, code, registered, invalid_grant",
			"2026.5.6, nas, nas-secret, authorization_code, code, registered, invalid_grant",
			"2026.2.2, nas, nas-secret, telepathy, code, registered, unsupported_grant_type",
			"2026.5.6, nas, nas-secret, telepathy, code, registered, invalid_grant" })
	void theTokenEndpointTellsWhatIsWrong(String release, String client, String secret, String grantType, String code,
			String uri, String error) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas");
		Answer answer = api.token(client, "client_secret", secret, "grant_type", grantType, "code", code,
				"redirect_uri", uri.equals("registered") ? ApiScene.REDIRECT_URI : UNREGISTERED);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/error")).isEqualTo(error);
		assertThat(answer.text("/error_description")).isNotEmpty();
		assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
		assertThat(answer.header("Pragma")).isEqualTo("no-cache");
	}

	@Test
	void onlyARedirectUriThatIsNotRegisteredLeavesAnEventAtTheTokenEndpoint() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas");
		api.token("nas", "client_secret", "wrong");
		api.token("nas", "code", "", "redirect_uri", UNREGISTERED);
		String errors = "/events/events/?actions=configuration_error";
		assertThat(api.get(errors).text("/pagination/count")).isEqualTo("0");

		api.token("nas", "code", "code", "redirect_uri", UNREGISTERED);

		Answer events = api.get(errors);
		assertThat(events.text("/results/0/context/message")).isEqualTo("Invalid redirect URI used by provider");
		assertThat(events.text("/results/0/context/redirect_uri")).isEqualTo(UNREGISTERED);
		assertThat(events.text("/results/0/context/expected/0/url")).isEqualTo(ApiScene.REDIRECT_URI);
		assertThat(events.text("/results/0/user/username")).isEqualTo("AnonymousUser");
		assertThat(events.text()).doesNotContain(ApiScene.CLIENT_SECRET);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023.10.7", "2026.2.2", "2026.8.3", "2026.11.0" })
	void theRevocationEndpointTellsWhetherTheSecretIsRightAndNothingElse(String release) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas");
		String basic = "Basic " + Base64.getEncoder().encodeToString("nas-client-nas:nas-secret".getBytes());
		int events = api.world().eventsSoFar().size();

		assertThat(revoke(api.anonymous(), "nas-secret").status()).isEqualTo(200);
		assertThat(revoke(api.anonymous(), "nas-secret").text()).isEqualTo("{}");
		assertThat(api.anonymous()
			.with("Authorization", basic)
			.submit("/application/o/revoke/", Map.of("token", "none"))
			.status()).isEqualTo(200);
		assertThat(revoke(api.anonymous(), "wrong").status()).isEqualTo(401);
		assertThat(revoke(api.anonymous(), "wrong").text("/error")).isEqualTo("invalid_client");
		assertThat(api.world().eventsSoFar()).hasSize(events);
	}

	private static Answer revoke(PlainClient client, String secret) {
		return client.submit("/application/o/revoke/",
				Map.of("client_id", "nas-client-nas", "client_secret", secret, "token", "made-up"));
	}

	@Test
	void introspectionAnswersTheSameToEverythingThatIsWrong() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas");
		for (String secret : List.of("wrong", "nas-secret")) {
			Answer answer = api.anonymous()
				.submit("/application/o/introspect/",
						Map.of("client_id", "nas-client-nas", "client_secret", secret, "token", "made-up"));
			assertThat(answer.status()).isEqualTo(200);
			assertThat(answer.text()).isEqualTo("{\"active\":false}");
		}
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			2023.10.7 ; client_id    ; nobody                   ; 400 ; Client ID Error
			2026.8.3  ; client_id    ; nobody                   ; 400 ; Client ID Error
			2023.10.7 ; redirect_uri ; https://else.example.org ; 400 ; Redirect URI Error
			2026.8.3  ; redirect_uri ; https://else.example.org ; 400 ; Redirect URI Error
			2026.8.3  ; redirect_uri ; https://nas.example.org:5001/ ; 400 ; Redirect URI Error
			2026.8.3  ; redirect_uri ; HTTPS://NAS.example.org:5001  ; 400 ; Redirect URI Error
			2026.8.3  ; redirect_uri ; ''                       ; 400 ; Redirect URI Error
			2026.8.3  ; redirect_uri ; javascript:alert(1)      ; 400 ; Redirect URI Error
			""")
	void aRequestThatCannotBeAnsweredEndsOnAPageAndLeavesNoEvent(String release, String name, String value, int status,
			String title) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas");
		int events = api.world().eventsSoFar().size();
		Answer page = api.anonymous().get(api.authorizeTarget("nas", name, value));
		assertThat(page.status()).isEqualTo(status);
		assertThat(page.text()).contains("<title>authentik</title>", "<h1>" + title);
		assertThat(api.world().eventsSoFar()).hasSize(events);
	}

	@ParameterizedTest
	@CsvSource({ "prompt, none, login_required", "response_type, token, unsupported_response_type",
			"request, eyJ, request_not_supported", "code_challenge_method, S512, invalid_request" })
	void otherErrorsGoBackToTheClient(String name, String value, String error) {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas");
		Answer answer = api.anonymous().get(api.authorizeTarget("nas", "code_challenge", "abc", name, value));
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.location()).startsWith(ApiScene.REDIRECT_URI + "?error=" + error).endsWith("&state=x");
	}

	@Test
	void anAuthorizeRequestWithoutAnyParameterIsNotFound() {
		assertThat(ApiScene.of("2026.8").anonymous().get("/application/o/authorize/").status()).isEqualTo(404);
	}

	@Test
	void aProviderWithoutAnApplicationLetsNobodyIn() {
		ApiScene api = ApiScene.of("2026.8");
		api.createProvider("nas");
		Answer page = api.browserOf("anna").get(api.authorizeTarget("nas"));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("<title>Permission denied");
	}

	@Test
	void whoMayNotUseTheApplicationIsToldOnAPageWithStatus200() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas");
		api.restrict("nas", "Family");
		Answer page = api.browserOf("Carla").get(api.authorizeTarget("nas"));
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("<title>Permission denied");
		assertThat(api.browserOf("anna").get(api.authorizeTarget("nas")).status()).isEqualTo(302);
	}

	@ParameterizedTest
	@CsvSource({ "2024.8.4", "2026.8.3" })
	void aProviderWithoutRedirectUrisLearnsTheFirst(String release) {
		ApiScene api = ApiScene.of(release);
		String pk = api.connect("nas",
				api.provider("nas", "redirect_uris", api.has(Behaviour.REDIRECT_URIS_AS_LIST) ? List.of() : ""));
		Answer first = api.anonymous().get(api.authorizeTarget("nas", "prompt", "none"));
		assertThat(first.location()).contains("login_required");
		assertThat(api.get("/providers/oauth2/" + pk + "/").text()).contains(ApiScene.REDIRECT_URI);
	}

	@Test
	void aCodeIsGoodOnce() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas");
		String code = codeOf(api);
		assertThat(code).matches("[0-9a-f]{32}");
		assertThat(api.token("nas", "code", code).status()).isEqualTo(200);
		assertThat(api.token("nas", "code", code).text("/error")).isEqualTo("invalid_grant");
	}

	@Test
	void aCodeIsGoodForAsLongAsTheProviderSays() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas", api.provider("nas", "access_code_validity", "seconds=0"));
		assertThat(api.token("nas", "code", codeOf(api)).text("/error")).isEqualTo("invalid_grant");
	}

	private static String codeOf(ApiScene api, String... more) {
		return ApiScene.code(api.browserOf("anna").get(api.authorizeTarget("nas", more)));
	}

	@Test
	void aClaimWithoutAMappingIsMissingEverywhere() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas", api.provider("nas", "property_mappings", api.mappings("openid", "email")));
		Answer discovery = api.discovery("nas");
		assertThat(discovery.json().at("/scopes_supported").toString()).isEqualTo("[\"email\",\"openid\"]");
		assertThat(discovery.json().at("/claims_supported").toString()).doesNotContain("preferred_username");
		Answer tokens = api.tokens("nas", "anna");
		assertThat(tokens.idToken(1).has("preferred_username")).isFalse();
		assertThat(tokens.text("/scope")).isEqualTo("openid email");
		assertThat(userinfo(api, tokens.text("/access_token")).has("/preferred_username")).isFalse();
	}

	@Test
	void withoutClaimsInTheIdTokenTheyAreAtUserinfoAlone() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas", api.provider("nas", "include_claims_in_id_token", false));
		Answer tokens = api.tokens("nas", "anna");
		assertThat(tokens.idToken(1).has("preferred_username")).isFalse();
		assertThat(userinfo(api, tokens.text("/access_token")).text("/preferred_username")).isEqualTo("anna");
	}

	@Test
	void aBrokenMappingIsLeftOutAndComplainedAbout() {
		ApiScene api = ApiScene.of("2026.8");
		String broken = api
			.post("/propertymappings/provider/scope/",
					Map.of("name", "Broken", "scope_name", "profile", "expression", "return {\"a\": nobody}"))
			.text("/pk");
		Map<String, @Nullable Object> provider = api.provider("nas", "property_mappings",
				List.of(api.mappings("openid").get(0), broken));
		api.connect("nas", provider);
		assertThat(api.discovery("nas").json().at("/claims_supported").toString()).doesNotContain("\"a\"");

		Answer tokens = api.tokens("nas", "anna");

		assertThat(tokens.status()).isEqualTo(200);
		assertThat(tokens.idToken(1).has("a")).isFalse();
		assertThat(api.get("/events/events/?actions=configuration_error").text("/results/0/context/message"))
			.isEqualTo("Failed to evaluate property-mapping: 'Broken'");
	}

	@ParameterizedTest
	@CsvSource({ "hashed_user_id, [0-9a-f]{64}", "user_id, [0-9]+", "user_uuid, [0-9a-f-]{36}", "user_username, anna",
			"user_email, anna@example.org", "user_upn, [0-9a-f]{64}" })
	void theSubjectIsWhatTheProviderSays(String mode, String pattern) {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas", api.provider("nas", "sub_mode", mode));
		assertThat(api.tokens("nas", "anna").idToken(1).at("/sub").asString()).matches(pattern);
	}

	@Test
	void userinfoAsksForATokenWithTheScopeOpenid() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas");
		assertThat(userinfo(api, "made-up").status()).isEqualTo(401);
		assertThat(userinfo(api, "made-up").header("WWW-Authenticate")).contains("error=\"invalid_token\"");
		Answer tokens = api.token("nas", "code", codeOf(api, "scope", "email"));
		Answer refused = userinfo(api, tokens.text("/access_token"));
		assertThat(refused.status()).isEqualTo(403);
		assertThat(refused.header("WWW-Authenticate")).contains("error=\"insufficient_scope\"");
	}

	private static Answer userinfo(ApiScene api, String token) {
		return api.holderOf(token).get("/application/o/userinfo/");
	}

}
