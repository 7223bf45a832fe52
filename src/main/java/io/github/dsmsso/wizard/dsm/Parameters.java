package io.github.dsmsso.wizard.dsm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.shared.Secret;
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

	Parameters with(String name, List<String> values) {
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

	private static String encoded(Object value, boolean asJson) {
		Object plain = (value instanceof Secret secret) ? secret.reveal() : value;
		boolean bare = plain instanceof String && !asJson;
		return bare ? (String) plain : JSON.writeValueAsString(plain);
	}

}
