package io.github.dsmsso.lab.authentik.admin;

import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * {@code /core/user_consent/}: who let which application have what; superusers see all of
 * them, and deleting one asks the user again.
 */
public final class UserConsents extends ApiResource {

	private static final String BASE = "/core/user_consent/";

	private final UserResource users;

	private final ApplicationResource applications;

	public UserConsents(AuthentikWorld world, UserResource users, ApplicationResource applications) {
		super(world, world.tables().consents());
		this.users = users;
		this.applications = applications;
	}

	public void routes(Routes routes) {
		readable(routes, BASE);
		routes.add("DELETE", single(BASE), this::destroy);
	}

	@Override
	protected Stream<Row> visible(Call call) {
		return owned(call);
	}

	@Override
	protected boolean isKey(String text) {
		return FieldChecks.isNumber(text);
	}

	@Override
	protected Filters filters() {
		return new Filters().object("user", world().people().users())
			.object("application", world().tables().applications())
			.orderedBy("pk");
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row consent, Call call) {
		Map<String, @Nullable Object> shown = AuthentikJson.object("pk", consent.pk(), "expires",
				consent.text("expires"));
		if (has(Behaviour.EXPIRING_CONSENTS)) {
			shown.put("expiring", true);
		}
		shown.putAll(AuthentikJson.object("user", this.users.shownOf(consent, call), "application",
				world().tables()
					.applications()
					.byPk(consent.get("application"))
					.map((application) -> this.applications.shown(application, call))
					.orElse(null),
				"permissions", consent.text("permissions")));
		return shown;
	}

}
