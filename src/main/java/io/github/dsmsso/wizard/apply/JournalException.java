package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * The journal cannot be written or read.
 */
class JournalException extends ProblemException {

	JournalException(Problem problem, Throwable cause) {
		super(problem, cause);
	}

}
