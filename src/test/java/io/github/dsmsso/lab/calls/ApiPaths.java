package io.github.dsmsso.lab.calls;

import io.github.dsmsso.lab.http.LabRequest;

/** Which of the two APIs a request is for. */
public final class ApiPaths {

	private static final String WEB_API = "/webapi/";

	private static final String ADMIN_API = "/api/v3/";

	private ApiPaths() {
	}

	/** Whether DSM's WebAPI is called. */
	public static boolean isWebApi(LabRequest request) {
		return request.path().startsWith(WEB_API);
	}

	/** Whether authentik's API is called. */
	public static boolean isAdminApi(LabRequest request) {
		return request.path().contains(ADMIN_API);
	}

	/** The path as authentik documents it; of what is not its API, the whole path. */
	static String documented(String path) {
		int api = path.indexOf(ADMIN_API);
		return path.substring((api < 0) ? 0 : api + ADMIN_API.length() - 1);
	}

}
