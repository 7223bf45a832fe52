package io.github.dsmsso.lab.authentik.front;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.signin.Grants;
import io.github.dsmsso.lab.authentik.signin.OidcEndpoints;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.Gateway;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * The entry server of an instance: start-up, health, unknown paths and the headers of
 * every answer.
 */
public final class AuthentikFront {

	private static final String API = "/api/v3";

	/**
	 * The pages of OpenID Connect that are for reading, and take forms of their own only.
	 */
	private static final Pattern READ = Pattern.compile(
			"/application/o/authorize/" + "|/application/o/[-a-zA-Z0-9_]+/(jwks/|\\.well-known/openid-configuration)");

	private static final Set<String> WRITING = Set.of("POST", "PUT", "PATCH", "DELETE");

	private final AuthentikWorld world;

	private final AdminApi api;

	private final OidcEndpoints oidc;

	public AuthentikFront(AuthentikWorld world) {
		Grants grants = new Grants(world);
		this.world = world;
		this.api = new AdminApi(world, grants);
		this.oidc = new OidcEndpoints(world, grants);
	}

	public LabResponse answer(LabRequest request) {
		boolean guarded = request.path().startsWith(this.world.webPath() + "application/o/");
		return (guarded ? this.world.gateway() : Gateway.NONE).answer(request).orElseGet(() -> behindIt(request));
	}

	private LabResponse behindIt(LabRequest request) {
		LabResponse response = routed(request).with("Date", TimeFormats.http(this.world.now()));
		if (!this.world.runsFromSource()) {
			response = response.with("X-Powered-By", "authentik");
		}
		return request.method().equals("HEAD")
				? new LabResponse(response.status(), response.headers(), new byte[0], response.delivery()) : response;
	}

	private LabResponse routed(LabRequest request) {
		String prefix = this.world.webPath();
		if (!request.path().startsWith(prefix)) {
			return Pages.notFound();
		}
		String path = request.path().substring(prefix.length() - 1);
		if (path.startsWith("/-/health/")) {
			return health(path);
		}
		return this.world.starts() ? starting(request)
				: answered(path, request).with("X-authentik-id", this.world.randomness().hex());
	}

	/**
	 * The entry server answers by itself; without it the application does (seen of
	 * 2023.10.7).
	 */
	private LabResponse health(String path) {
		int well = this.world.runsFromSource() ? 204 : 200;
		int status = switch (path) {
			case "/-/health/live/" -> well;
			case "/-/health/ready/" -> this.world.starts() ? 503 : well;
			default -> 404;
		};
		return new LabResponse(status, Map.of(), new byte[0], LabResponse.Delivery.WHOLE);
	}

	private static LabResponse starting(LabRequest request) {
		String accept = request.header("accept");
		boolean json = accept != null && accept.contains("application/json");
		LabResponse response = json ? AuthentikJson.response(503, Map.of("error", "authentik starting"))
				: LabResponse.html(503, "<title>authentik starting</title>");
		return response.with("Retry-After", "5");
	}

	private LabResponse answered(String path, LabRequest request) {
		try {
			Optional<LabResponse> response = path.startsWith(API + "/")
					? this.api.answer(path.substring(API.length()), request) : pages(path, request);
			return response.or(() -> plain(path, request)).orElseGet(() -> unknown(request));
		}
		catch (IllegalStateException ex) {
			return showsErrorsTo(request) ? Pages.serverError() : writeToAnErrorPage();
		}
	}

	private Optional<LabResponse> pages(String path, LabRequest request) {
		return (WRITING.contains(request.method()) && READ.matcher(path).matches()) ? Optional.of(Pages.notOwnForm())
				: this.oidc.answer(path, request);
	}

	/** What people and machines find there that no client of the API asks for. */
	private Optional<LabResponse> plain(String path, LabRequest request) {
		if (!request.method().equals("GET") && !request.method().equals("HEAD")) {
			return Optional.empty();
		}
		return switch (path) {
			case "/" -> Optional.of(LabResponse
				.redirect(this.world.sessions().of(request).isPresent() ? this.world.webPath() + "if/user/"
						: this.world.webPath() + "flows/-/default/authentication/?next=" + this.world.webPath()));
			case "/robots.txt" -> Optional.of(LabResponse.of(200, "text/plain", "User-agent: *\nDisallow: /\n"));
			case API + "/" -> Optional.of(LabResponse.html(200, "<title>API Browser - authentik</title>"));
			case "/-/metrics/" -> Optional.of(LabResponse.of(401, "text/plain", "")
				.with("WWW-Authenticate", "Basic realm=\"authentik-monitoring\""));
			default -> Optional.empty();
		};
	}

	/**
	 * The pages for unknown paths and for internal errors answer GET only in older
	 * releases (seen of 2023.10.7, 2025.12.4 and 2026.2.2).
	 */
	private LabResponse unknown(LabRequest request) {
		return showsErrorsTo(request) ? Pages.notFound() : writeToAnErrorPage();
	}

	private boolean showsErrorsTo(LabRequest request) {
		return request.method().equals("GET") || request.method().equals("HEAD")
				|| this.world.version().has(Behaviour.UNKNOWN_PATH_IS_404);
	}

	private static LabResponse writeToAnErrorPage() {
		return LabResponse.html(405, "").with("Allow", "GET, HEAD, OPTIONS");
	}

}
