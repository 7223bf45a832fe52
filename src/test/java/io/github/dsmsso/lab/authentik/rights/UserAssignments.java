package io.github.dsmsso.lab.authentik.rights;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikPeople;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * {@code /rbac/permissions/assigned_by_users/}, which 2025.12 gave up: superusers are
 * always in it.
 */
public final class UserAssignments extends Assignments {

	public UserAssignments(AuthentikWorld world) {
		super(world, world.people().users());
	}

	public void routes(Routes routes) {
		routes(routes, "/rbac/permissions/assigned_by_users/");
	}

	@Override
	protected Filters filters() {
		return new Filters().search("username", "name").orderedBy("username");
	}

	@Override
	void refuse(Row user, String verb) {
		if (user.is("type", "internal_service_account")) {
			throw RefusedRequest.answering(AuthentikJson.response(400, List.of("Permissions cannot be " + verb + "ed "
					+ (verb.equals("assign") ? "to" : "from") + " an internal service account.")));
		}
	}

	@Override
	boolean holds(Row user, String model, @Nullable String object) {
		return world().isSuperuser(user) || super.holds(user, model, object);
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row user, Call call) {
		Map<String, @Nullable Object> shown = AuthentikPeople.shortly(user);
		shown.putAll(AuthentikJson.object("permissions", held(user, true), "is_superuser", world().isSuperuser(user)));
		return shown;
	}

}
