package io.github.dsmsso.lab.authentik.admin;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.world.SystemFlags;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * {@code /core/brands/current/}, before 2024.2 {@code /core/tenants/current/}: how an
 * instance looks, told to everybody.
 */
final class CurrentBrand {

	private final AuthentikVersion version;

	private final SystemFlags flags;

	CurrentBrand(AuthentikVersion version, SystemFlags flags) {
		this.version = version;
		this.flags = flags;
	}

	void routes(Routes routes) {
		routes.addPublic("GET", this.version.has(Behaviour.BRANDS) ? "/core/brands/current/" : "/core/tenants/current/",
				this::brand);
	}

	private LabResponse brand(Call call) {
		Map<String, @Nullable Object> brand = AuthentikJson.object("matched_domain", "authentik-default",
				"branding_title", "authentik", "branding_logo", "/static/dist/assets/icons/icon_left_brand.svg",
				"branding_favicon", "/static/dist/assets/icons/icon.png", "ui_footer_links", List.of(), "ui_theme",
				"automatic", "flow_authentication", "default-authentication-flow", "flow_invalidation",
				"default-invalidation-flow", "flow_user_settings", "default-user-settings-flow", "default_locale", "");
		addNewerFields(brand);
		return AuthentikJson.response(200, brand);
	}

	/** No client has a use for these, so they are no behaviours. */
	private void addNewerFields(Map<String, @Nullable Object> brand) {
		Version release = Version.parse(this.version.number());
		if (release.isAtLeast(2025, 4)) {
			brand.put("branding_custom_css", "");
		}
		if (this.flags.exist()) {
			brand.put("flags", this.flags.told());
		}
		if (release.isAtLeast(2025, 12)) {
			brand.putAll(AuthentikJson.object("branding_logo_themed_urls", null, "branding_favicon_themed_urls", null));
		}
		if (release.isAtLeast(2026, 8)) {
			brand.put("branding_map_tiles", "");
		}
	}

}
