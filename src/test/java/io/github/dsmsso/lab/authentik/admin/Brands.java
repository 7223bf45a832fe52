package io.github.dsmsso.lab.authentik.admin;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * {@code /core/brands/}, before 2024.2 {@code /core/tenants/}: the one that an instance
 * is installed with.
 */
public final class Brands extends ApiResource {

	private final String kind;

	public Brands(AuthentikWorld world) {
		super(world, world.tables().brands());
		this.kind = model().name();
	}

	public void routes(Routes routes) {
		routes.add("GET", "/core/" + this.kind + "s/", this::list);
	}

	@Override
	protected Filters filters() {
		return new Filters().exact("domain", "branding_title")
			.flag("default")
			.where(this.kind + "_uuid", (brand, values) -> brand.is("pk", Filters.last(values)))
			.search("domain", "branding_title")
			.orderedBy("domain");
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row brand, Call call) {
		Map<String, @Nullable Object> shown = AuthentikJson.object(this.kind + "_uuid", brand.pk(), "domain",
				brand.text("domain"), "default", brand.flag("default"), "branding_title", brand.text("branding_title"),
				"branding_logo", "/static/dist/assets/icons/icon_left_brand.svg", "branding_favicon",
				"/static/dist/assets/icons/icon.png", "flow_authentication", flow("default-authentication-flow"),
				"flow_invalidation", flow("default-invalidation-flow"), "flow_recovery", null, "flow_unenrollment",
				null, "flow_user_settings", flow("default-user-settings-flow"), "flow_device_code", null,
				"web_certificate", null, "attributes", Map.of());
		if (!has(Behaviour.BRANDS)) {
			shown.put("event_retention", "days=365");
		}
		addNewerFields(shown);
		return shown;
	}

	private @Nullable Object flow(String slug) {
		return world().tables().flows().find("slug", slug).map(Row::pk).orElse(null);
	}

	/** No client has a use for these, so they are no behaviours. */
	private void addNewerFields(Map<String, @Nullable Object> brand) {
		Version release = Version.parse(world().version().number());
		if (release.isAtLeast(2024, 8)) {
			brand.put("default_application", null);
		}
		if (release.isAtLeast(2025, 4)) {
			brand.putAll(AuthentikJson.object("branding_custom_css", "", "branding_default_flow_background",
					"/static/dist/assets/images/flow_background.jpg"));
		}
		if (release.isAtLeast(2025, 6)) {
			brand.put("client_certificates", List.of());
		}
		if (release.isAtLeast(2026, 5)) {
			brand.put("flow_lockdown", null);
		}
		if (release.isAtLeast(2026, 8)) {
			brand
				.putAll(AuthentikJson.object("branding_map_tiles", "", "flow_user_switch", null, "flow_request", null));
		}
	}

}
