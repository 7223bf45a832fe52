package io.github.dsmsso.lab.authentik;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * One request to the admin API whose sender is known.
 *
 * @param world the instance
 * @param request what arrived
 * @param variables the variables of the path
 * @param user who asks, or null for nobody
 */
record Call(AuthentikWorld world, LabRequest request, Map<String, String> variables, @Nullable Row user) {

	AuthentikVersion version() {
		return this.world.version();
	}

	boolean has(Behaviour behaviour) {
		return version().has(behaviour);
	}

	/** Who asks; the API has made sure that it is somebody. */
	Row sender() {
		if (this.user == null) {
			throw Refusal.noCredentials();
		}
		return this.user;
	}

	String variable(String name) {
		return this.variables.getOrDefault(name, "");
	}

	@Nullable String query(String name) {
		return this.request.queryParameters().get(name);
	}

	boolean asks(String parameter) {
		return "true".equalsIgnoreCase(query(parameter));
	}

	List<String> queries(String name) {
		return this.request.allQueryParameters().getOrDefault(name, List.of());
	}

	Origin origin() {
		return Origin.of(this.world, this.request);
	}

	boolean isSuperuser() {
		return this.user != null && this.world.isSuperuser(this.user);
	}

	/** Whether the sender holds a permission for all objects of its kind. */
	boolean may(String permission) {
		return may(permission, null);
	}

	/** Whether the sender holds a permission for an object, or for all of its kind. */
	boolean may(String permission, @Nullable Row object) {
		return this.user != null && this.world.people().may(this.user, permission, object);
	}

	void require(String permission) {
		require(permission, null);
	}

	void require(String permission, @Nullable Row object) {
		if (!may(permission, object)) {
			throw Refusal.noPermission();
		}
	}

	/**
	 * The JSON object of the body.
	 * @throws Refusal 415 for any other media type, 400 for anything but an object
	 */
	Map<String, @Nullable Object> body() {
		if (this.request.body().length == 0 && this.request.header("content-type") == null) {
			return Map.of();
		}
		requireType("application/json");
		return object(parsed());
	}

	/**
	 * The parts of a form, files among them.
	 * @throws Refusal 415 for any other media type
	 */
	Map<String, String> form() {
		requireType("multipart/form-data");
		return this.request.formParameters();
	}

	private void requireType(String wanted) {
		String type = Objects.requireNonNullElse(this.request.header("content-type"), "");
		if (!type.toLowerCase(Locale.ROOT).startsWith(wanted)) {
			throw Refusal.detail(415, "Unsupported media type \"" + type + "\" in request.");
		}
	}

	private @Nullable Object parsed() {
		try {
			return Json.read(this.request.text());
		}
		catch (JacksonException ex) {
			throw Refusal.detail(400, "JSON parse error - Expecting value: line 1 column 1 (char 0)");
		}
	}

	private static Map<String, @Nullable Object> object(@Nullable Object parsed) {
		if (!(parsed instanceof Map<?, ?> map)) {
			throw Refusal.invalid("non_field_errors",
					"Invalid data. Expected a dictionary, but got " + PythonTypes.nameOf(parsed) + ".");
		}
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		map.forEach((name, value) -> object.put(name.toString(), value));
		return object;
	}

}
