package io.github.dsmsso.wizard.oidc;

import java.net.URI;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerClients;
import io.github.dsmsso.wizard.shared.Reading;

import org.springframework.stereotype.Component;

/**
 * Asks over HTTP, as one who holds no session and no token.
 */
@Component
class HttpOpenIdProvider implements OpenIdProvider {

	/** No provider issues a token of this form. */
	private static final String MADE_UP_TOKEN = "made-up-by-dsm-sso-wizard";

	private static final Map<String, String> JSON = Map.of("Accept", "application/json");

	/** authentik's error pages follow the reader's language. */
	private static final Map<String, String> ENGLISH_PAGE = Map.of("Accept", "text/html", "Accept-Language", "en");

	private final OpenCalls calls;

	HttpOpenIdProvider(PeerClients clients) {
		this.calls = new OpenCalls(clients);
	}

	@Override
	public DiscoveryDocument discovery(Peer peer, URI wellKnown) {
		return ProviderDocuments.discovery(this.calls.get(peer, wellKnown, JSON));
	}

	@Override
	public PublishedKeys keys(Peer peer, DiscoveryDocument document) {
		return ProviderDocuments.keys(this.calls.get(peer, document.jwksUri(), JSON));
	}

	@Override
	public CredentialsVerdict tryCredentials(Peer peer, DiscoveryDocument document, ClientCredentials credentials) {
		URI revocation = document.revocationEndpoint();
		if (revocation == null) {
			return CredentialsVerdict.UNKNOWN;
		}
		Map<String, String> form = Map.of("token", MADE_UP_TOKEN, "client_id", credentials.clientId(), "client_secret",
				credentials.clientSecret().reveal());
		return RevocationAnswer.read(this.calls.post(peer, revocation, form, JSON));
	}

	@Override
	public AuthorizationReply tryAuthorization(Peer peer, DiscoveryDocument document, String clientId,
			RedirectUri redirectUri) {
		URI endpoint = document.authorizationEndpoint();
		Reading<Optional<String>> atSignIn = Reading.start(() -> openerPolicyAtSignIn(peer, endpoint));
		URI request = AuthorizationAnswer.request(endpoint, clientId, redirectUri);
		AuthorizationReply reply = AuthorizationAnswer.read(this.calls.get(peer, request, ENGLISH_PAGE), redirectUri);
		return (reply.openerPolicy() != null) ? reply : reply.withOpenerPolicy(atSignIn.get().orElse(null));
	}

	/**
	 * A proxy may send the header on the pages of a flow alone. Whether a flow of this
	 * name is there does not matter: what stands in front goes by the path.
	 */
	private Optional<String> openerPolicyAtSignIn(Peer peer, URI authorizationEndpoint) {
		try {
			URI page = authorizationEndpoint.resolve("../../../if/flow/default-authentication-flow/");
			return Optional.ofNullable(AuthorizationAnswer.openerPolicy(this.calls.get(peer, page, ENGLISH_PAGE)));
		}
		catch (ApiException ex) {
			return Optional.empty();
		}
	}

	@Override
	public Optional<Gate> gate(Peer peer, URI wellKnown) {
		try {
			return Gate.of(this.calls.get(peer, wellKnown, JSON));
		}
		catch (ApiException ex) {
			return Optional.empty();
		}
	}

	@Override
	public Optional<Instant> clock(Peer peer, URI wellKnown) {
		return this.calls.get(peer, wellKnown, JSON).date();
	}

}
