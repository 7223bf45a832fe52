package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.apply.DefaultLoginTrial;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.verify.VerificationSubject;

/**
 * SSO by default on trial, and the sign-in that is to confirm it.
 *
 * @param trial the trial
 * @param subject the connection
 * @param watched since when a sign-in is watched for: since before it was switched on
 */
record WatchedTrial(DefaultLoginTrial trial, VerificationSubject subject, WatchedSignIn watched) {

	/** Whether something is going on. */
	boolean isMoving() {
		return this.trial.run().outcome().isUnderWay();
	}

}
