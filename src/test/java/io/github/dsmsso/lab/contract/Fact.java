package io.github.dsmsso.lab.contract;

import java.util.Comparator;

/**
 * One thing that is published about an operation, an object or a resource.
 *
 * @param subject what it is about, as {@code /core/users/ GET} or {@code User}
 * @param name a part of it, as {@code query page} or {@code email}; ends with an
 * exclamation mark where the part is required, and is empty for the subject as a whole
 * @param value what is allowed there, as JSON; empty where nothing is told
 */
record Fact(String subject, String name, String value) implements Comparable<Fact> {

	private static final Comparator<Fact> ORDER = Comparator.comparing(Fact::subject)
		.thenComparing(Fact::name)
		.thenComparing(Fact::value);

	private static final String REQUIRED = "!";

	static Fact of(String subject, String name, boolean required, String value) {
		return new Fact(subject, required ? name + REQUIRED : name, value);
	}

	boolean isRequired() {
		return this.name.endsWith(REQUIRED);
	}

	/** The name without the mark. */
	String plainName() {
		return isRequired() ? this.name.substring(0, this.name.length() - REQUIRED.length()) : this.name;
	}

	@Override
	public int compareTo(Fact other) {
		return ORDER.compare(this, other);
	}

}
