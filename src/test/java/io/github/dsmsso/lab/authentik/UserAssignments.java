package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * {@code /rbac/permissions/assigned_by_users/}, which 2025.12 gave up: superusers are
 * always in it.
 */
final class UserAssignments extends Assignments {

	UserAssignments(AuthentikWorld world) {
		super(world, world.people().users());
	}

	void routes(Routes routes) {
		routes(routes, "/rbac/permissions/assigned_by_users/");
	}

	@Override
	Filters filters() {
		return new Filters().search("username", "name").orderedBy("username");
	}

	@Override
	void refuse(Row user, String verb) {
		if (user.is("type", "internal_service_account")) {
			throw Refusal.answering(Json.response(400, List.of("Permissions cannot be " + verb + "ed "
					+ (verb.equals("assign") ? "to" : "from") + " an internal service account.")));
		}
	}

	@Override
	boolean holds(Row user, String model, @Nullable String object) {
		return world().isSuperuser(user) || super.holds(user, model, object);
	}

	@Override
	Map<String, @Nullable Object> shown(Row user, Call call) {
		Map<String, @Nullable Object> shown = People.shortly(user);
		shown.putAll(Json.object("permissions", held(user, true), "is_superuser", world().isSuperuser(user)));
		return shown;
	}

}
