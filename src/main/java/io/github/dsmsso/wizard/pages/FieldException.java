package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * A field of a form is not as it must be, or several are.
 */
class FieldException extends ProblemException {

	private final List<Complaint> complaints;

	FieldException(String field, Problem problem) {
		this(List.of(new Complaint(field, problem)));
	}

	FieldException(List<Complaint> complaints) {
		super(complaints.get(0).problem());
		this.complaints = List.copyOf(complaints);
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

	/** What is wrong, in the order of the fields. */
	List<Complaint> complaints() {
		return this.complaints;
	}

	/**
	 * What is wrong with one field.
	 *
	 * @param field the id of the field
	 * @param problem what is wrong with it
	 */
	record Complaint(String field, Problem problem) {

	}

}
