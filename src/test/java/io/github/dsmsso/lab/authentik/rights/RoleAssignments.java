package io.github.dsmsso.lab.authentik.rights;

import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/** {@code /rbac/permissions/assigned_by_roles/}. */
public final class RoleAssignments extends Assignments {

	public RoleAssignments(AuthentikWorld world) {
		super(world, world.rbac().roles());
	}

	public void routes(Routes routes) {
		routes(routes, "/rbac/permissions/assigned_by_roles/");
	}

	@Override
	void refuse(Row holder, String verb) {
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row role, Call call) {
		Map<String, @Nullable Object> shown = AuthentikJson.object("role_pk", role.pk(), "name", role.text("name"));
		if (has(Behaviour.ROLES_ONLY)) {
			shown.putAll(AuthentikJson.object("object_permissions", held(role, true), "model_permissions",
					held(role, false)));
		}
		else {
			shown.put("permissions", held(role, true));
		}
		return shown;
	}

}
