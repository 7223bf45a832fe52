package io.github.dsmsso.lab.authentik.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * What can be asked for in the search of a list, as {@code autocomplete} tells it to the
 * web interface ({@code authentik/enterprise/search/fields.py} and
 * {@code DjangoQLSchemaSerializer} of DjangoQL). The simulator itself does not understand
 * the language. An instance was seen to tell 13 kB of it; of what was not written down.
 */
public final class SearchLanguage {

	private final String model;

	private final Map<String, Map<String, @Nullable Object>> models = new LinkedHashMap<>();

	/**
	 * A language without fields.
	 * @param model what is searched, as {@code authentik_core.user}
	 */
	public SearchLanguage(String model) {
		this.model = model;
		this.models.put(model, new LinkedHashMap<>());
	}

	/**
	 * Fields of one type: {@code str}, {@code bool}, {@code date} or {@code datetime}.
	 */
	public SearchLanguage fields(String type, boolean nullable, String... names) {
		Stream.of(names)
			.forEach((name) -> add(this.model, name,
					AuthentikJson.object("type", type, "nullable", nullable, "options", null)));
		return this;
	}

	/** A field of some words. */
	public SearchLanguage choice(String name, List<String> options) {
		return add(this.model, name, AuthentikJson.object("type", "str", "nullable", false, "options", options));
	}

	/** A field of objects without a word about what is in them. */
	public SearchLanguage object(String name) {
		return add(this.model, name, AuthentikJson.object("type", "relation", "nullable", false, "options", null,
				"relation", this.model + "_" + name));
	}

	/** A field of objects with the names that are in those of all rows. */
	public SearchLanguage object(String name, Stream<Row> rows) {
		object(name);
		rows.forEach((row) -> nested(this.model + "_" + name, row.object(name)));
		return this;
	}

	private void nested(String relation, Map<?, ?> object) {
		object.forEach((name, value) -> {
			if (value instanceof Map<?, ?> inner && !inner.isEmpty()) {
				add(relation, name.toString(),
						AuthentikJson.object("type", "relation", "relation", relation + "_" + name));
				nested(relation + "_" + name, inner);
			}
			else {
				this.models.computeIfAbsent(relation, (key) -> new LinkedHashMap<>())
					.putIfAbsent(name.toString(), AuthentikJson.object("type", "str", "nullable", true));
			}
		});
	}

	private SearchLanguage add(String relation, String name, Map<String, @Nullable Object> field) {
		this.models.computeIfAbsent(relation, (key) -> new LinkedHashMap<>()).put(name, field);
		return this;
	}

	/** As a list tells it. */
	public Map<String, Object> told() {
		return Map.of("current_model", this.model, "models", this.models);
	}

}
