package io.github.dsmsso.lab.authentik.admin;

import java.time.Instant;
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
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import org.jspecify.annotations.Nullable;

/**
 * {@code /oauth2/access_tokens/} and its neighbours: which codes and tokens clients hold;
 * superusers see all of them.
 */
public final class OAuth2Grants extends ApiResource {

	private final UserResource users;

	private final boolean ofTokens;

	private OAuth2Grants(AuthentikWorld world, Table table, UserResource users, boolean ofTokens) {
		super(world, table);
		this.users = users;
		this.ofTokens = ofTokens;
	}

	/** All kinds of grants, each at its path. */
	public static void routes(AuthentikWorld world, UserResource users, Routes routes) {
		new OAuth2Grants(world, world.tables().accessTokens(), users, true).readable(routes, "/oauth2/access_tokens/");
		new OAuth2Grants(world, world.tables().refreshTokens(), users, true).readable(routes,
				"/oauth2/refresh_tokens/");
		new OAuth2Grants(world, world.tables().codes(), users, false).readable(routes, "/oauth2/authorization_codes/");
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
		return new Filters().object("provider", world().tables().providers())
			.object("user", world().people().users())
			.orderedBy("pk");
	}

	@Override
	protected Map<String, @Nullable Object> shown(Row grant, Call call) {
		Map<String, @Nullable Object> shown = AuthentikJson.object("pk", grant.pk(), "provider",
				world().tables().providers().byPk(grant.get("provider")).map(this::provider).orElse(null), "user",
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
				: OAuth2ProviderResource.shown(world(), provider);
	}

}
