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
import org.jspecify.annotations.Nullable;

/** {@code /flows/instances/}. */
public final class FlowResource extends ApiResource {

	private static final String[] DESIGNATIONS = { "authentication", "authorization", "invalidation", "enrollment",
			"unenrollment", "recovery", "stage_configuration" };

	public FlowResource(AuthentikWorld world) {
		super(world, world.tables().flows());
	}

	public void routes(Routes routes) {
		readable(routes, "/flows/instances/");
		routes.add("DELETE", single("/flows/instances/"), this::destroy);
	}

	@Override
	protected String lookup() {
		return "slug";
	}

	@Override
	protected Filters filters() {
		return new Filters().choice("designation", DESIGNATIONS)
			.exact("slug", "denied_action")
			.where("flow_uuid", (flow, values) -> flow.is("pk", Filters.last(values)))
			.search("name", "slug", "designation", "title")
			.orderedBy("slug");
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().flowDeleted(row);
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row flow, Call call) {
		Map<String, @Nullable Object> shown = flow.values();
		String background = "/static/dist/assets/images/flow_background.jpg";
		if (has(Behaviour.ICON_URLS)) {
			shown.put("background_url", background);
			shown.put("background_themed_urls", null);
		}
		else {
			shown.put("background", background);
		}
		shown.putAll(AuthentikJson.object("stages", List.of(), "policies", List.of(), "cache_count", 0, "export_url",
				"/api/v3/flows/instances/" + flow.text("slug") + "/export/"));
		return shown;
	}

}
