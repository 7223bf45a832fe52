package io.github.dsmsso.wizard.dsm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * The parameters of a call. Where DSM advertises {@code requestFormat: JSON}, it reads
 * each value as JSON, and a bare text that looks like a number is misread: so texts go in
 * quotes there, and bare where it does not.
 */
final class Parameters {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Map<String, Object> values;

	private Parameters(Map<String, Object> values) {
		this.values = values;
	}

	static Parameters none() {
		return new Parameters(Map.of());
	}

	Parameters with(String name, String value) {
		return and(name, value);
	}

	Parameters with(String name, boolean value) {
		return and(name, value);
	}

	Parameters with(String name, int value) {
		return and(name, value);
	}

	Parameters with(String name, Secret value) {
		return and(name, value);
	}

	Parameters with(String name, List<?> values) {
		return and(name, values);
	}

	private Parameters and(String name, Object value) {
		Map<String, Object> values = new LinkedHashMap<>(this.values);
		values.put(name, value);
		return new Parameters(values);
	}

	/** The values as they are written into a form. */
	Map<String, String> encoded(boolean asJson) {
		Map<String, String> encoded = new LinkedHashMap<>();
		this.values.forEach((name, value) -> encoded.put(name, encoded(value, asJson)));
		return encoded;
	}

	/** The values as they are written into an object of JSON. */
	Map<String, Object> plain() {
		Map<String, Object> plain = new LinkedHashMap<>();
		this.values.forEach((name, value) -> plain.put(name, plain(value)));
		return plain;
	}

	private static Object plain(Object value) {
		return (value instanceof Secret secret) ? secret.reveal() : value;
	}

	@Override
	public boolean equals(@Nullable Object other) {
		return other instanceof Parameters parameters && this.values.equals(parameters.values);
	}

	@Override
	public int hashCode() {
		return this.values.hashCode();
	}

	private static String encoded(Object value, boolean asJson) {
		Object plain = plain(value);
		boolean bare = plain instanceof String && !asJson;
		return bare ? (String) plain : JSON.writeValueAsString(plain);
	}

}
