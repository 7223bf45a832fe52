package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * A write that certainly was not done: the peer refused it, or nothing of it was sent.
 */
class NotWrittenException extends ProblemException {

	NotWrittenException(Problem problem, ProblemException cause) {
		super(problem, cause);
	}

}
