package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.FirstContact;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * What is known of authentik.
 *
 * @param contact where it is and what it presents
 * @param peer the authentik that answers, once its certificate is trusted
 * @param connected what was learnt by showing the token
 */
record AuthentikAnswer(FirstContact contact, @Nullable Peer peer, @Nullable Connected connected) {

	static AuthentikAnswer at(FirstContact contact) {
		return new AuthentikAnswer(contact, null, null);
	}

	AuthentikAnswer withPeer(Peer peer) {
		return new AuthentikAnswer(this.contact, peer, null);
	}

	AuthentikAnswer withConnected(Connected connected) {
		return new AuthentikAnswer(this.contact, this.peer, connected);
	}

	/** The same, which has other things to build with by now. */
	AuthentikAnswer withInventory(AuthentikInventory inventory) {
		return withConnected(new Connected(client(), inventory));
	}

	/** Whether this is the authentik that took the token, under the same certificate. */
	boolean isConnectedAt(FirstContact again) {
		return this.connected != null && this.contact.equals(again);
	}

	/** The page on which this answer goes on. */
	String nextPage() {
		if (this.peer == null) {
			return this.contact.needsDecision() ? "/authentik/certificate" : WizardStep.AUTHENTIK.path();
		}
		return "/authentik/token";
	}

	/** The address that was given. */
	BaseUrl address() {
		return this.contact.address();
	}

	Peer requirePeer() {
		if (this.peer == null) {
			throw new StepNotReachedException(WizardStep.AUTHENTIK.path());
		}
		return this.peer;
	}

	AuthentikClient client() {
		return requireConnected().client();
	}

	Connected requireConnected() {
		if (this.connected == null) {
			throw new StepNotReachedException("/authentik/token");
		}
		return this.connected;
	}

	/**
	 * What showing the token brought.
	 *
	 * @param client the client
	 * @param inventory what authentik has to build with
	 */
	record Connected(AuthentikClient client, AuthentikInventory inventory) {

	}

}
