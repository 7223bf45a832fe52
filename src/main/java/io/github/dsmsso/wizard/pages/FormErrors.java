package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form that was sent: shown above it and, in the same words, beside
 * each field. A page puts it into its model as {@code errors}.
 *
 * @param all in the order of the fields
 */
record FormErrors(List<FormError> all) {

	FormErrors {
		all = List.copyOf(all);
	}

	/**
	 * One field and what to change about it.
	 *
	 * @param field the id of the field
	 * @param text the sentence
	 */
	record FormError(String field, String text) {

	}

	static FormErrors none() {
		return new FormErrors(List.of());
	}

	FormErrors with(String field, String text) {
		return new FormErrors(Stream.concat(this.all.stream(), Stream.of(new FormError(field, text))).toList());
	}

	public boolean isEmpty() {
		return this.all.isEmpty();
	}

	/** The first complaint about a field. */
	public @Nullable String of(String field) {
		return this.all.stream()
			.filter((error) -> error.field().equals(field))
			.map(FormError::text)
			.findFirst()
			.orElse(null);
	}

}
