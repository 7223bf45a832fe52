package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Devices without a browser, as
 * {@code authentik/providers/oauth2/views/device_backchannel.py} has them.
 */
class DeviceCodesTests {

	private static final String DEVICE = "urn:ietf:params:oauth:grant-type:device_code";

	@ParameterizedTest
	@ValueSource(strings = { "2023.10.7", "2026.2.2", "2026.5.6" })
	void aCodeWaitsForSomebodyAsLongAsTheProviderSays(String release) {
		ApiScene api = connected(release);
		Answer made = ask(api, "nas");
		assertThat(made.text("/user_code")).matches("[0-9]{9}");
		assertThat(made.text("/verification_uri")).isEqualTo("https://auth.example.org/device");
		assertThat(made.text("/verification_uri_complete"))
			.isEqualTo("https://auth.example.org/device?code=" + made.text("/user_code"));
		assertThat(made.text("/expires_in")).isEqualTo("60");
		assertThat(made.text("/interval")).isEqualTo("5");
		assertThat(api.anonymous().get("/device").status()).isEqualTo(404);

		assertThat(redeemed(api, made.text("/device_code"))).isEqualTo("authorization_pending");
		assertThat(redeemed(api, "x")).isEqualTo("invalid_grant");
		api.world().clockIsAheadBy(java.time.Duration.ofSeconds(61));
		assertThat(redeemed(api, made.text("/device_code"))).isEqualTo("invalid_grant");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023.10.7", "2026.2.2", "2026.5.6", "2026.8.3" })
	void aCodeIsForAClientThatIsThereAndHasAnApplication(String release) {
		ApiScene api = connected(release);
		assertThat(ask(api, "nobody").status()).isEqualTo(400);
		api.createProvider("lone");
		assertThat(ask(api, "lone").status()).isEqualTo(400);
	}

	@Test
	void aProviderMustAllowTheGrantTypeFromMay2026On() {
		ApiScene api = ApiScene.of("2026.5");
		api.connect("nas", api.provider("nas", "grant_types", List.of("authorization_code")));
		assertThat(ask(api, "nas").text("/error")).isEqualTo("invalid_client");
		assertThat(redeemed(api, "x")).isEqualTo("invalid_grant");
	}

	@Test
	void twentyCodesAnHourAreEnough() {
		ApiScene api = connected("2026.5");
		for (int i = 0; i < 20; i++) {
			assertThat(ask(api, "nas").status()).isEqualTo(200);
		}
		assertThat(ask(api, "nas").status()).isEqualTo(429);
		assertThat(ask(api, "nas").text("/error")).isEqualTo("slow_down");
		api.world().clockIsAheadBy(java.time.Duration.ofMinutes(61));
		assertThat(ask(api, "nas").status()).isEqualTo(200);
	}

	private static Answer ask(ApiScene api, String client) {
		return api.anonymous()
			.submit("/application/o/device/",
					Map.of("client_id", ApiScene.CLIENT_ID + "-" + client, "scope", "openid"));
	}

	private static String redeemed(ApiScene api, String code) {
		return api.token("nas", "grant_type", DEVICE, "device_code", code).text("/error");
	}

	private static ApiScene connected(String release) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas", api.provider("nas", "grant_types", List.of("authorization_code", DEVICE)));
		return api;
	}

}
