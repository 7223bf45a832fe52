package io.github.dsmsso.lab.authentik;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * {@code /oauth2/access_tokens/}: which clients hold tokens; superusers see all of them.
 */
final class OAuth2AccessTokens extends Resource {

	private final Users users;

	OAuth2AccessTokens(AuthentikWorld world, Users users) {
		super(world, world.accessTokens());
		this.users = users;
	}

	void routes(Routes routes) {
		readable(routes, "/oauth2/access_tokens/");
	}

	@Override
	Stream<Row> visible(Call call) {
		return table().stream().filter((token) -> call.isSuperuser() || token.is("user", call.sender().pk()));
	}

	@Override
	Filters filters() {
		return new Filters().object("provider", world().providers())
			.object("user", world().people().users())
			.orderedBy("pk");
	}

	@Override
	Map<String, @Nullable Object> shown(Row token, Call call) {
		return Json.object("pk", token.pk(), "provider",
				world().providers()
					.byPk(token.get("provider"))
					.map((provider) -> OAuth2Providers.shown(world(), provider))
					.orElse(null),
				"user",
				world().people()
					.users()
					.byPk(token.get("user"))
					.map((user) -> this.users.shown(user, call))
					.orElse(null),
				"is_expired", Instant.parse(token.text("expires")).isBefore(world().now()), "expires",
				token.text("expires"), "scope", token.list("scope"), "id_token", token.text("id_token"), "revoked",
				false);
	}

}
