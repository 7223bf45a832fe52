package io.github.dsmsso.lab.authentik;

import java.util.Map;
import java.util.function.BiConsumer;

import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /rbac/roles/}: what permissions are assigned to. */
final class Roles extends Resource {

	private static final String BASE = "/rbac/roles/";

	Roles(AuthentikWorld world) {
		super(world, world.rbac().roles());
	}

	void routes(Routes routes) {
		writable(routes, BASE);
		routes.add("GET", BASE + "{key}/used_by/", (call) -> UsedBy.role(world(), found(call)));
		if (has(Behaviour.ROLES_ONLY)) {
			routes.add("POST", BASE + "{key}/add_user/", (call) -> member(call, Rbac::joins))
				.add("POST", BASE + "{key}/remove_user/", (call) -> member(call, Rbac::leaves));
		}
	}

	@Override
	Filters filters() {
		Filters filters = new Filters().search("name").orderedBy("name");
		if (!has(Behaviour.ROLE_NAMES)) {
			return filters.where("group__name", (role, values) -> role.is("name", Filters.last(values)));
		}
		return has(Behaviour.ROLES_ONLY) ? byMembers(filters.exact("name")) : filters.exact("name");
	}

	private Filters byMembers(Filters filters) {
		People people = world().people();
		return filters.repeated("managed")
			.isNull("managed")
			.where("users", (role, values) -> isRoleOf(people.users(), Filters.last(values), role))
			.where(has(Behaviour.RENAMED_ROLE_FILTERS) ? "groups" : "ak_groups",
					(role, values) -> isRoleOf(people.groups(), Filters.last(values), role));
	}

	private static boolean isRoleOf(Table members, String pk, Row role) {
		return members.byPk(pk).filter((member) -> member.list("roles").contains(role.pk())).isPresent();
	}

	@Override
	Fields fields() {
		Field name = Field.text("name").required().uniqueIn(table());
		return new Fields(has(Behaviour.LONG_ROLE_NAMES) ? name : name.and(Checks.atMost(150)));
	}

	@Override
	void deleted(Row row) {
		Cascades.roleDeleted(world(), row);
	}

	@Override
	Map<String, @Nullable Object> shown(Row role, Call call) {
		return shortly(role);
	}

	/** A role inside other objects. */
	static Map<String, @Nullable Object> shortly(Row role) {
		return Json.object("pk", role.pk(), "name", role.text("name"));
	}

	/** Who may not see the user is told that there is none. */
	private LabResponse member(Call call, BiConsumer<Row, Row> change) {
		Row role = table().byPk(call.variable("key")).orElseThrow(this::notFound);
		call.require(model().permission("change"), role);
		Row user = world().people()
			.users()
			.byPk(call.body().get("pk"))
			.filter((found) -> call.may("authentik_core.view_user", found))
			.orElseThrow(() -> Refusal.detail(404, "Not found."));
		change.accept(user, role);
		return nothing();
	}

}
