package io.github.dsmsso.lab.authentik.signin;

import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/** The errors of OAuth endpoints, with what RFC 6749 says about each. */
final class OAuthErrors {

	private static final Map<String, String> DESCRIPTIONS = Map.of("invalid_client", "Client authentication failed",
			"invalid_grant", "The authorization grant or refresh token is invalid, expired or revoked",
			"unsupported_grant_type", "The authorization grant type is not supported", "invalid_request",
			"The request is otherwise malformed");

	private final AuthentikWorld world;

	OAuthErrors(AuthentikWorld world) {
		this.world = world;
	}

	RefusedRequest refusal(int status, String error) {
		Map<String, @Nullable Object> body = AuthentikJson.object("error", error, "error_description",
				DESCRIPTIONS.getOrDefault(error, error));
		if (this.world.version().has(Behaviour.REQUEST_ID)) {
			body.put("request_id", this.world.randomness().hex());
		}
		return RefusedRequest.answering(uncached(AuthentikJson.response(status, body)));
	}

	static LabResponse uncached(LabResponse response) {
		return response.with("Cache-Control", "no-store").with("Pragma", "no-cache");
	}

}
