package io.github.dsmsso.lab.dsm.protocol;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.StringNode;

/**
 * The parameters of one call, each a JSON value of a type. A value of another type than
 * asked for is refused with 120.
 */
public final class CallParameters {

	private static final Set<String> ENVELOPE = Set.of("api", "version", "method", "_sid", "SynoToken",
			SealedForm.CIPHER_KEY, SealedForm.CIPHER_TOKEN);

	private final Map<String, JsonNode> values;

	private CallParameters(Map<String, JsonNode> values) {
		this.values = values;
	}

	/** Values read as JSON where they are JSON, and as bare text where not. */
	public static CallParameters tolerant(Map<String, String> raw) {
		return of(raw, Json::tolerant);
	}

	/** Values taken as they stand. */
	public static CallParameters bare(Map<String, String> raw) {
		return of(raw, StringNode::valueOf);
	}

	/**
	 * Values that must be JSON, strings in quotes; stricter than any DSM known.
	 * @throws DsmError 120 for a value that is not JSON
	 */
	public static CallParameters strict(Map<String, String> raw) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		raw.forEach((name, text) -> {
			if (!ENVELOPE.contains(name)) {
				JsonNode value = Json.readOrNull(text);
				if (value == null) {
					throw DsmError.wrongType(name);
				}
				values.put(name, value);
			}
		});
		return new CallParameters(values);
	}

	/** The members of a compound call. */
	public static CallParameters of(JsonNode object) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		object.properties().forEach((property) -> {
			if (!ENVELOPE.contains(property.getKey())) {
				values.put(property.getKey(), property.getValue());
			}
		});
		return new CallParameters(values);
	}

	private static CallParameters of(Map<String, String> raw, Function<String, JsonNode> reading) {
		Map<String, JsonNode> values = new LinkedHashMap<>();
		raw.forEach((name, text) -> {
			if (!ENVELOPE.contains(name)) {
				values.put(name, reading.apply(text));
			}
		});
		return new CallParameters(values);
	}

	public Set<String> names() {
		return Set.copyOf(this.values.keySet());
	}

	public boolean has(String name) {
		JsonNode value = this.values.get(name);
		return value != null && !value.isNull();
	}

	/** The text, or an empty string where the parameter is missing. */
	public String text(String name) {
		return has(name) ? string(name) : "";
	}

	/**
	 * The text.
	 * @throws DsmError 120 if it is missing or not a string
	 */
	public String string(String name) {
		JsonNode value = required(name);
		if (!value.isString()) {
			throw DsmError.wrongType(name);
		}
		return value.stringValue();
	}

	/**
	 * The truth.
	 * @throws DsmError 120 if it is missing or not a boolean
	 */
	public boolean bool(String name) {
		JsonNode value = required(name);
		if (!value.isBoolean()) {
			throw DsmError.wrongType(name);
		}
		return value.booleanValue();
	}

	public boolean bool(String name, boolean otherwise) {
		return has(name) ? bool(name) : otherwise;
	}

	public int number(String name, int otherwise) {
		if (!has(name)) {
			return otherwise;
		}
		JsonNode value = required(name);
		if (!value.isIntegralNumber()) {
			throw DsmError.wrongType(name);
		}
		return value.intValue();
	}

	/** The strings of an array; empty where the parameter is missing. */
	public List<String> strings(String name) {
		if (!has(name)) {
			return List.of();
		}
		List<String> strings = new ArrayList<>();
		for (JsonNode element : array(name)) {
			if (!element.isString()) {
				throw DsmError.wrongType(name);
			}
			strings.add(element.stringValue());
		}
		return strings;
	}

	/** The same, where one string may come without its array. */
	public List<String> stringsOrOne(String name) {
		return (has(name) && required(name).isString()) ? List.of(string(name)) : strings(name);
	}

	/**
	 * The array.
	 * @throws DsmError 120 if it is missing or not an array
	 */
	public JsonNode array(String name) {
		JsonNode value = required(name);
		if (!value.isArray()) {
			throw DsmError.wrongType(name);
		}
		return value;
	}

	private JsonNode required(String name) {
		@Nullable JsonNode value = this.values.get(name);
		if (value == null || value.isNull()) {
			throw DsmError.required(name);
		}
		return value;
	}

}
