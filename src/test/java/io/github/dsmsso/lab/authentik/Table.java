package io.github.dsmsso.lab.authentik;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/** All objects of one kind, in the order of their creation. */
final class Table {

	private final Model model;

	private final List<Row> rows = new ArrayList<>();

	Table(String app, String name, String verbose) {
		this.model = new Model(app, name, verbose);
	}

	Model model() {
		return this.model;
	}

	Row add(Row row) {
		this.rows.add(row);
		return row;
	}

	void remove(Row row) {
		this.rows.remove(row);
	}

	void removeAll(String field, Object value) {
		this.rows.removeIf((row) -> row.is(field, value));
	}

	void replaceAll(List<Map<String, @Nullable Object>> rows) {
		this.rows.clear();
		rows.forEach((values) -> this.rows.add(new Row(values)));
	}

	Optional<Row> find(String field, @Nullable Object value) {
		return stream().filter((row) -> row.is(field, value)).findFirst();
	}

	Optional<Row> byPk(@Nullable Object pk) {
		return (pk != null) ? find("pk", pk) : Optional.empty();
	}

	/** The one whose field has the value, which a scenario is sure to exist. */
	Row one(String field, Object value) {
		return find(field, value).orElseThrow(
				() -> new IllegalArgumentException("No " + this.model.verbose() + " with " + field + " " + value));
	}

	/** Those of the given keys, in the order of the keys. */
	List<Row> all(List<Object> keys) {
		return keys.stream().map(this::byPk).flatMap(Optional::stream).toList();
	}

	Stream<Row> stream() {
		return List.copyOf(this.rows).stream();
	}

	boolean isEmpty() {
		return this.rows.isEmpty();
	}

}
