package io.github.dsmsso.wizard.connection;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * The two systems of one job, signed in to both: what every reading and every change
 * needs.
 *
 * @param dsm the administrator's session with DSM
 * @param authentik authentik as the owner of the token sees it
 */
public record Connection(DsmSession dsm, AuthentikClient authentik) {

	/** The address by which DSM is called. */
	public BaseUrl dsmAddress() {
		return this.dsm.server().peer().address();
	}

	/** The address by which authentik is called. */
	public BaseUrl authentikAddress() {
		return this.authentik.peer().address();
	}

}
