package io.github.dsmsso.lab.authentik.admin;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.WritableFields;
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
		writable(routes, "/flows/instances/");
	}

	@Override
	public WritableFields fields() {
		return new WritableFields(Field.text("name").required(), Field.of("slug", FieldChecks::slug).required(),
				Field.text("title").required(), Field.choice("designation", DESIGNATIONS).required(),
				Field.choice("policy_engine_mode", "all", "any").otherwise("any"),
				Field.flag("compatibility_mode", false),
				Field.choice("layout", "stacked", "content_left", "content_right", "sidebar_left", "sidebar_right")
					.otherwise("stacked"),
				Field.choice("denied_action", "message_continue", "message", "continue").otherwise("message_continue"),
				Field
					.choice("authentication", "none", "require_authenticated", "require_unauthenticated",
							"require_superuser", "require_redirect", "require_outpost")
					.otherwise("none"));
	}

	@Override
	protected void validate(Map<String, @Nullable Object> values, @Nullable Row self) {
		if (table().find("slug", values.get("slug")).filter((other) -> other != self).isPresent()) {
			throw RefusedRequest.invalid("slug", "Flow with this slug already exists.");
		}
	}

	@Override
	protected Row add(Map<String, @Nullable Object> values) {
		Row flow = super.add(values);
		flow.setAll(AuthentikJson.object("policybindingmodel_ptr_id", world().randomness().uuid(), "background", ""));
		return flow;
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
		world().tables().stageBindings().removeAll("target", row.pk());
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
		shown.putAll(AuthentikJson.object("stages",
				world().tables().stageBindingsOf(flow).stream().map((binding) -> binding.get("stage")).toList(),
				"policies", List.of(), "cache_count", 0, "export_url",
				"/api/v3/flows/instances/" + flow.text("slug") + "/export/"));
		return shown;
	}

}
