package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.http.LabResponse;

/** A request that is not granted, with the answer in authentik's words. */
final class Refusal extends RuntimeException {

	private final transient LabResponse response;

	private Refusal(LabResponse response) {
		super("HTTP " + response.status(), null, false, false);
		this.response = response;
	}

	private Refusal(int status, Object body) {
		this(Json.response(status, body));
	}

	/** Any answer that ends the request here. */
	static Refusal answering(LabResponse response) {
		return new Refusal(response);
	}

	LabResponse response() {
		return this.response;
	}

	/** 400 with what is wrong by field. */
	static Refusal invalid(Map<String, ?> errors) {
		return new Refusal(400, errors);
	}

	/** 400 for one field. */
	static Refusal invalid(String field, String error) {
		return invalid(Map.of(field, List.of(error)));
	}

	static Refusal detail(int status, String detail) {
		return new Refusal(status, Map.of("detail", detail));
	}

	static Refusal badToken(int status) {
		return detail(status, "Token invalid/expired");
	}

	static Refusal noCredentials() {
		return detail(403, "Authentication credentials were not provided.");
	}

	static Refusal noPermission() {
		return detail(403, "You do not have permission to perform this action.");
	}

	/** 403 of what creates several objects, which names the part and the kind. */
	static Refusal mayNotCreate(String part, String model) {
		return new Refusal(403, Map.of(part, "User lacks permission to create " + model));
	}

}
