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
	 * @param peer an address as {@link AuthentikAddress} reads it
	 * @return the peer to use: the given one, or the root of its server where authentik
	 * does not live below the path
	 * @throws ApiException where something else answers, leads elsewhere, or authentik is
	 * just starting; its problem tells which
	 */
	Peer discover(Peer peer);

	/**
	 * Shows the token: {@code GET /api/v3/core/users/me/}, {@code /admin/version/}.
	 * @param token an API token; space around it is left out
	 * @throws AuthentikException where authentik refuses it, told apart by reason, or is
	 * older than 2023.10
	 * @throws ApiException where no answer of authentik's came
	 */
	AuthentikClient connect(Peer peer, Secret token);

}
