package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.connection.FirstContact;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmServer;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is known of the NAS.
 *
 * @param contact where it is and what it presents
 * @param server the DSM that answers, once its certificate is trusted
 * @param pending a sign-in that waits for its one-time code; dropped with the next answer
 * @param signedIn what was learnt by signing in
 */
record NasAnswer(FirstContact contact, @Nullable DsmServer server, @Nullable DsmCredentials pending,
		@Nullable SignedInNas signedIn) {

	static NasAnswer at(FirstContact contact) {
		return new NasAnswer(contact, null, null, null);
	}

	NasAnswer withServer(DsmServer server) {
		return new NasAnswer(this.contact, server, null, null);
	}

	NasAnswer withPending(@Nullable DsmCredentials pending) {
		return new NasAnswer(this.contact, this.server, pending, null);
	}

	NasAnswer withSignedIn(SignedInNas signedIn) {
		return new NasAnswer(this.contact, this.server, null, signedIn);
	}

	/** Whether this is the NAS that was signed in to, under the same certificate. */
	boolean isSignedInAt(FirstContact again) {
		return this.signedIn != null && this.contact.equals(again);
	}

	/** The page on which this answer goes on. */
	String nextPage() {
		if (this.signedIn != null) {
			return WizardStep.AUTHENTIK.path();
		}
		if (this.server == null) {
			return this.contact.needsDecision() ? "/nas/certificate" : WizardStep.NAS.path();
		}
		return (this.pending != null) ? "/nas/code" : "/nas/sign-in";
	}

	/** The address that was given, which is the one people use. */
	BaseUrl address() {
		return this.contact.address();
	}

	DsmCredentials requirePending() {
		if (this.pending == null) {
			throw new StepNotReachedException("/nas/sign-in");
		}
		return this.pending;
	}

	DsmServer requireServer() {
		if (this.server == null) {
			throw new StepNotReachedException(WizardStep.NAS.path());
		}
		return this.server;
	}

	/** The administrator's session. */
	DsmSession session() {
		return requireSignedIn().session();
	}

	SignedInNas requireSignedIn() {
		if (this.signedIn == null) {
			throw new StepNotReachedException("/nas/sign-in");
		}
		return this.signedIn;
	}

}
