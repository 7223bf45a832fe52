package io.github.dsmsso.wizard.shared;

import org.jspecify.annotations.Nullable;

/**
 * Ends what was being done with a {@link Problem} to tell.
 */
public class ProblemException extends RuntimeException {

	private final transient Problem problem;

	public ProblemException(Problem problem) {
		this(problem, null);
	}

	public ProblemException(Problem problem, @Nullable Throwable cause) {
		super(problem.code() + ((problem.detail() != null) ? ": " + problem.detail() : ""), cause);
		this.problem = problem;
	}

	public Problem problem() {
		return this.problem;
	}

}
