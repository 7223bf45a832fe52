package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * An object is as before, all but something that the server does not take back and that
 * harms nothing; or it is gone as it should be, and something about that has to be told.
 */
class RestoredExceptException extends ProblemException {

	RestoredExceptException(Problem problem) {
		super(problem);
	}

}
