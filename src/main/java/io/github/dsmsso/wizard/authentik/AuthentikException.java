package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * authentik refused a request in its own words (HTTP 4xx with JSON).
 */
public class AuthentikException extends ProblemException {

	private final Reason reason;

	public AuthentikException(Reason reason, Problem problem) {
		super(problem);
		this.reason = reason;
	}

	public Reason reason() {
		return this.reason;
	}

	/** Why it refused. */
	public enum Reason {

		/**
		 * 403 {@code Token invalid/expired}: wrong, expired, inactive owner, or an app
		 * password.
		 */
		TOKEN_INVALID,
		/** 403: the token is good and lacks a right; the problem names it. */
		PERMISSION_MISSING,
		/** 404: no such object. */
		NOT_FOUND,
		/** 400: a field was refused; the problem names it. */
		FIELD_REFUSED,
		/** Another refusal. */
		OTHER

	}

}
