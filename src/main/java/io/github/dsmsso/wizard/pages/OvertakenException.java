package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * An answer was made of something that another tab has changed meanwhile.
 */
class OvertakenException extends ProblemException {

	private final String path;

	OvertakenException(Problem problem, String path) {
		super(problem);
		this.path = path;
	}

	/** The page on which the way goes on. */
	String path() {
		return this.path;
	}

}
