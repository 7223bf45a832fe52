package io.github.dsmsso.lab.authentik.signin;

import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * The errors of OAuth endpoints, in authentik's words ({@code TokenError},
 * {@code TokenRevocationError} and {@code DeviceCodeError} of
 * {@code authentik/providers/oauth2/errors.py}).
 */
final class OAuthErrors {

	private static final Map<String, String> WORDS = Map.of("invalid_client",
			"Client authentication failed (e.g., unknown client, no client authentication included, or unsupported"
					+ " authentication method)",
			"invalid_grant",
			"The provided authorization grant or refresh token is invalid, expired, revoked, does not match the"
					+ " redirection URI used in the authorization request, or was issued to another client",
			"unsupported_grant_type", "The authorization grant type is not supported by the authorization server",
			"invalid_request", "The request is otherwise malformed", "authorization_pending",
			"The authorization request is still pending as the end user hasn't yet completed the user-interaction"
					+ " steps",
			"slow_down",
			"A variant of \"authorization_pending\", the authorization request isstill pending and polling should"
					+ " continue, but the interval MUSTbe increased by 5 seconds for this and all subsequent"
					+ " requests.");

	private final AuthentikWorld world;

	OAuthErrors(AuthentikWorld world) {
		this.world = world;
	}

	RefusedRequest refusal(int status, String error) {
		Map<String, @Nullable Object> body = AuthentikJson.object("error", error, "error_description",
				WORDS.get(error));
		if (this.world.version().has(Behaviour.REQUEST_ID)) {
			body.put("request_id", this.world.randomness().hex());
		}
		return RefusedRequest.answering(uncached(AuthentikJson.response(status, body)));
	}

	/** An answer that nobody is to keep ({@code TokenResponse}). */
	static LabResponse uncached(LabResponse response) {
		return response.with("Cache-Control", "no-store").with("Pragma", "no-cache");
	}

}
