package io.github.dsmsso.lab.authentik;

import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * {@code /core/user_consent/}: who let which application have what; superusers see all of
 * them, and deleting one asks the user again.
 */
final class UserConsents extends Resource {

	private static final String BASE = "/core/user_consent/";

	private final Users users;

	private final Applications applications;

	UserConsents(AuthentikWorld world, Users users, Applications applications) {
		super(world, world.consents());
		this.users = users;
		this.applications = applications;
	}

	void routes(Routes routes) {
		readable(routes, BASE);
		routes.add("DELETE", single(BASE), this::destroy);
	}

	@Override
	Stream<Row> visible(Call call) {
		return owned(call);
	}

	@Override
	Filters filters() {
		return new Filters().object("user", world().people().users())
			.object("application", world().applications())
			.orderedBy("pk");
	}

	@Override
	Map<String, @Nullable Object> shown(Row consent, Call call) {
		Map<String, @Nullable Object> shown = Json.object("pk", consent.pk(), "expires", consent.text("expires"));
		if (has(Behaviour.EXPIRING_CONSENTS)) {
			shown.put("expiring", true);
		}
		shown.putAll(Json.object("user", this.users.shownOf(consent, call), "application",
				world().applications()
					.byPk(consent.get("application"))
					.map((application) -> this.applications.shown(application, call))
					.orElse(null),
				"permissions", consent.text("permissions")));
		return shown;
	}

}
