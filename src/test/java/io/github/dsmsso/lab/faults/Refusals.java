package io.github.dsmsso.lab.faults;

import io.github.dsmsso.lab.calls.ApiPaths;
import io.github.dsmsso.lab.calls.CallName;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/**
 * How each of the two systems says no: DSM with HTTP 200 and a code, authentik with a
 * status and a sentence. Where neither API is called, the web server answers with a page.
 */
final class Refusals {

	private static final String PAGE = "<!doctype html><html><title>%1$d</title><h1>%1$d</h1></html>";

	private Refusals() {
	}

	/** A page of a web server or a proxy. */
	static LabResponse page(int status) {
		return LabResponse.html(status, PAGE.formatted(status));
	}

	/** The session or the token is not, or no longer, good. */
	static LabResponse notSignedIn(LabRequest request) {
		return refusal(request, 119, 403, "{\"detail\":\"Token invalid/expired\"}");
	}

	/** Whoever asks may not do this. */
	static LabResponse notPermitted(LabRequest request) {
		return refusal(request, 105, 403, "{\"detail\":\"You do not have permission to perform this action.\"}");
	}

	/** A value is refused; a sign-in is refused for its password. */
	static LabResponse notAccepted(LabRequest request) {
		int code = CallName.of(request).text().equals("SYNO.API.Auth login") ? 400 : 120;
		return refusal(request, code, 400, "{\"name\":[\"This field is not accepted.\"]}");
	}

	/** Too busy to say whether anything was done. */
	static LabResponse busy(LabRequest request) {
		return refusal(request, 117, 503, "{\"error\":\"authentik starting\"}");
	}

	/** An internal error: of authentik's, a write is told that the page takes none. */
	static LabResponse internalError(LabRequest request) {
		boolean read = request.method().equals("GET") || request.method().equals("HEAD");
		return (read || ApiPaths.isWebApi(request)) ? page(500)
				: LabResponse.html(405, "")
					.with("Allow", "GET, HEAD, OPTIONS")
					.with("X-authentik-id", "00112233445566778899aabbccddeeff");
	}

	/** authentik knows no such object; DSM's web server no such page. */
	static LabResponse notFound(LabRequest request) {
		return ApiPaths.isAdminApi(request) ? json(404, "{\"detail\":\"Not found.\"}") : page(404);
	}

	private static LabResponse refusal(LabRequest request, int code, int status, String words) {
		if (ApiPaths.isWebApi(request)) {
			return json(200, "{\"error\":{\"code\":" + code + "},\"success\":false}");
		}
		return ApiPaths.isAdminApi(request) ? json(status, words) : page(status);
	}

	private static LabResponse json(int status, String body) {
		return LabResponse.of(status, "application/json", body);
	}

}
