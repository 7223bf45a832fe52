package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/** {@code /flows/instances/}. */
final class Flows extends Resource {

	private static final String[] DESIGNATIONS = { "authentication", "authorization", "invalidation", "enrollment",
			"unenrollment", "recovery", "stage_configuration" };

	Flows(AuthentikWorld world) {
		super(world, world.flows());
	}

	void routes(Routes routes) {
		readable(routes, "/flows/instances/");
		routes.add("DELETE", single("/flows/instances/"), this::destroy);
	}

	@Override
	String lookup() {
		return "slug";
	}

	@Override
	Filters filters() {
		return new Filters().choice("designation", DESIGNATIONS)
			.exact("slug", "denied_action")
			.where("flow_uuid", (flow, values) -> flow.is("pk", Filters.last(values)))
			.search("name", "slug", "designation", "title")
			.orderedBy("slug");
	}

	@Override
	void deleted(Row row) {
		Cascades.flowDeleted(world(), row);
	}

	@Override
	Map<String, @Nullable Object> shown(Row flow, Call call) {
		Map<String, @Nullable Object> shown = flow.values();
		String background = "/static/dist/assets/images/flow_background.jpg";
		if (has(Behaviour.ICON_URLS)) {
			shown.put("background_url", background);
			shown.put("background_themed_urls", null);
		}
		else {
			shown.put("background", background);
		}
		shown.putAll(Json.object("stages", List.of(), "policies", List.of(), "cache_count", 0, "export_url",
				"/api/v3/flows/instances/" + flow.text("slug") + "/export/"));
		return shown;
	}

}
