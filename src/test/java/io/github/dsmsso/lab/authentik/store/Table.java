package io.github.dsmsso.lab.authentik.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import org.jspecify.annotations.Nullable;

/** All objects of one kind, in the order of their creation. */
public final class Table {

	private final Instance instance;

	private final Model model;

	private final List<Row> rows = new ArrayList<>();

	public Table(Instance instance, String app, String className, String verbose) {
		this.instance = instance;
		this.model = new Model(app, className, verbose);
	}

	public Model model() {
		return this.model;
	}

	/**
	 * What a client is told whose value another object has.
	 * @param label the field and the kind of its object, as people read them
	 */
	String notUnique(String label, String kind) {
		return this.instance.assumes(AuthentikAssumption.DUPLICATE_IS_TOLD_BY_DJANGO)
				? kind + " with this " + label + " already exists." : "This field must be unique.";
	}

	/** Whether filters by a key that nobody has are refused. */
	public boolean refusesUnknownKeys() {
		return this.instance.assumes(AuthentikAssumption.FILTER_BY_UNKNOWN_OBJECT_IS_REFUSED);
	}

	public Row add(Row row) {
		this.rows.add(row);
		return row;
	}

	public void remove(Row row) {
		this.rows.remove(row);
	}

	public void removeAll(String field, Object value) {
		this.rows.removeIf((row) -> row.is(field, value));
	}

	public void replaceAll(List<Map<String, @Nullable Object>> rows) {
		this.rows.clear();
		rows.forEach((values) -> this.rows.add(new Row(values)));
	}

	/** What takes the objects back to how they are now. */
	public Runnable checkpoint() {
		Map<Row, Map<String, @Nullable Object>> now = new LinkedHashMap<>();
		this.rows.forEach((row) -> now.put(row, row.values()));
		return () -> {
			this.rows.clear();
			now.forEach((row, values) -> {
				row.replaceAll(values);
				this.rows.add(row);
			});
		};
	}

	public Optional<Row> find(String field, @Nullable Object value) {
		return stream().filter((row) -> row.is(field, value)).findFirst();
	}

	public Optional<Row> byPk(@Nullable Object pk) {
		return (pk != null) ? find("pk", pk) : Optional.empty();
	}

	/** The one whose field has the value, which a scenario is sure to exist. */
	public Row one(String field, Object value) {
		return find(field, value).orElseThrow(
				() -> new IllegalArgumentException("No " + this.model.verbose() + " with " + field + " " + value));
	}

	/** Those of the given keys, in the order of the keys. */
	public List<Row> all(List<Object> keys) {
		return keys.stream().map(this::byPk).flatMap(Optional::stream).toList();
	}

	public Stream<Row> stream() {
		return List.copyOf(this.rows).stream();
	}

	public boolean isEmpty() {
		return this.rows.isEmpty();
	}

}
