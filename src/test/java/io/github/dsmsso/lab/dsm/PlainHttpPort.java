package io.github.dsmsso.lab.dsm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * The NAS's port without encryption: the same DSM, unless it sends everybody to HTTPS or
 * takes no client secret this way.
 *
 * @param world the NAS whose port it is
 * @param dsm who answers behind it
 */
record PlainHttpPort(DsmWorld world, LabHandler dsm) implements LabHandler {

	@Override
	public LabResponse handle(LabRequest request) {
		if (this.world.web().httpsRedirect()) {
			String host = request.host().replaceFirst(":\\d+$", "");
			return LabResponse.redirect("https://" + host + ":" + this.world.web().httpsPort() + request.target());
		}
		boolean bare = request.parameters().containsKey("oidc_client_secret");
		return (bare && !this.world.assumes(DsmAssumption.HTTP_TAKES_SECRETS))
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
