package io.github.dsmsso.lab.authentik.rights;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.api.UsedBy;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.Rbac;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /rbac/roles/}: what permissions are assigned to. */
public final class Roles extends ApiResource {

	private static final String BASE = "/rbac/roles/";

	public Roles(AuthentikWorld world) {
		super(world, world.rbac().roles());
	}

	public void routes(Routes routes) {
		writable(routes, BASE);
		routes.add("GET", BASE + "{key}/used_by/", (call) -> UsedBy.role(world(), found(call)));
		if (has(Behaviour.ROLES_ONLY)) {
			routes.add("POST", BASE + "{key}/add_user/", (call) -> member(call, Rbac::joins))
				.add("POST", BASE + "{key}/remove_user/", (call) -> member(call, Rbac::leaves));
		}
	}

	@Override
	protected Filters filters() {
		Filters filters = new Filters().search("name").orderedBy("name");
		if (!has(Behaviour.ROLE_NAMES)) {
			return filters.where("group__name", (role, values) -> role.is("name", Filters.last(values)));
		}
		filters.exact("name");
		return has(Behaviour.ROLES_ONLY) ? filters.repeated("managed").isNull("managed") : filters;
	}

	/** Those of a user or a group, if one is asked for. */
	@Override
	protected Stream<Row> visible(Call call) {
		Stream<Row> roles = super.visible(call);
		if (!has(Behaviour.ROLES_ONLY)) {
			return roles;
		}
		Rbac rbac = world().rbac();
		String groups = has(Behaviour.RENAMED_ROLE_FILTERS) ? "groups" : "ak_groups";
		return roles.filter(isOf(world().people().users(), call.query("users"), call, rbac::rolesOf))
			.filter(isOf(world().people().groups(), call.query(groups), call, rbac::inheritedBy));
	}

	/** Roles from above count only on request. */
	private Predicate<Row> isOf(Table members, @Nullable String pk, Call call, Function<Row, List<Row>> inherited) {
		if (pk == null) {
			return (role) -> true;
		}
		Set<Row> roles = new HashSet<>();
		members.byPk(pk).ifPresent((member) -> {
			roles.addAll(world().rbac().ownOf(member));
			roles.addAll(call.asks("inherited") ? inherited.apply(member) : List.of());
		});
		return roles::contains;
	}

	@Override
	public WritableFields fields() {
		Field name = Field.text("name").required().uniqueIn(table());
		return new WritableFields(has(Behaviour.LONG_ROLE_NAMES) ? name : name.and(FieldChecks.atMost(150)));
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().roleDeleted(row);
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row role, Call call) {
		return shortly(role);
	}

	/** A role inside other objects. */
	public static Map<String, @Nullable Object> shortly(Row role) {
		return AuthentikJson.object("pk", role.pk(), "name", role.text("name"));
	}

	/** Who may not see the user is told that there is none. */
	private LabResponse member(Call call, BiConsumer<Row, Row> change) {
		Row role = table().byPk(call.variable("key")).orElseThrow(this::notFound);
		call.require(model().permission("change"), role);
		Row user = world().people()
			.users()
			.byPk(call.body().get("pk"))
			.filter((found) -> call.may("authentik_core.view_user", found))
			.orElseThrow(() -> RefusedRequest.detail(404, "Not found."));
		change.accept(user, role);
		return nothing();
	}

}
