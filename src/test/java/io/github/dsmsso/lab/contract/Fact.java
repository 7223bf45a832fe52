package io.github.dsmsso.lab.contract;

import java.util.Comparator;

/**
 * One thing that is published about an operation, an object or a resource.
 *
 * @param subject what it is about, as {@code /core/users/ GET} or {@code User}
 * @param name a part of it, as {@code query page} or {@code email}; ends with an
 * exclamation mark where the part is required, is empty for the subject as a whole, and
 * for one of the choices that a part has it is the part with {@code = "choice"}
 * @param value what is allowed there, as JSON; empty where nothing is told
 */
public record Fact(String subject, String name, String value) implements Comparable<Fact> {

	private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::subject)
		.thenComparing(Fact::name)
		.thenComparing(Fact::value);

	private static final String REQUIRED = "!";

	private static final String CHOICE = " = ";

	static Fact of(String subject, String name, boolean required, String value) {
		return new Fact(subject, required ? name + REQUIRED : name, value);
	}

	/** That a part may be this, as JSON. */
	static Fact choice(String subject, String name, String choice) {
		return new Fact(subject, name + CHOICE + choice, "");
	}

	public boolean isChoice() {
		return this.name.contains(CHOICE);
	}

	/** The part that may be this. */
	public String chooser() {
		return this.name.substring(0, this.name.indexOf(CHOICE));
	}

	/** What the part may be. */
	String choice() {
		return this.name.substring(this.name.indexOf(CHOICE) + CHOICE.length());
	}

	public boolean isRequired() {
		return !isChoice() && this.name.endsWith(REQUIRED);
	}

	/** The name without the mark. */
	public String plainName() {
		return isRequired() ? this.name.substring(0, this.name.length() - REQUIRED.length()) : this.name;
	}

	@Override
	public int compareTo(Fact other) {
		return ORDER.compare(this, other);
	}

}
