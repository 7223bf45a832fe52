package io.github.dsmsso.wizard.http;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * A call to a peer that brought no answer of the peer's own protocol.
 */
public class ApiException extends ProblemException {

	private final transient ApiFailure failure;

	public ApiException(ApiFailure failure) {
		super(failure.problem());
		this.failure = failure;
	}

	public ApiException(ApiFailure failure, @Nullable Throwable cause) {
		super(failure.problem(), cause);
		this.failure = failure;
	}

	/** The same failure, told in the words of the client that knows more about it. */
	public ApiException(ApiFailure failure, Problem problem) {
		super(problem);
		this.failure = failure;
	}

	public ApiFailure failure() {
		return this.failure;
	}

}
