package io.github.dsmsso.lab.authentik.scenarios;

import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How people leave an application, as
 * {@code authentik/providers/oauth2/views/end_session.py} has it.
 */
class LeavingTests {

	private static final String END_SESSION = "/application/o/nas/end-session/";

	@ParameterizedTest
	@ValueSource(strings = { "2024.10.5", "2025.12.6", "2026.2.2", "2026.8.3" })
	void whoIsSignedInIsLedToTheFlowOfTheProviderAndStaysSignedIn(String release) {
		ApiScene api = connected(release);
		PlainClient browser = api.browserOf("anna");
		Answer answer = browser.get(END_SESSION + "?state=x");
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.location()).isEqualTo("/if/flow/default-provider-invalidation-flow/?state=x");
		assertThat(browser.get(answer.location()).text()).contains("logged out of nas.");
		assertThat(browser.get(END_SESSION).location()).startsWith("/if/flow/default-provider-invalidation-flow/");
	}

	@Test
	void theOtherFlowEndsTheSessionToo() {
		ApiScene api = connected("2026.2");
		String pk = api.world().tables().providers().one("name", "nas").text("pk");
		api.patch("/providers/oauth2/" + pk + "/", Map.of("invalidation_flow", api.flow("default-invalidation-flow")));
		PlainClient browser = api.browserOf("anna");
		assertThat(browser.get(browser.get(END_SESSION).location()).text()).contains("logged out of nas.");
		assertThat(browser.get(END_SESSION).location()).startsWith("/if/flow/default-authentication-flow/?next=");
	}

	@Test
	void whoMayNotUseTheApplicationIsToldSo() {
		ApiScene api = connected("2026.2");
		api.restrict("nas", "Family");
		Answer page = api.browserOf("Carla").get(END_SESSION);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.text()).contains("<title>Permission denied");
	}

	@ParameterizedTest
	@CsvSource({ "2024.8.6, 200", "2026.2.2, 403", "2026.5.6, 302" })
	void aFormOfAnotherSiteIsTakenFromMay2026On(String release, int status) {
		ApiScene api = connected(release);
		assertThat(api.has(Behaviour.INVALIDATION_FLOW)).isEqualTo(status != 200);
		assertThat(api.browserOf("anna").submit(END_SESSION, Map.of("state", "x")).status()).isEqualTo(status);
	}

	@Test
	void anApplicationWithoutAProviderHasNothingToLeave() {
		ApiScene api = connected("2026.2");
		api.world().somebodyDeletesTheProvider("nas");
		assertThat(api.browserOf("anna").get(END_SESSION).status()).isEqualTo(404);
	}

	private static ApiScene connected(String release) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas");
		return api;
	}

}
