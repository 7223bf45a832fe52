package io.github.dsmsso.wizard.dsm;

import org.jspecify.annotations.Nullable;

/**
 * How a sign-in to DSM ended.
 *
 * @param outcome how
 * @param session the session, where it succeeded
 * @param overview what was read in it at once, where it succeeded
 * @param code DSM's error code, where it did not
 */
public record SignIn(Outcome outcome, @Nullable DsmSession session, @Nullable Overview overview,
		@Nullable DsmErrorCode code) {

	static SignIn succeeded(DsmSession session, Overview overview) {
		return new SignIn(Outcome.SIGNED_IN, session, overview, null);
	}

	static SignIn ended(Outcome outcome, DsmErrorCode code) {
		return new SignIn(outcome, null, null, code);
	}

	/** The session of a sign-in that succeeded. */
	public DsmSession requireSession() {
		if (this.session == null) {
			throw new IllegalStateException("Not signed in: " + this.outcome);
		}
		return this.session;
	}

	/** What was read at once after a sign-in that succeeded. */
	public Overview requireOverview() {
		if (this.overview == null) {
			throw new IllegalStateException("Not signed in: " + this.outcome);
		}
		return this.overview;
	}

	/** DSM's code of a sign-in that it refused. */
	public DsmErrorCode requireCode() {
		if (this.code == null) {
			throw new IllegalStateException("No code: " + this.outcome);
		}
		return this.code;
	}

	/** How it ended. */
	public enum Outcome {

		/** Signed in as an administrator. */
		SIGNED_IN,
		/**
		 * DSM asks for the code of the second factor (403, or 414 for a code by mail).
		 */
		CODE_REQUIRED,
		/** DSM refused; the code says why. */
		REFUSED,
		/**
		 * The account exists but does not administer this DSM; it was signed out again.
		 */
		NOT_ADMINISTRATOR

	}

}
