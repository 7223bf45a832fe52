package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * The connection to be looked at, whoever made it.
 *
 * @param connection the two systems
 * @param applicationSlug slug of the application that stands for DSM
 * @param dsmAddress the address people use to open DSM
 * @param signInProven whether a person was seen to sign in by it
 */
public record VerificationSubject(Connection connection, String applicationSlug, BaseUrl dsmAddress,
		boolean signInProven) {

	/** A connection through which nobody was seen to sign in yet. */
	public VerificationSubject(Connection connection, String applicationSlug, BaseUrl dsmAddress) {
		this(connection, applicationSlug, dsmAddress, false);
	}

	/** The same connection after a person signed in by it. */
	public VerificationSubject withSignInProven() {
		return new VerificationSubject(this.connection, this.applicationSlug, this.dsmAddress, true);
	}

	DsmSession dsm() {
		return this.connection.dsm();
	}

	AuthentikClient authentik() {
		return this.connection.authentik();
	}

}
