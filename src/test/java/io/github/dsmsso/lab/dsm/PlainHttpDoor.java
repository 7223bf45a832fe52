package io.github.dsmsso.lab.dsm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * The NAS's port without encryption: the same DSM, unless it sends everybody to HTTPS or
 * takes no client secret this way.
 *
 * @param dsm what is behind the door
 */
record PlainHttpDoor(DsmSimulator dsm) implements LabHandler {

	@Override
	public LabResponse handle(LabRequest request) {
		DsmWorld world = this.dsm.world();
		if (world.web().httpsRedirect()) {
			String host = request.host().replaceFirst(":\\d+$", "");
			return LabResponse.redirect("https://" + host + ":" + world.web().httpsPort() + request.target());
		}
		boolean bare = request.parameters().containsKey("oidc_client_secret");
		return (bare && !world.assumes(DsmAssumption.HTTP_TAKES_SECRETS))
				? ApiAnswer.refused(new DsmError(403)).response() : forPlainHttp(this.dsm.handle(request));
	}

	/** A browser keeps no secure cookie that came without encryption. */
	private static LabResponse forPlainHttp(LabResponse response) {
		Map<String, List<String>> headers = new LinkedHashMap<>(response.headers());
		headers.computeIfPresent("Set-Cookie",
				(name, cookies) -> cookies.stream().map((cookie) -> cookie.replace(";Secure", "")).toList());
		return new LabResponse(response.status(), headers, response.body(), response.delivery());
	}

}
