package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.shared.Secret;

/**
 * An authentik before a token is shown to it.
 */
public interface AuthentikApi {

	/**
	 * Finds out whether authentik answers at an address:
	 * {@code GET /api/v3/root/config/}, which needs no token.
	 * @return the address to use, with authentik's web path where the given one carried a
	 * page of its user interface
	 * @throws ApiException where something else answers
	 */
	Peer discover(Peer peer);

	/**
	 * Shows the token: {@code GET /api/v3/core/users/me/}, {@code /admin/version/}.
	 * @throws AuthentikException where authentik refuses it, told apart by reason
	 */
	AuthentikClient connect(Peer peer, Secret token);

}
