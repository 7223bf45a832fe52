package io.github.dsmsso.lab.authentik.signin;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/** Where people are sent who ask for something that needs a session and have none. */
final class SignInRedirect {

	private final AuthentikWorld world;

	SignInRedirect(AuthentikWorld world) {
		this.world = world;
	}

	/**
	 * The flow itself is asked with all that was asked for, and {@code next} behind it
	 * (seen of 2025.12.4 and 2026.2.2); older releases have {@code next} alone.
	 */
	LabResponse before(LabRequest request) {
		Map<String, String> query = new LinkedHashMap<>();
		boolean direct = this.world.version().has(Behaviour.DIRECT_SIGN_IN_PAGE);
		if (direct) {
			query.putAll(request.queryParameters());
		}
		query.put("next", request.target().toString());
		return LabResponse.redirect(this.world.webPath()
				+ (direct ? "if/flow/" + FlowPages.SIGN_IN + "/" : "flows/-/default/authentication/") + "?"
				+ AuthorizeRequest.encoded(query));
	}

}
