package io.github.dsmsso.lab.authentik.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/**
 * One object of an instance: the values of its fields by authentik's names, as JSON knows
 * them. References are primary keys.
 */
public final class Row {

	private final Map<String, @Nullable Object> values;

	public Row(Map<String, @Nullable Object> values) {
		this.values = new LinkedHashMap<>(values);
	}

	/** The primary key: a UUID's text, or a number. */
	public Object pk() {
		return Objects.requireNonNull(this.values.get("pk"));
	}

	public @Nullable Object get(String field) {
		return this.values.get(field);
	}

	/** The value as text; empty when there is none. */
	public String text(String field) {
		Object value = this.values.get(field);
		return (value != null) ? value.toString() : "";
	}

	public boolean flag(String field) {
		return Boolean.TRUE.equals(this.values.get(field));
	}

	public int number(String field) {
		return (this.values.get(field) instanceof Number number) ? number.intValue() : 0;
	}

	/** The elements of a list; empty when there is none. */
	public List<Object> list(String field) {
		return (this.values.get(field) instanceof List<?> list) ? List.copyOf(list) : List.of();
	}

	/** The members of an object; empty when there is none. */
	@SuppressWarnings("unchecked")
	public Map<String, @Nullable Object> object(String field) {
		return (this.values.get(field) instanceof Map<?, ?> map) ? (Map<String, @Nullable Object>) map : Map.of();
	}

	/** Whether the field holds the value; a key and its text are the same. */
	public boolean is(String field, @Nullable Object value) {
		Object own = this.values.get(field);
		return (own == null || value == null) ? own == value : own.toString().equals(value.toString());
	}

	public void set(String field, @Nullable Object value) {
		this.values.put(field, value);
	}

	public void setAll(Map<String, @Nullable Object> values) {
		this.values.putAll(values);
	}

	/** These are all values from now on. */
	void replaceAll(Map<String, @Nullable Object> values) {
		this.values.clear();
		this.values.putAll(values);
	}

	/** All values by field. */
	public Map<String, @Nullable Object> values() {
		return new LinkedHashMap<>(this.values);
	}

}
