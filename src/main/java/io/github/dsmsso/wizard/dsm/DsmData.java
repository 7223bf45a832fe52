package io.github.dsmsso.wizard.dsm;

import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.HttpAnswer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The {@code data} of an answer, or an object in it. What a decision hangs on is read
 * strictly: a value that is missing or of another type makes the answer unreadable. The
 * readings that end in {@code Or} and {@code OrNull} are lenient.
 *
 * @param answer the answer it stands in
 * @param node the object
 * @param place where it stands: the API and the names of fields
 */
record DsmData(HttpAnswer answer, JsonNode node, String place) {

	/**
	 * A text that must be there.
	 * @throws ApiException where it is not
	 */
	String text(String name) {
		JsonNode value = this.node.path(name);
		if (!value.isString()) {
			throw unreadable(name);
		}
		return value.stringValue();
	}

	/**
	 * A truth value that must be there.
	 * @throws ApiException where it is not
	 */
	boolean flag(String name) {
		JsonNode value = this.node.path(name);
		if (!value.isBoolean()) {
			throw unreadable(name);
		}
		return value.booleanValue();
	}

	/** A truth value that only newer DSMs know; null where the key is missing. */
	@Nullable Boolean knownFlag(String name) {
		return this.node.has(name) ? Boolean.valueOf(flag(name)) : null;
	}

	/**
	 * The objects of a list that must be there.
	 * @throws ApiException where it is not
	 */
	List<DsmData> list(String name) {
		JsonNode value = this.node.path(name);
		if (!value.isArray()) {
			throw unreadable(name);
		}
		return value.valueStream()
			.map((element) -> new DsmData(this.answer, element, this.place + " " + name))
			.toList();
	}

	/**
	 * The texts of a list that must be there.
	 * @throws ApiException where it is not, or holds anything else
	 */
	List<String> texts(String name) {
		JsonNode value = this.node.path(name);
		if (!value.isArray() || !value.valueStream().allMatch(JsonNode::isString)) {
			throw unreadable(name);
		}
		return value.valueStream().map(JsonNode::stringValue).toList();
	}

	/** The objects of a list; none where there is no such list. */
	List<DsmData> listOrEmpty(String name) {
		return this.node.path(name).isArray() ? list(name) : List.of();
	}

	String textOr(String name, String otherwise) {
		JsonNode value = this.node.path(name);
		return value.isString() ? value.stringValue() : value.isNumber() ? value.asString() : otherwise;
	}

	@Nullable String nonBlankOrNull(String name) {
		String text = textOr(name, "").strip();
		return text.isEmpty() ? null : text;
	}

	/** Some DSMs write numbers as texts, and some flags as {@code "yes"} or 1. */
	@Nullable Boolean flagOrNull(String name) {
		JsonNode value = this.node.path(name);
		if (value.isBoolean()) {
			return value.booleanValue();
		}
		return switch (textOr(name, "")) {
			case "true", "yes", "1" -> true;
			case "false", "no", "0" -> false;
			default -> null;
		};
	}

	Optional<Long> number(String name) {
		String digits = textOr(name, "");
		return digits.matches("\\d{1,18}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
	}

	int versionOr(String name, int otherwise) {
		return number(name).filter((version) -> version <= 1000).map(Long::intValue).orElse(otherwise);
	}

	@Nullable Integer portOrNull(String name) {
		return number(name).filter((port) -> port >= 1 && port <= 65535).map(Long::intValue).orElse(null);
	}

	/** What to throw where a value of the answer cannot be read. */
	ApiException unreadable(String name) {
		return this.answer.unreadable(this.place + " " + name);
	}

	/** Not the data: it may hold secrets. */
	@Override
	public String toString() {
		return "data in " + this.answer;
	}

}
