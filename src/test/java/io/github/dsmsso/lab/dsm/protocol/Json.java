package io.github.dsmsso.lab.dsm.protocol;

import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.StringNode;

/** JSON as DSM writes it: compact, keys in alphabetical order. */
public final class Json {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
		.build();

	private Json() {
	}

	/** An object of the given names and values, in turn; values may be null. */
	public static Map<String, @Nullable Object> object(@Nullable Object... namesAndValues) {
		Map<String, @Nullable Object> object = new TreeMap<>();
		for (int i = 0; i < namesAndValues.length; i += 2) {
			object.put(String.valueOf(namesAndValues[i]), namesAndValues[i + 1]);
		}
		return object;
	}

	public static String write(Object value) {
		return MAPPER.writeValueAsString(value);
	}

	public static JsonNode read(String text) {
		return MAPPER.readTree(text);
	}

	public static JsonNode tree(Object value) {
		return MAPPER.valueToTree(value);
	}

	/** The value if the text is JSON, else null. */
	public static @Nullable JsonNode readOrNull(String text) {
		try {
			JsonNode value = MAPPER.readTree(text);
			return value.isMissingNode() ? null : value;
		}
		catch (JacksonException ex) {
			return null;
		}
	}

	/**
	 * The value of a parameter the tolerant way DSM reads it: JSON if it is JSON, else
	 * the bare text.
	 */
	static JsonNode tolerant(String text) {
		JsonNode value = readOrNull(text);
		return (value != null) ? value : StringNode.valueOf(text);
	}

}
