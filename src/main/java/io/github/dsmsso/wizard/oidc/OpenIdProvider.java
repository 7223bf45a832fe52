package io.github.dsmsso.wizard.oidc;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.http.Peer;

/**
 * What can be learnt of an OpenID provider without a sign-in and without leaving a trace.
 * Only URLs on the given peer are called; one that leads elsewhere is refused.
 */
public interface OpenIdProvider {

	/** What has to be open to DSM, which has no session when it reads there. */
	String OPEN_PATH = "/application/o/";

	/**
	 * Reads the discovery document by GET.
	 * @param peer the provider
	 * @param wellKnown the well-known URL
	 * @throws ApiException where no discovery document is to be had there
	 */
	DiscoveryDocument discovery(Peer peer, URI wellKnown);

	/**
	 * Reads the published keys by GET of {@code jwks_uri}.
	 * @throws ApiException where no key set is to be had there
	 */
	PublishedKeys keys(Peer peer, DiscoveryDocument document);

	/**
	 * Asks the revocation endpoint (RFC 7009) to revoke a made-up token, authenticated
	 * the way DSM does ({@code client_secret_post}). It answers whether id and secret are
	 * right and has no other effect.
	 */
	CredentialsVerdict tryCredentials(Peer peer, DiscoveryDocument document, ClientCredentials credentials);

	/**
	 * Asks the authorization endpoint with {@code prompt=none} and without cookies, and
	 * reads where it would send the browser and what the browser would make of the answer
	 * in a pop-up. Never to be used on an authentik provider without redirect URIs: it
	 * would learn the one it is called with.
	 */
	AuthorizationReply tryAuthorization(Peer peer, DiscoveryDocument document, String clientId,
			RedirectUri redirectUri);

	/**
	 * What stands in front of the provider and keeps from its documents whoever has no
	 * session, as DSM; empty where nothing does, or nothing answers. It need not be there
	 * yet: what stands in front goes by the path.
	 * @param wellKnown the well-known URL that DSM will read
	 */
	Optional<Gate> gate(Peer peer, URI wellKnown);

	/**
	 * The provider's clock by the {@code Date} header of its discovery document, to the
	 * second; empty where it does not tell. authentik's own web server leaves the header
	 * out; a proxy before it mostly adds it.
	 * @throws ApiException where nothing answers there
	 */
	Optional<Instant> clock(Peer peer, URI wellKnown);

}
