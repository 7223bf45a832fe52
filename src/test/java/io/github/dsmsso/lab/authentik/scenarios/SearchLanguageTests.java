package io.github.dsmsso.lab.authentik.scenarios;

import java.util.Map;

import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What lists tell of their search, and what an instance tells that runs from source. */
class SearchLanguageTests {

	@Test
	void theListOfUsersNamesItsFieldsAndWhatIsInTheirAttributes() {
		ApiScene api = ApiScene.of("2025.12");
		api.patch("/core/users/" + api.user("anna") + "/",
				Map.of("attributes", Map.of("settings", Map.of("locale", "de"), "synology_username", "anna")));
		Answer list = api.get("/core/users/?page_size=1");
		assertThat(list.text("/autocomplete/current_model")).isEqualTo("authentik_core.user");
		String models = "/autocomplete/models/authentik_core.user";
		assertThat(list.text(models + "/email/type")).isEqualTo("str");
		assertThat(list.text(models + "/is_active/type")).isEqualTo("bool");
		assertThat(list.text(models + "/type/options/0")).isEqualTo("internal");
		assertThat(list.text(models + "/attributes/relation")).isEqualTo("authentik_core.user_attributes");
		assertThat(list.text(models + "_attributes/synology_username/type")).isEqualTo("str");
		assertThat(list.text(models + "_attributes/settings/relation"))
			.isEqualTo("authentik_core.user_attributes_settings");
		assertThat(list.text(models + "_attributes_settings/locale/type")).isEqualTo("str");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/core/groups/", "/events/events/" })
	void otherListsHaveALanguageOfTheirOwn(String list) {
		assertThat(ApiScene.of("2026.2").get(list).json().at("/autocomplete/models").size()).isPositive();
	}

	@Test
	void aListWithoutALanguageTellsNothing() {
		assertThat(ApiScene.of("2026.2").get("/flows/instances/").json().at("/autocomplete").size()).isZero();
	}

	@Test
	void fromSourceNoEntryServerAnswers() {
		ApiScene api = ApiScene.of("2026.2");
		assertThat(api.anonymous().get("/-/health/live/").header("X-Powered-By")).isEqualTo("authentik");
		api.world().isRunFromSource();
		assertThat(api.anonymous().get("/-/health/live/").status()).isEqualTo(204);
		assertThat(api.anonymous().get("/-/health/live/").header("X-Powered-By")).isNull();
	}

}
