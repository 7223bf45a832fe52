package io.github.dsmsso.wizard.pages;

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

	/** The id of the field. */
	String field() {
		return this.field;
	}

}
