package io.github.dsmsso.lab.authentik.signin;

import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.ProviderRedirects;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * What clients do with their tokens: ask for the user, take tokens back, look into them.
 */
final class ClientEndpoints {

	private final AuthentikWorld world;

	private final Grants grants;

	ClientEndpoints(AuthentikWorld world, Grants grants) {
		this.world = world;
		this.grants = grants;
	}

	/** {@code /application/o/userinfo/}. */
	LabResponse userinfo(LabRequest request) {
		Row token = this.grants.accessToken(bearer(request)).orElse(null);
		if (token == null) {
			return unauthorised(401, "invalid_token",
					"The access token provided is expired, revoked, malformed, or invalid for other reasons");
		}
		if (!token.list("scope").contains("openid")) {
			return unauthorised(403, "insufficient_scope",
					"The request requires higher privileges than provided by the access token");
		}
		Row provider = this.world.tables().providers().one("pk", token.text("provider"));
		Row user = this.world.people().users().one("pk", token.text("user"));
		Map<String, @Nullable Object> claims = AuthentikJson.object("sub", Claims.subject(provider, user));
		claims.putAll(new Claims(this.world).ofScopes(provider, user, token.list("scope")));
		return CrossOrigin.headed(request, OAuthErrors.uncached(AuthentikJson.response(200, claims)),
				new ProviderRedirects(this.world.version()).stored(provider));
	}

	private static String bearer(LabRequest request) {
		String header = Objects.requireNonNullElse(request.header("authorization"), "");
		String[] parts = header.split(" ", 2);
		if (parts.length == 2 && parts[0].equalsIgnoreCase("Bearer")) {
			return parts[1].strip();
		}
		return request.parameters().getOrDefault("access_token", "");
	}

	/** In the words of {@code BearerTokenError} of {@code errors.py}. */
	private static LabResponse unauthorised(int status, String error, String description) {
		return LabResponse.of(status, "text/html; charset=utf-8", "")
			.with("WWW-Authenticate", "error=\"" + error + "\", error_description=\"" + description + "\"");
	}

	/**
	 * {@code /application/o/revoke/}: the one place that tells whether a client's
	 * credentials are right and leaves nothing behind. Public clients need no secret for
	 * it from 2025.2 on (goauthentik/authentik pull request 12704).
	 */
	LabResponse revoke(LabRequest request) {
		ClientAuthentication client = ClientAuthentication.of(request);
		if (client.provider(this.world).filter((provider) -> mayRevoke(client, provider)).isEmpty()) {
			throw new OAuthErrors(this.world).refusal(401, "invalid_client");
		}
		this.grants.revoke(request.parameters().getOrDefault("token", ""));
		return OAuthErrors.uncached(AuthentikJson.response(200, Map.of()));
	}

	private boolean mayRevoke(ClientAuthentication client, Row provider) {
		return this.world.version().has(Behaviour.PUBLIC_CLIENTS_REVOKE) ? client.prove(provider)
				: client.hasSecretOf(provider);
	}

	/** {@code /application/o/introspect/}: everything wrong is just not active. */
	LabResponse introspect(LabRequest request) {
		ClientAuthentication client = ClientAuthentication.of(request);
		Row provider = client.provider(this.world).filter(client::hasSecretOf).orElse(null);
		Row token = this.grants.accessToken(request.parameters().getOrDefault("token", "")).orElse(null);
		if (provider == null || token == null || !token.is("provider", provider.pk())) {
			return OAuthErrors.uncached(AuthentikJson.response(200, Map.of("active", false)));
		}
		Map<String, @Nullable Object> answer = AuthentikJson.object();
		answer.putAll(asObject(token.text("id_token")));
		answer.putAll(AuthentikJson.object("active", true, "scope",
				String.join(" ", token.list("scope").stream().map(Object::toString).toList()), "client_id",
				provider.text("client_id")));
		return OAuthErrors.uncached(AuthentikJson.response(200, answer));
	}

	@SuppressWarnings("unchecked")
	private static Map<String, @Nullable Object> asObject(String json) {
		return (Map<String, @Nullable Object>) Objects.requireNonNull(AuthentikJson.read(json));
	}

}
