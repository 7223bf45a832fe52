package io.github.dsmsso.wizard.pages;

import java.time.Instant;

import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.verify.CheckReport;
import io.github.dsmsso.wizard.verify.SignInProof;
import io.github.dsmsso.wizard.verify.VerificationSubject;

/**
 * What was seen of a connection.
 *
 * @param subject of which connection
 * @param watched since when a sign-in is watched for
 * @param signIn how far a real sign-in has got
 * @param report what the checks found
 * @param seenAt when the sign-in was looked for
 */
record Proof(VerificationSubject subject, WatchedSignIn watched, SignInProof signIn, CheckReport report,
		Instant seenAt) {

	/** Whether somebody has signed in since the checks, which judge by that. */
	boolean isAheadOfItsChecks() {
		return this.signIn.isProven() && !this.subject.signInProven();
	}

}
