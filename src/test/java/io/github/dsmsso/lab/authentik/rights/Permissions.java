package io.github.dsmsso.lab.authentik.rights;

import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.PermissionCatalog;
import org.jspecify.annotations.Nullable;

/** {@code /rbac/permissions/}: what can be assigned, told to everybody. */
public final class Permissions extends ApiResource {

	public Permissions(AuthentikWorld world) {
		super(world, world.permissions().table());
	}

	public void routes(Routes routes) {
		readable(routes, "/rbac/permissions/");
	}

	@Override
	protected Stream<Row> visible(Call call) {
		return table().stream();
	}

	@Override
	protected boolean isKey(String text) {
		return FieldChecks.isNumber(text);
	}

	@Override
	protected Filters filters() {
		Filters filters = new Filters().exact("codename")
			.where("content_type__app_label", (permission, values) -> permission.is("app_label", Filters.last(values)))
			.where("content_type__model", (permission, values) -> permission.is("model", Filters.last(values)))
			.object("role", world().rbac().roles())
			.where("role", (permission, values) -> isHeld(permission, world().rbac().roles(), Filters.last(values)))
			.search("name", "codename", "model", "app_label")
			.orderedBy("name");
		Table users = world().people().users();
		return has(Behaviour.RENAMED_ROLE_FILTERS) ? filters : filters.object("user", users)
			.where("user", (permission, values) -> isHeld(permission, users, Filters.last(values)));
	}

	/** Only what is held for all objects counts. */
	private boolean isHeld(Row permission, Table holders, String pk) {
		return holders.byPk(pk)
			.stream()
			.flatMap(world().rbac()::assignedTo)
			.anyMatch((held) -> held.get("object_pk") == null
					&& held.is("permission", PermissionCatalog.nameOf(permission)));
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row permission, Call call) {
		Map<String, @Nullable Object> shown = permission.values();
		shown.put("id", shown.remove("pk"));
		return shown;
	}

}
