package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;

import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that come without a user ({@code __post_init_client_credentials} of
 * {@code authentik/providers/oauth2/views/token.py}).
 */
class ClientCredentialsTests {

	@Test
	void aClientHasTheScopesItAskedForAndNoSession() {
		ApiScene api = connected();
		Answer tokens = tokens(api, "scope", "openid telepathy");
		assertThat(tokens.text("/scope")).isEqualTo("openid");
		assertThat(tokens.idToken(1).has("sid")).isFalse();
		assertThat(tokens.idToken(1).has("amr")).isFalse();
		assertThat(tokens(api).text("/scope")).isEmpty();
		assertThat(api.get("/core/users/?username=ak-nas-client_credentials").column("type"))
			.isEqualTo(List.of("service_account"));
	}

	@ParameterizedTest
	@CsvSource({ "client_secret, wrong", "username, anna", "client_assertion_type, jwt" })
	void anotherProofThanTheSecretIsRefused(String name, String value) {
		assertThat(tokens(connected(), name, value).text("/error")).isEqualTo("invalid_grant");
	}

	@Test
	void aClientThatThePoliciesDoNotLetInGetsNothing() {
		ApiScene api = connected();
		api.restrict("nas", "Family");
		assertThat(tokens(api).text("/error")).isEqualTo("invalid_grant");
		assertThat(api.get("/oauth2/access_tokens/").column("pk")).isEmpty();
	}

	@Test
	void aProviderWithoutAnApplicationHasNothingForItsClient() {
		ApiScene api = ApiScene.of("2026.2");
		api.createProvider("nas");
		assertThat(tokens(api).text("/error")).isEqualTo("invalid_grant");
	}

	private static Answer tokens(ApiScene api, String... more) {
		String[] form = new String[more.length + 2];
		form[0] = "grant_type";
		form[1] = "client_credentials";
		System.arraycopy(more, 0, form, 2, more.length);
		return api.token("nas", form);
	}

	private static ApiScene connected() {
		ApiScene api = ApiScene.of("2026.2");
		api.connect("nas");
		return api;
	}

}
