package io.github.dsmsso.lab.authentik.rights;

import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * {@code /rbac/permissions/roles/} and, before 2025.12, {@code /rbac/permissions/users/}:
 * what is assigned for single objects. Nobody but superusers has the permission to look.
 */
public final class ObjectPermissions extends ApiResource {

	private final Table holders;

	private final String parameter;

	private ObjectPermissions(AuthentikWorld world, Table holders, String parameter) {
		super(world, world.rbac().assignments());
		this.holders = holders;
		this.parameter = parameter;
	}

	public static void routes(AuthentikWorld world, Routes routes) {
		new ObjectPermissions(world, world.rbac().roles(), "uuid").routes(routes, "/rbac/permissions/roles/");
		if (!world.version().has(Behaviour.ROLES_ONLY)) {
			new ObjectPermissions(world, world.people().users(), "user_id").routes(routes, "/rbac/permissions/users/");
		}
	}

	private void routes(Routes routes, String base) {
		routes.add("GET", base, this::list);
		if (has(Behaviour.ASSIGNMENT_IDS) && !has(Behaviour.ROLES_ONLY)) {
			routes.add("GET", single(base), this::retrieve).add("DELETE", single(base), this::destroy);
		}
	}

	@Override
	protected boolean hasAutocomplete() {
		return has(Behaviour.COMPLETE_PERMISSION_LISTS);
	}

	@Override
	protected Stream<Row> visible(Call call) {
		return super.visible(call).filter((assignment) -> assignment.get("object_pk") != null
				&& this.holders.byPk(assignment.get("holder")).isPresent());
	}

	@Override
	protected boolean isKey(String text) {
		return FieldChecks.isNumber(text);
	}

	@Override
	protected Filters filters() {
		Filters filters = new Filters().where(this.parameter,
				(assignment, values) -> assignment.is("holder", Filters.last(values)));
		return has(Behaviour.ASSIGNMENT_IDS) ? filters : filters.required(this.parameter);
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row assignment, Call call) {
		Map<String, @Nullable Object> shown = Assignments.shown(assignment, world().permissions());
		Row permission = world().permissions().byName(assignment.text("permission")).orElseThrow();
		shown.putAll(AuthentikJson.object("app_label_verbose", permission.text("app_label_verbose"), "model_verbose",
				permission.text("model_verbose"), "object_description", description(assignment, permission)));
		return shown;
	}

	/** The object's name, if the holder may see the object. */
	private @Nullable String description(Row assignment, Row permission) {
		String model = permission.text("model");
		String app = permission.text("app_label");
		return world().rbac()
			.assignments()
			.stream()
			.filter((other) -> other.is("holder", assignment.get("holder"))
					&& other.is("object_pk", assignment.get("object_pk"))
					&& other.is("permission", app + ".view_" + model))
			.findFirst()
			.flatMap((other) -> world().permissions().object(app + "." + model, other.text("object_pk")))
			.map((object) -> object.text((object.get("name") != null) ? "name" : "pk"))
			.orElse(null);
	}

}
