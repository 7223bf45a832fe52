package io.github.dsmsso.lab.authentik.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.world.AuthentikPeople;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.Origin;
import org.jspecify.annotations.Nullable;

/** What tokens say about a user. */
public final class Claims {

	static final String ACR = "goauthentik.io/providers/oauth2/default";

	private static final Map<String, @Nullable Object> ANONYMOUS = AuthentikJson.object("pk",
			AuthentikPeople.ANONYMOUS_PK, "username", "AnonymousUser", "name", "", "email", "", "attributes", Map.of(),
			"ak_groups", List.of(), "groups", List.of(), "uid", "", "uuid", "", "is_active", true);

	private final AuthentikWorld world;

	public Claims(AuthentikWorld world) {
		this.world = world;
	}

	/** The mappings of a provider, by scope name. */
	List<Row> mappings(Row provider) {
		return this.world.tables()
			.scopeMappings()
			.all(provider.list("property_mappings"))
			.stream()
			.sorted(Comparator.comparing((Row mapping) -> mapping.text("scope_name")))
			.toList();
	}

	/** The names of claims that discovery promises; a broken mapping promises none. */
	List<String> promised(Row provider) {
		List<String> promised = new java.util.ArrayList<>(
				List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "acr", "amr", "nonce"));
		for (Row mapping : mappings(provider)) {
			evaluated(mapping, ANONYMOUS).keySet()
				.stream()
				.filter((name) -> !promised.contains(name))
				.forEach(promised::add);
		}
		return promised;
	}

	/** The claims of the scopes that the provider has mappings for. */
	Map<String, @Nullable Object> ofScopes(Row provider, Row user, Collection<?> scopes) {
		Map<String, @Nullable Object> claims = AuthentikJson.object();
		mappings(provider).stream()
			.filter((mapping) -> scopes.contains(mapping.text("scope_name")))
			.forEach((mapping) -> claims.putAll(evaluated(mapping, python(user))));
		return claims;
	}

	private static Map<String, @Nullable Object> evaluated(Row mapping, Map<String, @Nullable Object> user) {
		try {
			return ScopeExpression.evaluate(mapping.text("expression"), user);
		}
		catch (ScopeExpression.NotUnderstood ex) {
			return Map.of();
		}
	}

	/** The mappings that cannot be evaluated for a user. */
	List<Row> broken(Row provider, Row user) {
		return mappings(provider).stream().filter((mapping) -> {
			try {
				ScopeExpression.evaluate(mapping.text("expression"), python(user));
				return false;
			}
			catch (ScopeExpression.NotUnderstood ex) {
				return true;
			}
		}).toList();
	}

	private Map<String, @Nullable Object> python(Row user) {
		Map<String, @Nullable Object> seen = user.values();
		List<String> groups = this.world.people()
			.groupsOf(user)
			.stream()
			.map((group) -> group.text("name"))
			.sorted()
			.toList();
		seen.put("ak_groups", groups);
		seen.put("groups", groups);
		seen.remove("password");
		return seen;
	}

	/** The claims about the token itself. */
	Map<String, @Nullable Object> ofToken(Row provider, Row user, String issuer, Instant signedIn) {
		Map<String, @Nullable Object> claims = lasting(provider, user, issuer, signedIn);
		if (this.world.version().has(Behaviour.JTI)) {
			claims.put("jti", this.world.randomness().lettersAndDigits(40));
		}
		return claims;
	}

	/** Those that are the same in every token of that moment. */
	Map<String, @Nullable Object> lasting(Row provider, Row user, String issuer, Instant signedIn) {
		Instant now = this.world.now();
		return AuthentikJson.object("iss", issuer, "sub", subject(provider, user), "aud", provider.text("client_id"),
				"exp", now.plus(TimeFormats.duration(provider.text("access_token_validity"))).getEpochSecond(), "iat",
				now.getEpochSecond(), "auth_time", signedIn.getEpochSecond(), "acr", ACR);
	}

	/** What the API shows for a user without anybody signing in. */
	public Map<String, @Nullable Object> preview(Row provider, Row user, Origin origin) {
		String slug = this.world.tables()
			.applicationOf(provider)
			.map((application) -> application.text("slug"))
			.orElse("");
		Map<String, @Nullable Object> preview = ofToken(provider, user, origin.issuer(provider, slug),
				this.world.now());
		preview.putAll(ofScopes(provider, user,
				mappings(provider).stream().map((mapping) -> mapping.text("scope_name")).toList()));
		return preview;
	}

	static Object subject(Row provider, Row user) {
		return switch (provider.text("sub_mode")) {
			case "user_id" -> user.text("pk");
			case "user_uuid" -> user.text("uuid");
			case "user_email" -> user.text("email");
			case "user_username" -> user.text("username");
			case "user_upn" -> String.valueOf(user.object("attributes").getOrDefault("upn", user.text("uid")));
			default -> user.text("uid");
		};
	}

}
