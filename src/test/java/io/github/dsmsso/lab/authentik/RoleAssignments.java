package io.github.dsmsso.lab.authentik;

import java.util.Map;

import org.jspecify.annotations.Nullable;

/** {@code /rbac/permissions/assigned_by_roles/}. */
final class RoleAssignments extends Assignments {

	RoleAssignments(AuthentikWorld world) {
		super(world, world.rbac().roles());
	}

	void routes(Routes routes) {
		routes(routes, "/rbac/permissions/assigned_by_roles/");
	}

	@Override
	void refuse(Row holder, String verb) {
	}

	@Override
	Map<String, @Nullable Object> shown(Row role, Call call) {
		Map<String, @Nullable Object> shown = Json.object("role_pk", role.pk(), "name", role.text("name"));
		if (has(Behaviour.ROLES_ONLY)) {
			shown.putAll(Json.object("object_permissions", held(role, true), "model_permissions", held(role, false)));
		}
		else {
			shown.put("permissions", held(role, true));
		}
		return shown;
	}

}
