package io.github.dsmsso.wizard.pages;

import java.util.function.Supplier;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * One field of a form is not as it must be.
 */
class FieldException extends ProblemException {

	private final String field;

	FieldException(String field, Problem problem) {
		super(problem);
		this.field = field;
	}

	/** What the requirement refuses is said at the field. */
	static void at(String field, Runnable requirement) {
		at(field, () -> {
			requirement.run();
			return field;
		});
	}

	/** What the reader refuses is said at the field. */
	static <T> T at(String field, Supplier<T> reader) {
		try {
			return reader.get();
		}
		catch (ProblemException ex) {
			throw new FieldException(field, ex.problem());
		}
	}

	/** The id of the field. */
	String field() {
		return this.field;
	}

}
