package io.github.dsmsso.lab.authentik.admin;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Call;
import io.github.dsmsso.lab.authentik.api.Routes;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Field;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.store.WritableFields;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * {@code /core/users/service_account/}: a user for programs, with an app password, which
 * the API refuses as a token.
 */
public final class ServiceAccounts {

	private static final Duration LIFETIME = Duration.ofDays(360);

	private final AuthentikWorld world;

	public ServiceAccounts(AuthentikWorld world) {
		this.world = world;
	}

	public void routes(Routes routes) {
		routes.add("POST", "/core/users/service_account/", this::create);
	}

	private LabResponse create(Call call) {
		call.require("authentik_core.add_user");
		call.require("authentik_core.add_token");
		Map<String, @Nullable Object> wanted = fields().ofNew(call.body());
		String name = String.valueOf(wanted.get("name"));
		boolean withGroup = Boolean.TRUE.equals(wanted.get("create_group")) && call.may("authentik_core.add_group");
		refuseDuplicate(name, withGroup);
		Row user = user(name, wanted);
		Map<String, @Nullable Object> answer = AuthentikJson.object("username", name, "user_uid", user.text("uid"),
				"user_pk", user.pk());
		created(this.world.people().users(), user, call);
		if (withGroup) {
			answer.put("group_pk", group(name, call));
		}
		answer.put("token", token(user, wanted, call));
		return AuthentikJson.response(200, answer);
	}

	private WritableFields fields() {
		return new WritableFields(Field.text("name").required(), Field.flag("create_group", false),
				Field.flag("expiring", true),
				Field.text("expires").otherwise(TimeFormats.iso(this.world.now().plus(LIFETIME))));
	}

	/** As {@link AuthentikAssumption#SERVICE_ACCOUNTS_ARE_CHECKED_ALIKE} says. */
	private void refuseDuplicate(String name, boolean withGroup) {
		boolean exists = this.world.people().users().find("username", name).isPresent()
				|| this.world.people().tokens().find("identifier", identifier(name)).isPresent()
				|| (withGroup && this.world.people().groups().find("name", name).isPresent());
		if (exists) {
			throw RefusedRequest.invalid("non_field_errors", "A user/group with these details already exists");
		}
	}

	private Row user(String name, Map<String, @Nullable Object> wanted) {
		return this.world.people()
			.addUser(AuthentikJson.object("username", name, "name", name, "email", "", "is_active", true, "attributes",
					AuthentikJson.object("goauthentik.io/user/token-expires", wanted.get("expiring")), "path",
					"goauthentik.io/service-accounts", "type", "service_account", "groups", List.of(), "roles",
					List.of(), "last_login", null));
	}

	private String group(String name, Call call) {
		String pk = this.world.people().groupComes(name, false);
		this.world.people().userJoins(name, name);
		Table groups = this.world.people().groups();
		created(groups, groups.one("pk", pk), call);
		return pk;
	}

	private String token(Row user, Map<String, @Nullable Object> wanted, Call call) {
		String key = this.world.randomness().lettersAndDigits(60);
		Row token = new Row(AuthentikJson.object("pk", this.world.randomness().uuid(), "managed", null, "identifier",
				identifier(user.text("username")), "intent", "app_password", "key", key, "user", user.pk(),
				"description", "", "expires", wanted.get("expires"), "expiring", wanted.get("expiring")));
		Table tokens = this.world.people().tokens();
		created(tokens, tokens.add(token), call);
		return key;
	}

	private void created(Table table, Row row, Call call) {
		this.world.events().changed("model_created", table.model(), row, call.user(), call.request());
	}

	private static String identifier(String name) {
		String slug = name.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\s-]", "").replaceAll("[-\\s]+", "-");
		return "service-account-" + slug + "-password";
	}

}
