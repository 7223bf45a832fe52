package io.github.dsmsso.lab.contract;

import java.util.Map.Entry;
import java.util.Set;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The text of a fact's value: JSON without the words for people and with short
 * references.
 */
public final class FactText {

	private static final Set<String> FOR_PEOPLE = Set.of("title", "description", "default", "deprecated");

	/** What is below these has names of its own. */
	private static final Set<String> OF_FIELDS = Set.of("properties", "attributes");

	private static final String SHORT = "\"#";

	private static final String LONG = "\"#/components/schemas/";

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private FactText() {
	}

	static String of(JsonNode value) {
		return JSON.writeValueAsString(plain(value)).replace(LONG, SHORT);
	}

	/** What {@link #of} has written. */
	static JsonNode read(String text) {
		return JSON.readTree(text.replace(SHORT, LONG));
	}

	/** Nothing but what a value can keep to or be against, in the order of its names. */
	public static JsonNode plain(JsonNode value) {
		if (value.isArray()) {
			return JSON.valueToTree(value.valueStream().map(FactText::plain).toList());
		}
		if (!value.isObject()) {
			return value;
		}
		ObjectNode plain = JSON.createObjectNode();
		value.propertyStream()
			.filter((part) -> !FOR_PEOPLE.contains(part.getKey()))
			.sorted(Entry.comparingByKey())
			.forEach((part) -> plain.set(part.getKey(),
					OF_FIELDS.contains(part.getKey()) ? fields(part.getValue()) : plain(part.getValue())));
		return plain;
	}

	private static JsonNode fields(JsonNode named) {
		ObjectNode plain = JSON.createObjectNode();
		named.propertyStream()
			.sorted(Entry.comparingByKey())
			.forEach((field) -> plain.set(field.getKey(), plain(field.getValue())));
		return plain;
	}

}
