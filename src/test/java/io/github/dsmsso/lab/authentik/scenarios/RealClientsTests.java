package io.github.dsmsso.lab.authentik.scenarios;

import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What authentik's own generated clients stumbled over: they take no answer but the
 * described one.
 */
class RealClientsTests {

	private static final String OPENID = "goauthentik.io/providers/oauth2/scope-openid";

	static Stream<String> releases() {
		return AuthentikVersion.all().stream().map(AuthentikVersion::number);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void theActionsOfEventsAreAListAndNotAnEvent(String release) {
		Answer actions = ApiScene.of(release).get("/events/events/actions/");
		assertThat(actions.status()).isEqualTo(200);
		assertThat(actions.json()).extracting((action) -> action.path("component").asString())
			.contains("login", "authorize_application", "model_created")
			.doesNotHaveDuplicates();
	}

	/**
	 * Django makes the name of the constant's, which two constants have otherwise than
	 * their value.
	 */
	@ParameterizedTest
	@CsvSource({ "authorize_application, Authorize Application", "invitation_used, Invite Used",
			"custom_, Custom Prefix" })
	void theActionsOfEventsAreNamedAsDjangoNamesThem(String component, String name) {
		Answer actions = ApiScene.of("2026.5").get("/events/events/actions/");
		assertThat(actions.json()).filteredOn((action) -> action.path("component").asString().equals(component))
			.extracting((action) -> action.path("name").asString())
			.containsExactly(name);
	}

	/** The path stayed where it was while that of the scope mappings moved. */
	@ParameterizedTest
	@MethodSource("releases")
	void mappingsOfEveryKindAreToldWithoutWhatOnlyTheirKindHas(String release) {
		Answer mappings = ApiScene.of(release).get("/propertymappings/all/?search=openid");
		assertThat(mappings.column("meta_model_name")).isNotEmpty()
			.containsOnly("authentik_providers_oauth2.scopemapping");
		assertThat(mappings.json().at("/results/0").has("scope_name")).isFalse();
	}

	@Test
	void mappingsOfEveryKindAreFoundByWhatManagesThemFrom2024_8On() {
		String query = "/propertymappings/all/?managed=" + OPENID;
		ApiScene api = ApiScene.of("2024.8.4");
		assertThat(api.get(query).column("pk")).isEqualTo(api.mappings("openid"));
		assertThat(ApiScene.of("2024.2").get(query).column("pk")).hasSizeGreaterThan(1);
	}

}
