package io.github.dsmsso.lab.authentik;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * {@code /oauth2/access_tokens/} and its neighbours: which codes and tokens clients hold;
 * superusers see all of them.
 */
final class OAuth2Grants extends Resource {

	private final Users users;

	private final boolean ofTokens;

	private OAuth2Grants(AuthentikWorld world, Table table, Users users, boolean ofTokens) {
		super(world, table);
		this.users = users;
		this.ofTokens = ofTokens;
	}

	/** All kinds of grants, each at its path. */
	static void routes(AuthentikWorld world, Users users, Routes routes) {
		new OAuth2Grants(world, world.accessTokens(), users, true).readable(routes, "/oauth2/access_tokens/");
		new OAuth2Grants(world, world.refreshTokens(), users, true).readable(routes, "/oauth2/refresh_tokens/");
		new OAuth2Grants(world, world.codes(), users, false).readable(routes, "/oauth2/authorization_codes/");
	}

	@Override
	Stream<Row> visible(Call call) {
		return owned(call);
	}

	@Override
	Filters filters() {
		return new Filters().object("provider", world().providers())
			.object("user", world().people().users())
			.orderedBy("pk");
	}

	@Override
	Map<String, @Nullable Object> shown(Row grant, Call call) {
		Map<String, @Nullable Object> shown = Json.object("pk", grant.pk(), "provider",
				world().providers().byPk(grant.get("provider")).map(this::provider).orElse(null), "user",
				this.users.shownOf(grant, call), "is_expired",
				Instant.parse(grant.text("expires")).isBefore(world().now()), "expires", grant.text("expires"), "scope",
				grant.list("scope"));
		if (this.ofTokens) {
			shown.put("id_token", grant.text("id_token"));
			shown.put("revoked", grant.flag("revoked"));
		}
		return shown;
	}

	private Map<String, @Nullable Object> provider(Row provider) {
		return has(Behaviour.SHORT_GRANT_PROVIDERS) ? ProviderWords.shortly(world(), provider)
				: OAuth2Providers.shown(world(), provider);
	}

}
