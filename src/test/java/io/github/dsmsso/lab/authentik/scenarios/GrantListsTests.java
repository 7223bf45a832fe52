package io.github.dsmsso.lab.authentik.scenarios;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What clients hold of users, and what users agreed to, as the admin API tells it. Every
 * answer is held against the release's description.
 */
class GrantListsTests {

	private static final String CODES = "/oauth2/authorization_codes/";

	private static final String ACCESS_TOKENS = "/oauth2/access_tokens/";

	private static final String REFRESH_TOKENS = "/oauth2/refresh_tokens/";

	private static final String CONSENTS = "/core/user_consent/";

	static Stream<String> releases() {
		return AuthentikVersion.all().stream().map(AuthentikVersion::number);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aCodeIsListedUntilItIsRedeemedForTokensThatAreListedThen(String release) {
		ApiScene api = ApiScene.under(release);
		String code = codeOf(api, "anna");
		assertThat(api.get(CODES).json().at("/results/0/user/username").asString()).isEqualTo("anna");
		assertThat(api.get(ACCESS_TOKENS).column("pk")).isEmpty();

		api.token("nas", "code", code);

		assertThat(api.get(CODES).column("pk")).isEmpty();
		assertThat(api.get(ACCESS_TOKENS).column("revoked")).containsExactly("false");
		assertThat(api.get(REFRESH_TOKENS).column("revoked")).containsExactly("false");
		api.requireKept();
	}

	@Test
	void aRefreshTokenThatWasUsedIsListedAsRevokedAndOneThatWasTakenBackIsNot() {
		ApiScene api = ApiScene.of("2026.8");
		String first = api.token("nas", "code", codeOf(api, "anna")).text("/refresh_token");
		Answer refreshed = api.token("nas", "grant_type", "refresh_token", "refresh_token", first);
		assertThat(api.get(REFRESH_TOKENS).column("revoked")).containsExactly("true", "false");

		api.anonymous()
			.submit("/application/o/revoke/", Map.of("client_id", ApiScene.CLIENT_ID + "-nas", "client_secret",
					ApiScene.CLIENT_SECRET, "token", refreshed.text("/refresh_token")));

		assertThat(api.get(REFRESH_TOKENS).column("revoked")).containsExactly("true");
	}

	@Test
	void whatClientsHoldIsToldToItsUserAndToSuperusersAndGoesWithItsProvider() {
		ApiScene api = ApiScene.of("2026.8");
		api.token("nas", "code", codeOf(api, "anna"));
		for (String list : List.of(ACCESS_TOKENS, REFRESH_TOKENS)) {
			assertThat(api.get(list + "?user=" + api.user("anna")).column("pk")).hasSize(1);
			assertThat(api.get(list + "?user=" + api.user("bob")).column("pk")).isEmpty();
			assertThat(api.holderOf(DemoAuthentik.LIMITED_TOKEN).get("/api/v3" + list).column("pk")).isEmpty();
		}
		api.world().somebodyDeletesTheProvider("nas");
		assertThat(api.get(REFRESH_TOKENS).column("pk")).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aConsentIsToldAndAskedForAgainOnceItIsDeleted(String release) {
		ApiScene api = ApiScene.under(release);
		api.consent("nas", "anna");
		Answer consents = api.get(CONSENTS);
		assertThat(consents.column("permissions")).containsExactly("openid email profile");
		assertThat(consents.text("/results/0/application/slug")).isEqualTo("nas");
		assertThat(api.holderOf(DemoAuthentik.LIMITED_TOKEN).get("/api/v3" + CONSENTS).column("pk")).isEmpty();
		assertThat(isAsked(api)).isFalse();

		assertThat(api.delete(CONSENTS + consents.text("/results/0/pk") + "/").status()).isEqualTo(204);

		assertThat(isAsked(api)).isTrue();
		api.requireKept();
	}

	@Test
	void aConsentIsOverAfterFourWeeks() {
		ApiScene api = ApiScene.of("2026.8");
		api.consent("nas", "anna");
		api.world().clockIsAheadBy(Duration.ofDays(29));
		assertThat(isAsked(api)).isTrue();
	}

	private static boolean isAsked(ApiScene api) {
		return api.signInOf("anna", api.authorizeTarget("nas")).status() == 200;
	}

	/** The code of a user whose client may refresh its tokens. */
	private static String codeOf(ApiScene api, String username) {
		List<Object> scopes = api.mappings("openid", "offline_access");
		Map<String, @Nullable Object> provider = api.provider("nas", "property_mappings", scopes);
		api.connect("nas", provider);
		return ApiScene.code(api.signInOf(username, api.authorizeTarget("nas", "scope", "openid offline_access")));
	}

}
