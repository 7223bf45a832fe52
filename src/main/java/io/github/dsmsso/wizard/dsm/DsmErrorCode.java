package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.wizard.shared.Problem;

/**
 * An error code of DSM. The same number means different things to {@code SYNO.API.Auth}
 * and to other APIs, so the API is part of it.
 *
 * @param api the API that answered
 * @param number the code
 */
public record DsmErrorCode(String api, int number) {

	/** The session is gone: 106 timed out, 107 replaced by another, 119 unknown. */
	public boolean isSessionGone() {
		return !isSignIn() && (this.number == 106 || this.number == 107 || this.number == 119);
	}

	/** The session may not do this. */
	public boolean isNotPermitted() {
		return !isSignIn() && (this.number == 105 || this.number == 122 || this.number == 123 || this.number == 124
				|| this.number == 126 || this.number == 127 || this.number == 160);
	}

	/** DSM was busy or unsure of itself, so that a write may have been done or not. */
	public boolean leavesOutcomeOpen() {
		return this.number == 100 || this.number >= 109 && this.number <= 111 || this.number == 117
				|| this.number == 118 || this.number == 125;
	}

	private boolean isSignIn() {
		return "SYNO.API.Auth".equals(this.api) && this.number >= 400;
	}

	/**
	 * The same, for a person; a code without a sentence of its own is told by its number.
	 */
	public Problem problem() {
		return DsmProblems.problemOf(this);
	}

}
