package io.github.dsmsso.lab.authentik.admin;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.api.SearchLanguage;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.rights.Roles;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikPeople;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.PermissionCatalog;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /core/users/}, and who is asking. */
public final class UserResource extends ApiResource {

	private static final String[] TYPES = { "internal", "external", "service_account", "internal_service_account" };

	private final GroupResource groups;

	public UserResource(AuthentikWorld world, GroupResource groups) {
		super(world, world.people().users());
		this.groups = groups;
	}

	public void routes(Routes routes) {
		routes.add("GET", "/core/users/me/", this::me);
		writable(routes, "/core/users/");
	}

	@Override
	protected Filters filters() {
		Filters filters = new Filters().exact("username", "email", "name", "uuid", "path")
			.flag("is_active")
			.choice("type", TYPES)
			.where("is_superuser", (user, values) -> world().people().isSuperuser(user) == Filters.isTrue(values))
			.where("path_startswith", (user, values) -> user.text("path").startsWith(Filters.last(values)))
			.where("groups_by_pk", (user, values) -> values.stream().anyMatch(user.list("groups")::contains))
			.where("groups_by_name",
					(user, values) -> world().people()
						.groupsOf(user)
						.stream()
						.anyMatch((group) -> values.contains(group.text("name"))))
			.search("username", "name", "email")
			.orderedBy("username");
		return has(Behaviour.ROLES_ONLY)
				? filters.where("roles_by_pk", (user, values) -> values.stream().anyMatch(user.list("roles")::contains))
					.where("roles_by_name",
							(user, values) -> world().rbac()
								.ownOf(user)
								.stream()
								.anyMatch((role) -> values.contains(role.text("name"))))
				: filters;
	}

	@Override
	protected Map<String, Object> language() {
		return new SearchLanguage(model().fullName()).fields("str", false, "username", "name", "email", "path")
			.fields("bool", true, "is_active")
			.choice("type", List.of(TYPES))
			.object("attributes", rows())
			.told();
	}

	@Override
	public WritableFields fields() {
		WritableFields fields = new WritableFields(
				Field.text("username").required().and(FieldChecks.atMost(150)).uniqueIn(table()),
				Field.text("name").required().blank(), Field.flag("is_active", true), Field.text("email").blank(),
				Field.object("attributes"), Field.text("path").otherwise("users"), Field.choice("type", TYPES),
				Field.of("groups", FieldChecks.manyOf(FieldChecks.reference(world().people().groups(), false)))
					.otherwise(List.of()),
				Field.text("last_login").nullable());
		return has(Behaviour.ROLES_ONLY)
				? fields.and(Field.of("roles", FieldChecks.manyOf(FieldChecks.reference(world().rbac().roles(), false)))
					.otherwise(List.of()))
				: fields;
	}

	@Override
	protected Row add(Map<String, @Nullable Object> values) {
		return world().people().addUser(values);
	}

	@Override
	protected boolean isKey(String text) {
		return FieldChecks.isNumber(text);
	}

	@Override
	protected void deleted(Row row) {
		world().cascades().userDeleted(row);
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row user, Call call) {
		Map<String, @Nullable Object> shown = AuthentikPeople.shortly(user);
		shown.putAll(AuthentikJson.object("is_superuser", world().isSuperuser(user), "groups", user.list("groups"),
				"groups_obj",
				has(Behaviour.SLIM_LISTS) && "false".equals(call.query("include_groups")) ? null
						: world().people().groupsOf(user).stream().map(this.groups::ofUser).toList(),
				"avatar", avatar(call), "path", user.text("path"), "type", user.text("type"), "uuid",
				user.text("uuid")));
		if (has(Behaviour.ROLES_ONLY)) {
			shown.put("roles", user.list("roles"));
			shown.put("roles_obj", "false".equals(call.query("include_roles")) ? null
					: world().rbac().ownOf(user).stream().map(Roles::shortly).toList());
		}
		if (has(Behaviour.USER_DATES)) {
			shown.put("date_joined", user.text("date_joined"));
			shown.put("password_change_date", user.text("password_change_date"));
		}
		if (has(Behaviour.USER_LAST_UPDATED)) {
			shown.put("last_updated", user.text("last_updated"));
		}
		return shown;
	}

	/** The user of another object, or null where that is gone. */
	@Nullable Object shownOf(Row owned, Call call) {
		return table().byPk(owned.get("user")).map((user) -> shown(user, call)).orElse(null);
	}

	private static String avatar(Call call) {
		return call.origin().url("static/dist/assets/images/user_default.png");
	}

	/** Only those of the app of permissions, and without its name. */
	private List<String> systemPermissions(Row user) {
		return world().permissions()
			.table()
			.stream()
			.filter((permission) -> permission.is("app_label", "authentik_rbac")
					&& world().people().may(user, PermissionCatalog.nameOf(permission), null))
			.map((permission) -> permission.text("codename"))
			.toList();
	}

	private LabResponse me(Call call) {
		Map<String, @Nullable Object> self = self(call.sender(), call);
		Map<String, @Nullable Object> answer = AuthentikJson.object("user", self);
		if (has(Behaviour.SESSION_USERS)) {
			answer.put("users", List.of(self));
		}
		return AuthentikJson.response(200, answer);
	}

	private Map<String, @Nullable Object> self(Row user, Call call) {
		List<Map<String, @Nullable Object>> groups = world().people()
			.groupsOf(user)
			.stream()
			.map((group) -> AuthentikJson.object("name", group.text("name"), "pk", group.pk()))
			.toList();
		Map<String, @Nullable Object> self = AuthentikJson.object("pk", user.pk(), "username", user.text("username"),
				"name", user.text("name"), "is_active", true, "is_superuser", world().isSuperuser(user), "groups",
				groups, "email", user.text("email"), "avatar", avatar(call), "uid", user.text("uid"), "settings",
				Map.of(), "type", user.text("type"), "system_permissions", this.systemPermissions(user));
		if (has(Behaviour.ROLES_ONLY)) {
			self.put("roles", world().rbac().rolesOf(user).stream().map(Roles::shortly).toList());
		}
		if (has(Behaviour.SESSION_USERS)) {
			self.put("is_current", true);
		}
		return self;
	}

}
