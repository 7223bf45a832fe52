package io.github.dsmsso.wizard.dsm;

import java.time.Instant;
import java.util.Optional;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.Peer;

/**
 * A DSM before anyone has signed in to it. Every call is a POST, so that nothing
 * sensitive stands in a URL, with the exception of the two reads that DSM's own sign-in
 * page makes.
 */
public interface DsmApi {

	/**
	 * Finds out what answers at an address: {@code SYNO.API.Info query} and
	 * {@code SYNO.Core.Desktop.SessionData getjs} (what the sign-in page knows),
	 * together.
	 * @throws ApiException where no DSM answers; {@code SOMETHING_ELSE} where something
	 * else does, with a problem that names where a redirect leads
	 */
	DsmServer discover(Peer peer);

	/**
	 * Signs in once: {@code SYNO.API.Auth login}, version 7, {@code format=sid},
	 * {@code session=webui}, {@code enable_syno_token=yes}. Never repeated by itself:
	 * codes are single-use, and DSM's Auto Block counts. A success includes the first
	 * look, and with it the proof that the account administers this DSM
	 * ({@code SYNO.Core.Directory.SSO.Profile get}).
	 * @throws ApiException where no answer of DSM's came back
	 * @throws DsmException where DSM let the account in and then refused the first look
	 * for another reason than a missing right; the account was signed out again
	 */
	SignIn signIn(DsmServer server, DsmCredentials credentials);

	/**
	 * What the sign-in page knows now: {@code SYNO.Core.Desktop.SessionData getjs}.
	 * @throws ApiException where no answer of DSM's came back
	 */
	LoginPage loginPage(Peer peer);

	/**
	 * DSM's clock, to the second: {@code SYNO.API.Encryption getinfo}, or the
	 * {@code Date} header of its answer; empty where neither tells.
	 * @throws ApiException where no answer of DSM's came back
	 */
	Optional<Instant> clock(Peer peer);

	/**
	 * Presses the SSO button as DSM's sign-in page does:
	 * {@code GET index.cgi?action=oidcauthurl&method=oidc}.
	 * @throws ApiException where no answer at all came back
	 */
	SsoButton pressSsoButton(Peer peer);

}
