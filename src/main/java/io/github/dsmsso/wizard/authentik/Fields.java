package io.github.dsmsso.wizard.authentik;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.HttpAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An object of an answer, field by field. A field that is needed and missing, or of
 * another type, makes the answer unreadable; fields nobody asks for are not looked at.
 */
final class Fields {

	private final HttpAnswer answer;

	private final JsonNode node;

	private final String place;

	/**
	 * The fields of an object.
	 * @param place where it stands: the call and the names of fields
	 */
	Fields(HttpAnswer answer, JsonNode node, String place) {
		this.answer = answer;
		this.node = node;
		this.place = place;
		if (!node.isObject()) {
			throw unreadable();
		}
	}

	boolean has(String name) {
		return this.node.hasNonNull(name);
	}

	boolean isList(String name) {
		return this.node.path(name).isArray();
	}

	/**
	 * Makes sure that a list is there.
	 * @throws io.github.dsmsso.wizard.http.ApiException where it is not
	 */
	void requireList(String name) {
		if (!isList(name)) {
			throw unreadable(name);
		}
	}

	String text(String name) {
		return required(name, textOrNull(name));
	}

	/** The text, or an empty one where the field is missing or null. */
	String textOrEmpty(String name) {
		String text = textOrNull(name);
		return (text != null) ? text : "";
	}

	@Nullable String textOrNull(String name) {
		return typed(name, JsonNode::isString, JsonNode::stringValue);
	}

	/** The text, or an empty one where the field holds none, whatever else it holds. */
	String textIfAny(String name) {
		return this.node.path(name).isString() ? text(name) : "";
	}

	int number(String name) {
		return required(name, numberOrNull(name));
	}

	@Nullable Integer numberOrNull(String name) {
		return typed(name, (value) -> value.isIntegralNumber() && value.canConvertToInt(), JsonNode::intValue);
	}

	boolean flag(String name) {
		return required(name, typed(name, JsonNode::isBoolean, JsonNode::booleanValue));
	}

	@Nullable Instant momentOrNull(String name) {
		String text = textOrNull(name);
		try {
			return (text != null) ? OffsetDateTime.parse(text).toInstant() : null;
		}
		catch (DateTimeParseException ex) {
			throw unreadable(name);
		}
	}

	Instant moment(String name) {
		return required(name, momentOrNull(name));
	}

	Fields object(String name) {
		return new Fields(this.answer, this.node.path(name), this.place + " " + name);
	}

	List<Fields> objects(String name) {
		return elements(name, (element) -> new Fields(this.answer, element, this.place + " " + name));
	}

	/** The texts of a list; none where the field is missing or null. */
	List<String> texts(String name) {
		return has(name)
				? elements(name, (element) -> required(name, element.isString() ? element.stringValue() : null))
				: List.of();
	}

	/** Every field that is a text, by its name. */
	Map<String, String> allTexts() {
		Map<String, String> texts = new LinkedHashMap<>();
		this.node.forEachEntry((name, value) -> {
			if (value.isString()) {
				texts.put(name, value.stringValue());
			}
		});
		return texts;
	}

	/** Every field, whatever it holds, as it can be sent again. */
	Map<String, @Nullable Object> values() {
		Map<String, @Nullable Object> values = new LinkedHashMap<>();
		this.node.forEachEntry((name, value) -> values.put(name, plain(value)));
		return values;
	}

	private static @Nullable Object plain(JsonNode value) {
		if (value.isObject()) {
			Map<String, @Nullable Object> fields = new LinkedHashMap<>();
			value.forEachEntry((name, field) -> fields.put(name, plain(field)));
			return fields;
		}
		if (value.isArray()) {
			return value.valueStream().map(Fields::plain).toList();
		}
		if (value.isNumber()) {
			return value.numberValue();
		}
		return value.isNull() ? null : value.isBoolean() ? (Object) value.booleanValue() : value.stringValue();
	}

	List<String> names() {
		return List.copyOf(this.node.propertyNames());
	}

	private <T> List<T> elements(String name, Function<JsonNode, T> reader) {
		requireList(name);
		List<T> elements = new ArrayList<>();
		this.node.path(name).forEach((element) -> elements.add(reader.apply(element)));
		return elements;
	}

	private <T> @Nullable T typed(String name, Function<JsonNode, Boolean> isOfType, Function<JsonNode, T> value) {
		JsonNode field = this.node.path(name);
		if (field.isMissingNode() || field.isNull()) {
			return null;
		}
		if (!isOfType.apply(field)) {
			throw unreadable(name);
		}
		return value.apply(field);
	}

	private <T> T required(String name, @Nullable T value) {
		if (value == null) {
			throw unreadable(name);
		}
		return value;
	}

	/** What to throw where a field of this answer cannot be read. */
	ApiException unreadable(String name) {
		return this.answer.unreadable(this.place + " " + name);
	}

	/** What to throw where this answer cannot be read. */
	ApiException unreadable() {
		return this.answer.unreadable(this.place);
	}

}
