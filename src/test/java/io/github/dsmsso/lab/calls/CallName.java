package io.github.dsmsso.lab.calls;

import java.util.List;
import java.util.regex.Pattern;

import io.github.dsmsso.lab.http.LabRequest;

/**
 * A call by the name under which the vendor documents it, the same whichever object it is
 * about: {@code SYNO.Core.Directory.OIDC.SSO set} of DSM's WebAPI, {@code PATCH
 * /providers/oauth2/{id}/} of authentik's API, {@code GET /index.cgi} of a page.
 *
 * @param text the name
 * @param isWrite whether the call, or a member of it, is meant to change something
 */
public record CallName(String text, boolean isWrite) {

	/** What is named by a slug, apart from authentik's addresses for all applications. */
	private static final Pattern SLUG = Pattern.compile("(?<=/applications/|/flows/instances/|/application/o/)"
			+ "(?!(token|authorize|userinfo|introspect|revoke|device)/)[^/{}]+");

	private static final Pattern KEY = Pattern
		.compile("(?<=/)(\\d+|[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}|[0-9a-f]{32})(?=/|$)");

	public static CallName of(LabRequest request) {
		return ApiPaths.isWebApi(request) ? webApi(request) : http(request);
	}

	private static CallName webApi(LabRequest request) {
		String method = request.parameters().getOrDefault("method", "");
		boolean isWrite = method.equals("set") || hasAMemberThatWrites(request);
		return new CallName(request.parameters().getOrDefault("api", "") + " " + method, isWrite);
	}

	private static boolean hasAMemberThatWrites(LabRequest request) {
		return CompoundMembers.of(request).orElse(List.of()).stream().anyMatch((member) -> of(member).isWrite());
	}

	private static CallName http(LabRequest request) {
		boolean isWrite = ApiPaths.isAdminApi(request) && !request.method().equals("GET");
		return new CallName(request.method() + " " + withoutKeys(request.path()), isWrite);
	}

	private static String withoutKeys(String path) {
		return SLUG.matcher(KEY.matcher(ApiPaths.documented(path)).replaceAll("{id}")).replaceAll("{slug}");
	}

	@Override
	public String toString() {
		return this.text;
	}

}
