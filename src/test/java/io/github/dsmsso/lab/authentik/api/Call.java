package io.github.dsmsso.lab.authentik.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.PythonTypes;
import io.github.dsmsso.lab.authentik.store.RefusedRequest;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.Origin;
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
public record Call(AuthentikWorld world, LabRequest request, Map<String, String> variables, @Nullable Row user) {

	AuthentikVersion version() {
		return this.world.version();
	}

	public boolean has(Behaviour behaviour) {
		return version().has(behaviour);
	}

	/** Who asks; the API has made sure that it is somebody. */
	public Row sender() {
		if (this.user == null) {
			throw RefusedRequest.noCredentials();
		}
		return this.user;
	}

	public String variable(String name) {
		return this.variables.getOrDefault(name, "");
	}

	public @Nullable String query(String name) {
		return this.request.queryParameters().get(name);
	}

	public boolean asks(String parameter) {
		return "true".equalsIgnoreCase(query(parameter));
	}

	List<String> queries(String name) {
		return this.request.allQueryParameters().getOrDefault(name, List.of());
	}

	public Origin origin() {
		return Origin.of(this.world, this.request);
	}

	public boolean isSuperuser() {
		return this.user != null && this.world.isSuperuser(this.user);
	}

	/** Whether the sender holds a permission for all objects of its kind. */
	public boolean may(String permission) {
		return may(permission, null);
	}

	/** Whether the sender holds a permission for an object, or for all of its kind. */
	public boolean may(String permission, @Nullable Row object) {
		return this.user != null && this.world.people().may(this.user, permission, object);
	}

	public void require(String permission) {
		require(permission, null);
	}

	public void require(String permission, @Nullable Row object) {
		if (!may(permission, object)) {
			throw RefusedRequest.noPermission();
		}
	}

	/**
	 * The JSON object of the body.
	 * @throws RefusedRequest 415 for any other media type, 400 for anything but an object
	 */
	public Map<String, @Nullable Object> body() {
		if (this.request.body().length == 0) {
			return Map.of();
		}
		requireType("application/json");
		return object(parsed());
	}

	/**
	 * The parts of a form, files among them.
	 * @throws RefusedRequest 415 for any other media type
	 */
	public Map<String, String> form() {
		requireType("multipart/form-data");
		return this.request.formParameters();
	}

	private void requireType(String wanted) {
		String type = Objects.requireNonNullElse(this.request.header("content-type"), "");
		if (!type.toLowerCase(Locale.ROOT).startsWith(wanted)) {
			throw RefusedRequest.detail(415, "Unsupported media type \"" + type + "\" in request.");
		}
	}

	private @Nullable Object parsed() {
		try {
			return AuthentikJson.read(this.request.text());
		}
		catch (JacksonException ex) {
			throw RefusedRequest.detail(400, "JSON parse error - Expecting value: line 1 column 1 (char 0)");
		}
	}

	private static Map<String, @Nullable Object> object(@Nullable Object parsed) {
		if (!(parsed instanceof Map<?, ?> map)) {
			throw RefusedRequest.invalid("non_field_errors",
					"Invalid data. Expected a dictionary, but got " + PythonTypes.nameOf(parsed) + ".");
		}
		Map<String, @Nullable Object> object = new LinkedHashMap<>();
		map.forEach((name, value) -> object.put(name.toString(), value));
		return object;
	}

}
