package io.github.dsmsso.lab.authentik.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.api.SearchLanguage;
import io.github.dsmsso.lab.authentik.api.UsedBy;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.Roles;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikPeople;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.EventLog;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /core/groups/}. */
public final class GroupResource extends ApiResource {

	private static final String BASE = "/core/groups/";

	public GroupResource(AuthentikWorld world) {
		super(world, world.people().groups());
	}

	public void routes(Routes routes) {
		writable(routes, BASE);
		routes.add("GET", BASE + "{key}/used_by/", (call) -> UsedBy.group(world(), found(call)));
		routes.add("POST", BASE + "{key}/add_user/", (call) -> member(call, "add_user_to_group", true))
			.add("POST", BASE + "{key}/remove_user/", (call) -> member(call, "remove_user_from_group", false));
	}

	@Override
	protected Filters filters() {
		return new Filters().exact("name")
			.flag("is_superuser")
			.where("members_by_username",
					(group, values) -> world().people()
						.membersOf(group)
						.stream()
						.anyMatch((user) -> values.contains(user.text("username"))))
			.where("members_by_pk",
					(group, values) -> world().people()
						.membersOf(group)
						.stream()
						.anyMatch((user) -> values.contains(user.text("pk"))))
			.search("name", "is_superuser")
			.orderedBy("name");
	}

	@Override
	protected Map<String, Object> language() {
		return new SearchLanguage(model().fullName()).fields("str", false, "name")
			.fields("bool", true, "is_superuser")
			.object("attributes", rows())
			.told();
	}

	@Override
	public WritableFields fields() {
		Field name = Field.text("name").required();
		WritableFields fields = new WritableFields(has(Behaviour.UNIQUE_GROUP_NAMES) ? name.uniqueIn(table()) : name,
				Field.flag("is_superuser", false), Field.object("attributes"),
				Field.of("users", FieldChecks.manyOf(FieldChecks.reference(world().people().users(), true))),
				Field.of("roles", FieldChecks.manyOf(FieldChecks.reference(world().rbac().roles(), false)))
					.otherwise(List.of()));
		return fields.and(has(Behaviour.ROLES_ONLY)
				? Field.of("parents", FieldChecks.manyOf(FieldChecks.reference(table(), false))).otherwise(List.of())
				: Field.reference("parent", table()).nullable());
	}

	/** Members are known to the users, not to the group. */
	@Override
	protected void changed(Row row) {
		if (row.get("users") != null) {
			world().people().groupConsistsOf(row, row.list("users"));
			row.set("users", null);
		}
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().groupDeleted(row);
	}

	private LabResponse member(Call call, String permission, boolean joins) {
		Row group = found(call);
		call.require("authentik_core." + permission, group);
		Row user = world().people()
			.users()
			.byPk(call.body().get("pk"))
			.orElseThrow(() -> RefusedRequest.detail(404, "Not found."));
		List<Object> members = new ArrayList<>(world().people().membersOf(group).stream().map(Row::pk).toList());
		members.remove(user.pk());
		if (joins) {
			members.add(user.pk());
		}
		world().people().groupConsistsOf(group, members);
		return nothing();
	}

	/** A group inside other objects. */
	Map<String, @Nullable Object> shortly(Row group) {
		Map<String, @Nullable Object> shown = AuthentikJson.object("pk", group.pk(), "num_pk", numericKey(group),
				"name", group.text("name"), "is_superuser", group.flag("is_superuser"));
		if (!has(Behaviour.ROLES_ONLY)) {
			shown.put("parent", group.get("parent"));
			shown.put("parent_name", table().byPk(group.get("parent")).map((row) -> row.text("name")).orElse(null));
		}
		shown.put("attributes", group.object("attributes"));
		return shown;
	}

	/** A group of a user. */
	Map<String, @Nullable Object> ofUser(Row group) {
		Map<String, @Nullable Object> shown = shortly(group);
		if (!has(Behaviour.NULL_PARENT_NAMES)) {
			shown.remove("parent_name", null);
		}
		return shown;
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row group, Call call) {
		Map<String, @Nullable Object> shown = shortly(group);
		List<Row> members = world().people().membersOf(group);
		shown.put("users", members.stream().map(Row::pk).toList());
		shown.put("users_obj", has(Behaviour.SLIM_LISTS) && "false".equals(call.query("include_users")) ? null
				: members.stream().map(AuthentikPeople::shortly).toList());
		shown.put("roles", group.list("roles"));
		shown.put("roles_obj", world().rbac().ownOf(group).stream().map(Roles::shortly).toList());
		if (has(Behaviour.ROLES_ONLY)) {
			shown.putAll(AuthentikJson.object("parents", group.list("parents"), "parents_obj",
					call.asks("include_parents") ? related(table().all(group.list("parents")).stream()) : null,
					"inherited_roles_obj", call.asks("include_inherited_roles")
							? world().rbac().inheritedBy(group).stream().map(Roles::shortly).toList() : null));
		}
		if (has(Behaviour.USER_LAST_UPDATED)) {
			shown.put("children", childrenOf(group).map(Row::pk).toList());
			shown.put("children_obj", call.asks("include_children") ? related(childrenOf(group)) : null);
		}
		return shown;
	}

	private Stream<Row> childrenOf(Row group) {
		return table().stream()
			.filter((child) -> child.is("parent", group.pk()) || child.list("parents").contains(group.pk()));
	}

	/** Groups above or below another one. */
	private static List<Map<String, @Nullable Object>> related(Stream<Row> groups) {
		return groups
			.map((group) -> AuthentikJson.object("pk", group.pk(), "name", group.text("name"), "is_superuser",
					group.flag("is_superuser"), "attributes", group.object("attributes"), "group_uuid", group.pk()))
			.toList();
	}

	/** A number for protocols that know no UUIDs: the first digits of the key. */
	private static int numericKey(Row group) {
		return (int) (Long.parseLong(EventLog.hex(group.text("pk")).substring(0, 8), 16) % 100_000);
	}

}
