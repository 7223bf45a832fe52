package io.github.dsmsso.lab.authentik.scenarios;

import java.util.Collection;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.world.SystemFlags;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SystemFlags}: clients generated from authentik's own description want
 * exactly those of their release.
 */
class SystemFlagsTests {

	private static final String SETTINGS = "/admin/settings/";

	private static final String OPEN = "/flags/core_default_app_access";

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			2025.8 ; policies_buffered_access_view
			2025.10; policies_buffered_access_view flows_refresh_others
			2025.12; policies_buffered_access_view flows_refresh_others flows_continuous_login
			2026.8 ; flows_refresh_others flows_continuous_login
			""")
	void everybodySeesThePublicFlagsOfTheRelease(String release, String flags) {
		assertThat(ApiScene.of(release).get("/core/brands/current/").json().get("flags").propertyNames())
			.containsExactlyInAnyOrderElementsOf(Set.of(flags.split(" ")));
	}

	@Test
	void administratorsSeeEveryFlagFrom20265OnAndBeforeThatThoseThatAreSet() {
		assertThat(flags("2026.8")).containsExactlyInAnyOrder("core_default_app_access", "flows_refresh_others",
				"flows_continuous_login", "enterprise_audit_include_expanded_diff");
		assertThat(flags("2025.8")).isEmpty();
		assertThat(flags("2026.2")).isEmpty();
	}

	private static Collection<String> flags(String release) {
		return ApiScene.of(release).get(SETTINGS).json().get("flags").propertyNames();
	}

	@Test
	void theFlagsAreReplacedAsAWholeAndUnknownOnesAreKept() {
		ApiScene api = ApiScene.of("2026.2");
		api.patch(SETTINGS, Map.of("flags", Map.of("core_default_app_access", false, "nobody_knows", true)));
		assertThat(api.get(SETTINGS).json().get("flags").propertyNames())
			.containsExactlyInAnyOrder("core_default_app_access", "nobody_knows");
		api.patch(SETTINGS, Map.of("flags", Map.of()));
		assertThat(api.get(SETTINGS).json().get("flags").propertyNames()).isEmpty();
	}

	@Test
	void onlySuperusersSetThemAndOnlyToTruthValues() {
		ApiScene api = ApiScene.of("2026.5");
		assertThat(api.patch(SETTINGS, Map.of("flags", Map.of("flows_refresh_others", "yes"))).status()).isEqualTo(400);
		assertThat(api.holderOf(DemoAuthentik.LIMITED_TOKEN)
			.send("PATCH", "/api/v3" + SETTINGS, Map.of("flags", Map.of()))
			.status()).isEqualTo(403);
	}

	@Test
	void whoClosesApplicationsOverTheApiClosesThemOnlyWhereTheReleaseKnowsTheFlag() {
		assertThat(passesOnceClosed("2026.5")).isFalse();
		assertThat(passesOnceClosed("2026.2")).isTrue();
	}

	private static boolean passesOnceClosed(String release) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas");
		api.patch(SETTINGS, Map.of("flags", Map.of("core_default_app_access", false)));
		return api.get("/core/applications/nas/check_access/").json().at("/passing").asBoolean();
	}

	@Test
	void before20258ThereAreNone() {
		assertThat(ApiScene.of("2025.4").get("/admin/settings/").has("/flags")).isFalse();
	}

	@Test
	void from20268OnNotEveryFlagIsPublic() {
		assertThat(ApiScene.of("2026.5").get("/core/brands/current/").has(OPEN)).isTrue();
		assertThat(ApiScene.of("2026.8").get("/core/brands/current/").has(OPEN)).isFalse();
	}

	@Test
	void anInstanceThatClosesApplicationsWithoutBindingsSaysSo() {
		ApiScene api = ApiScene.of("2026.5");
		assertThat(api.get("/admin/settings/").json().at(OPEN).asBoolean()).isTrue();

		api.world().closesApplicationsWithoutBindings();
		assertThat(api.get("/admin/settings/").json().at(OPEN).asBoolean()).isFalse();
	}

}
