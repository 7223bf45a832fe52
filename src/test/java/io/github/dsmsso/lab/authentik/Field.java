package io.github.dsmsso.lab.authentik;

import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** One writable field of a resource: what it takes, and how it refuses. */
final class Field {

	private final String name;

	private Checks.Check check;

	private boolean required;

	private boolean nullable;

	private boolean blank;

	private boolean text;

	private @Nullable Table uniqueIn;

	private @Nullable Supplier<@Nullable Object> otherwise;

	private Field(String name, Checks.Check check) {
		this.name = name;
		this.check = check;
	}

	static Field text(String name) {
		Field field = new Field(name, Checks::text);
		field.text = true;
		return field;
	}

	static Field flag(String name, boolean otherwise) {
		return new Field(name, Checks::flag).otherwise(otherwise);
	}

	static Field integer(String name) {
		return new Field(name, Checks::integer);
	}

	/** One of the choices; the first unless said. */
	static Field choice(String name, String... choices) {
		return new Field(name, Checks.choice(List.of(choices))).otherwise(choices[0]);
	}

	static Field reference(String name, Table table) {
		return new Field(name, Checks.reference(table, false));
	}

	static Field numericReference(String name, Table table) {
		return new Field(name, Checks.reference(table, true));
	}

	static Field of(String name, Checks.Check check) {
		return new Field(name, check);
	}

	static Field object(String name) {
		return new Field(name, Checks::object).otherwise(Map.of());
	}

	Field required() {
		this.required = true;
		return this;
	}

	Field nullable() {
		this.nullable = true;
		return this;
	}

	/** Takes an empty text, which is also the default. */
	Field blank() {
		this.blank = true;
		return otherwise("");
	}

	Field and(Checks.Check check) {
		this.check = this.check.then(check);
		return this;
	}

	/** Refuses a value that another object has in this field. */
	Field uniqueIn(Table table) {
		this.uniqueIn = table;
		return this;
	}

	Field otherwise(@Nullable Object value) {
		return otherwise(() -> value);
	}

	Field otherwise(Supplier<@Nullable Object> value) {
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
			throw Invalid.because(table.notUnique(this.name));
		}
	}

}
