package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.shared.Problem;

/**
 * A failure that nobody has foreseen, told without a word of its message: that may hold a
 * secret.
 */
final class UnexpectedFailure {

	private UnexpectedFailure() {
	}

	static Problem problem(Throwable failure) {
		return Problem.of("apply.unexpected").withDetail(failure.getClass().getSimpleName());
	}

}
