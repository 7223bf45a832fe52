package io.github.dsmsso.lab.authentik.admin;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.api.ApiResource;
import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Filters;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.FieldChecks;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.EventLog;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** {@code /core/tokens/}: everybody sees their own, superusers see all. */
public final class Tokens extends ApiResource {

	private static final String[] INTENTS = { "verification", "api", "recovery", "app_password" };

	private final UserResource users;

	public Tokens(AuthentikWorld world, UserResource users) {
		super(world, world.people().tokens());
		this.users = users;
	}

	public void routes(Routes routes) {
		writable(routes, "/core/tokens/");
		routes.add("GET", "/core/tokens/{key}/view_key/", this::viewKey);
	}

	@Override
	protected String lookup() {
		return "identifier";
	}

	@Override
	protected Stream<Row> visible(Call call) {
		return owned(call);
	}

	@Override
	protected Filters filters() {
		return new Filters().exact("identifier", "description", "managed")
			.choice("intent", INTENTS)
			.flag("expiring")
			.search("identifier", "description")
			.orderedBy("identifier");
	}

	@Override
	public WritableFields fields() {
		return new WritableFields(
				Field.text("identifier")
					.required()
					.and(FieldChecks::slug)
					.and(FieldChecks.atMost(255))
					.uniqueIn(table()),
				Field.choice("intent", INTENTS).otherwise("verification"), Field.text("description").blank(),
				Field.flag("expiring", true), Field.text("expires").nullable(),
				Field.numericReference("user", world().people().users()));
	}

	@Override
	protected void created(Row row, Call call) {
		row.set("key", world().randomness().lettersAndDigits(60));
		if (row.get("user") == null) {
			row.set("user", call.sender().pk());
		}
		if (row.flag("expiring")) {
			row.set("expires", TimeFormats.iso(world().now().plus(lifetime())));
		}
	}

	/**
	 * The tenant's default, which is half an hour after every installation; what a client
	 * asks for does not count.
	 */
	private Duration lifetime() {
		return TimeFormats.duration(world().settings().text("default_token_duration"));
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row token, Call call) {
		Map<String, @Nullable Object> shown = token.values();
		if (shown.get("expires") == null && !has(Behaviour.UNDATED_TOKENS)) {
			shown.put("expires", TimeFormats.iso(world().now().plus(lifetime())));
		}
		shown.remove("key");
		shown.putIfAbsent("managed", null);
		shown.put("user_obj", this.users.shownOf(token, call));
		return shown;
	}

	private LabResponse viewKey(Call call) {
		Row token = found(call);
		if (!Objects.equals(token.get("user"), call.sender().pk())) {
			call.require("authentik_core.view_token_key", token);
		}
		world().events()
			.write("secret_view", "authentik.core.api.tokens", call.sender(),
					AuthentikJson.object("secret", EventLog.reference(model(), token)), call.request());
		return AuthentikJson.response(200, Map.of("key", token.text("key")));
	}

}
