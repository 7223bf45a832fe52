package io.github.dsmsso.lab.authentik.store;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.http.LabResponse;

/** A request that is not granted, with the answer in authentik's words. */
public final class RefusedRequest extends RuntimeException {

	private final transient LabResponse response;

	private RefusedRequest(LabResponse response) {
		super("HTTP " + response.status(), null, false, false);
		this.response = response;
	}

	private RefusedRequest(int status, Object body) {
		this(AuthentikJson.response(status, body));
	}

	/** Any answer that ends the request here. */
	public static RefusedRequest answering(LabResponse response) {
		return new RefusedRequest(response);
	}

	public LabResponse response() {
		return this.response;
	}

	/** 400 with what is wrong by field. */
	public static RefusedRequest invalid(Map<String, ?> errors) {
		return new RefusedRequest(400, errors);
	}

	/** 400 for one field. */
	public static RefusedRequest invalid(String field, String error) {
		return invalid(Map.of(field, List.of(error)));
	}

	/** 400 for one field with a text alone, as code of authentik's own tells it. */
	public static RefusedRequest told(String field, String error) {
		return invalid(Map.of(field, error));
	}

	public static RefusedRequest detail(int status, String detail) {
		return new RefusedRequest(status, Map.of("detail", detail));
	}

	public static RefusedRequest badToken(int status) {
		return detail(status, "Token invalid/expired");
	}

	public static RefusedRequest noCredentials() {
		return detail(403, "Authentication credentials were not provided.");
	}

	public static RefusedRequest noPermission() {
		return detail(403, "You do not have permission to perform this action.");
	}

	/** 403 of what creates several objects, which names the part and the kind. */
	public static RefusedRequest mayNotCreate(String part, String model) {
		return new RefusedRequest(403, Map.of(part, "User lacks permission to create " + model));
	}

}
