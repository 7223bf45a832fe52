package io.github.dsmsso.lab.authentik.rights;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.PermissionCatalog;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /rbac/permissions/assigned_by_…/}: who holds permissions for a kind of object,
 * and how more are assigned.
 */
abstract class Assignments extends ApiResource {

	Assignments(AuthentikWorld world, Table holders) {
		super(world, holders);
	}

	final void routes(Routes routes, String base) {
		routes.add("GET", base, this::list)
			.add("POST", base + "{key}/assign/", this::assign)
			.add("PATCH", base + "{key}/unassign/", this::unassign);
	}

	/** Refuses holders to whom nothing can be assigned. */
	abstract void refuse(Row holder, String verb);

	/** The name of the permission to assign or to unassign. */
	private String permission(String verb) {
		return model().app() + "." + verb + "_" + model().name() + "_permissions";
	}

	@Override
	protected Filters filters() {
		return new Filters().search("name").orderedBy("name");
	}

	@Override
	protected final Stream<Row> visible(Call call) {
		Stream<Row> holders = super.visible(call);
		String model = modelOf(call);
		String object = call.query("object_pk");
		return holders.filter((holder) -> holds(holder, model, object));
	}

	private String modelOf(Call call) {
		String model = Objects.requireNonNullElse(call.query("model"), "");
		if (model.isEmpty()) {
			throw RefusedRequest.invalid("model", "This field is required.");
		}
		if (!world().permissions().assignableModels().contains(model)) {
			throw RefusedRequest.invalid("model",
					"Select a valid choice. " + model + " is not one of the available choices.");
		}
		return model;
	}

	/** As {@link AuthentikAssumption#SINGLE_OBJECTS_COUNT_WHEN_ASKED_FOR} says. */
	boolean holds(Row holder, String model, @Nullable String object) {
		List<Row> held = world().rbac()
			.assignedTo(holder)
			.filter((assignment) -> modelOf(assignment).equals(model))
			.toList();
		boolean all = held.stream().anyMatch((assignment) -> assignment.get("object_pk") == null);
		if (object == null) {
			return all || (!has(Behaviour.ASSIGNMENT_IDS) && !held.isEmpty());
		}
		boolean one = held.stream().anyMatch((assignment) -> assignment.is("object_pk", object));
		return one || (all && has(Behaviour.ASSIGNMENT_IDS));
	}

	private String modelOf(Row assignment) {
		return world().permissions()
			.byName(assignment.text("permission"))
			.map((permission) -> permission.text("app_label") + "." + permission.text("model"))
			.orElse("");
	}

	/** The holder's permissions for single objects, or those for all of a kind. */
	final List<Map<String, @Nullable Object>> held(Row holder, boolean ofObjects) {
		return world().rbac()
			.assignedTo(holder)
			.filter((assignment) -> (assignment.get("object_pk") != null) == ofObjects)
			.map((assignment) -> shown(assignment, world().permissions()))
			.toList();
	}

	/** An assignment as it is told. */
	static Map<String, @Nullable Object> shown(Row assignment, PermissionCatalog catalog) {
		Row permission = catalog.byName(assignment.text("permission")).orElseThrow();
		Map<String, @Nullable Object> shown = AuthentikJson.object("id", assignment.pk(), "codename",
				permission.text("codename"), "model", permission.text("model"), "app_label",
				permission.text("app_label"), "name", permission.text("name"));
		if (assignment.get("object_pk") != null) {
			shown.put("object_pk", assignment.text("object_pk"));
		}
		return shown;
	}

	private LabResponse assign(Call call) {
		Row holder = holder(call, "assign");
		Wanted wanted = wanted(call);
		List<Map<String, String>> ids = wanted.permissions()
			.stream()
			.map((name) -> Map.of("id", id(world().rbac().assign(holder, name, wanted.object()))))
			.toList();
		return has(Behaviour.ASSIGNMENT_IDS) ? AuthentikJson.response(200, ids) : nothing();
	}

	/** As {@link AuthentikAssumption#ASSIGNMENTS_FOR_ALL_HAVE_KEYS} says. */
	private String id(Row assignment) {
		boolean own = has(Behaviour.ROLES_ONLY) || assignment.get("object_pk") != null;
		return (own ? assignment : world().permissions().byName(assignment.text("permission")).orElseThrow()).pk()
			.toString();
	}

	private LabResponse unassign(Call call) {
		Row holder = holder(call, "unassign");
		Wanted wanted = wanted(call);
		wanted.permissions().forEach((name) -> world().rbac().unassign(holder, name, wanted.object()));
		return nothing();
	}

	/** As {@link AuthentikAssumption#ASSIGNING_NEEDS_ONE_PERMISSION} says. */
	private Row holder(Call call, String verb) {
		Row holder = table().byPk(call.variable("key")).orElseThrow(this::notFound);
		call.require(permission(verb), holder);
		refuse(holder, verb);
		return holder;
	}

	/** Permissions with their apps, and the key of the object that they are for. */
	private record Wanted(List<String> permissions, @Nullable Object object) {
	}

	/** An object that is not there is none: the permissions are for all then. */
	private Wanted wanted(Call call) {
		Map<String, @Nullable Object> values = wantedFields().ofNew(call.body());
		Object model = values.get("model");
		Object pk = values.get("object_pk");
		if ((model == null) != (pk == null)) {
			throw RefusedRequest.invalid("non_field_errors", "The fields model, object_pk must be used together.");
		}
		Object object = (model != null && pk != null)
				? world().permissions().object(model.toString(), pk).map(Row::pk).orElse(null) : null;
		List<?> names = FieldChecks.elements(Objects.requireNonNull(values.get("permissions")));
		return new Wanted(names.stream().map((name) -> full(name.toString(), model, object)).toList(), object);
	}

	private WritableFields wantedFields() {
		return new WritableFields(Field.of("permissions", FieldChecks.listOf(FieldChecks::text)).required(),
				Field.of("model", FieldChecks.choice(world().permissions().assignableModels())),
				Field.text("object_pk"));
	}

	/** As {@link AuthentikAssumption#UNKNOWN_PERMISSION_IS_A_SERVER_ERROR} says. */
	private String full(String name, @Nullable Object model, @Nullable Object object) {
		if (model == null && !name.contains(".")) {
			throw RefusedRequest.invalid("permissions",
					"When assigning global permissions, codename must be given as app_label.codename");
		}
		String app = (object != null) ? model.toString().split("\\.")[0] + "." : "";
		return world().permissions()
			.byName(name.contains(".") ? name : app + name)
			.map(PermissionCatalog::nameOf)
			.orElseThrow(() -> RefusedRequest.answering(Pages.serverError()));
	}

}
