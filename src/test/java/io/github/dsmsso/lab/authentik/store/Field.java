package io.github.dsmsso.lab.authentik.store;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** One writable field of a resource: what it takes, and how it refuses. */
public final class Field {

	private final String name;

	private FieldChecks.Check check;

	private boolean required;

	private boolean nullable;

	private boolean blank;

	private boolean text;

	private @Nullable Table uniqueIn;

	private String label;

	private @Nullable String kind;

	private @Nullable Supplier<@Nullable Object> otherwise;

	private Field(String name, FieldChecks.Check check) {
		this.name = name;
		this.label = name.replace('_', ' ');
		this.check = check;
	}

	public static Field text(String name) {
		Field field = new Field(name, FieldChecks::text);
		field.text = true;
		return field;
	}

	public static Field flag(String name, boolean otherwise) {
		return new Field(name, FieldChecks::flag).otherwise(otherwise);
	}

	public static Field integer(String name) {
		return new Field(name, FieldChecks::integer);
	}

	/** One of the choices; the first unless said. */
	public static Field choice(String name, String... choices) {
		return new Field(name, FieldChecks.choice(List.of(choices))).otherwise(choices[0]);
	}

	public static Field reference(String name, Table table) {
		return new Field(name, FieldChecks.reference(table, false));
	}

	public static Field numericReference(String name, Table table) {
		return new Field(name, FieldChecks.reference(table, true));
	}

	public static Field of(String name, FieldChecks.Check check) {
		return new Field(name, check);
	}

	public static Field object(String name) {
		return new Field(name, FieldChecks::object).otherwise(Map.of());
	}

	public Field required() {
		this.required = true;
		return this;
	}

	public Field nullable() {
		this.nullable = true;
		return this;
	}

	/** Takes an empty text, which is also the default. */
	public Field blank() {
		this.blank = true;
		return otherwise("");
	}

	public Field and(FieldChecks.Check check) {
		this.check = this.check.then(check);
		return this;
	}

	/** Refuses a value that another object has in this field. */
	public Field uniqueIn(Table table) {
		this.uniqueIn = table;
		return this;
	}

	/** What people read for it, where it is not as its name. */
	public Field labelled(String label) {
		this.label = label;
		return this;
	}

	/** The kind of object that it belongs to, where it is not that of the table. */
	public Field inheritedFrom(String kind) {
		this.kind = kind;
		return this;
	}

	public Field otherwise(@Nullable Object value) {
		return otherwise(() -> value);
	}

	public Field otherwise(Supplier<@Nullable Object> value) {
		this.otherwise = value;
		return this;
	}

	String name() {
		return this.name;
	}

	boolean isRequired() {
		return this.required;
	}

	/** The value of a new object that came without this field. */
	@Nullable Object initial() {
		return (this.otherwise != null) ? this.otherwise.get() : null;
	}

	/**
	 * What the sent value means.
	 * @param self the object that is changed, or null for a new one
	 */
	@Nullable Object accept(@Nullable Object sent, @Nullable Row self) {
		if (sent == null) {
			if (this.nullable) {
				return null;
			}
			throw Invalid.because("This field may not be null.");
		}
		if (this.text && !this.blank && sent.toString().isBlank()) {
			throw Invalid.because("This field may not be blank.");
		}
		Object accepted = this.check.accept(sent);
		refuseDuplicate(accepted, self);
		return accepted;
	}

	private void refuseDuplicate(Object value, @Nullable Row self) {
		Table table = this.uniqueIn;
		if (table != null && table.stream().anyMatch((row) -> row != self && row.is(this.name, value))) {
			throw Invalid
				.because(table.notUnique(this.label, Objects.requireNonNullElse(this.kind, table.model().verbose())));
		}
	}

}
