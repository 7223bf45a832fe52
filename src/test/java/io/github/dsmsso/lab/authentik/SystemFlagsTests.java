package io.github.dsmsso.lab.authentik;

import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for {@link SystemFlags}: clients generated from authentik's own description want
 * exactly those of their release.
 */
class SystemFlagsTests {

	private static final String OPEN = "/flags/core_default_app_access";

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
					2025.8 ; policies_buffered_access_view
					2025.10; policies_buffered_access_view flows_refresh_others
					2025.12; policies_buffered_access_view flows_refresh_others flows_continuous_login
					2026.8 ; core_default_app_access flows_refresh_others flows_continuous_login enterprise_audit_include_expanded_diff
					""")
	void administratorsSeeEveryFlagOfTheRelease(String release, String flags) {
		assertThat(ApiScene.of(release).get("/admin/settings/").json().get("flags").propertyNames())
			.containsExactlyInAnyOrderElementsOf(Set.of(flags.split(" ")));
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
