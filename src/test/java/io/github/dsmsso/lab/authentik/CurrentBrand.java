package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * {@code /core/brands/current/}, before 2024.2 {@code /core/tenants/current/}: how an
 * instance looks, told to everybody.
 */
final class CurrentBrand {

	private static final String REFRESH = "flows_refresh_others";

	private static final String BUFFER = "policies_buffered_access_view";

	private static final String CONTINUOUS = "flows_continuous_login";

	private static final String DIFF = "enterprise_audit_include_expanded_diff";

	/** The public flags, by the line that changed them; before 2025.8 there are none. */
	private static final NavigableMap<Version, List<String>> FLAGS = new TreeMap<>(Map.of(new Version(2025, 8, 0),
			List.of(BUFFER), new Version(2025, 10, 0), List.of(BUFFER, REFRESH), new Version(2025, 12, 0),
			List.of(BUFFER, REFRESH, CONTINUOUS), new Version(2026, 2, 0), List.of(BUFFER, REFRESH, CONTINUOUS, DIFF),
			new Version(2026, 5, 0), List.of("core_default_app_access", REFRESH, CONTINUOUS, DIFF),
			new Version(2026, 8, 0), List.of(REFRESH, CONTINUOUS)));

	private final AuthentikVersion version;

	CurrentBrand(AuthentikVersion version) {
		this.version = version;
	}

	void routes(Routes routes) {
		routes.addPublic("GET", this.version.has(Behaviour.BRANDS) ? "/core/brands/current/" : "/core/tenants/current/",
				this::brand);
	}

	private LabResponse brand(Call call) {
		Map<String, @Nullable Object> brand = Json.object("matched_domain", "authentik-default", "branding_title",
				"authentik", "branding_logo", "/static/dist/assets/icons/icon_left_brand.svg", "branding_favicon",
				"/static/dist/assets/icons/icon.png", "ui_footer_links", List.of(), "ui_theme", "automatic",
				"flow_authentication", "default-authentication-flow", "flow_invalidation", "default-invalidation-flow",
				"flow_user_settings", "default-user-settings-flow", "default_locale", "");
		addNewerFields(brand);
		return Json.response(200, brand);
	}

	/** No client has a use for these, so they are no behaviours. */
	private void addNewerFields(Map<String, @Nullable Object> brand) {
		Version release = Version.parse(this.version.number());
		if (release.isAtLeast(2025, 4)) {
			brand.put("branding_custom_css", "");
		}
		if (release.isAtLeast(2025, 8)) {
			brand.put("flags",
					FLAGS.floorEntry(release)
						.getValue()
						.stream()
						.collect(Collectors.toMap((flag) -> flag, (flag) -> true)));
		}
		if (release.isAtLeast(2025, 12)) {
			brand.putAll(Json.object("branding_logo_themed_urls", null, "branding_favicon_themed_urls", null));
		}
		if (release.isAtLeast(2026, 8)) {
			brand.put("branding_map_tiles", "");
		}
	}

}
