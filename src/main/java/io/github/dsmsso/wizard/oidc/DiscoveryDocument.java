package io.github.dsmsso.wizard.oidc;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What an OpenID provider says about itself (OpenID Connect Discovery 1.0, section 3), as
 * much of it as this wizard reads.
 *
 * @param issuer {@code issuer}
 * @param authorizationEndpoint {@code authorization_endpoint}
 * @param tokenEndpoint {@code token_endpoint}
 * @param jwksUri {@code jwks_uri}
 * @param revocationEndpoint {@code revocation_endpoint}, where offered
 * @param idTokenSigningAlgorithms {@code id_token_signing_alg_values_supported}
 * @param scopes {@code scopes_supported}
 * @param claims {@code claims_supported}
 * @param idTokenEncryptionAlgorithms {@code id_token_encryption_alg_values_supported};
 * empty where tokens are not encrypted
 * @param servedAt when it was served by the {@code Date} header, to the second; null
 * where that is missing. authentik's own web server leaves it out, a proxy before it
 * mostly adds it
 */
public record DiscoveryDocument(String issuer, URI authorizationEndpoint, URI tokenEndpoint, URI jwksUri,
		@Nullable URI revocationEndpoint, List<String> idTokenSigningAlgorithms, List<String> scopes,
		List<String> claims, List<String> idTokenEncryptionAlgorithms, @Nullable Instant servedAt) {

	public DiscoveryDocument {
		idTokenSigningAlgorithms = List.copyOf(idTokenSigningAlgorithms);
		scopes = List.copyOf(scopes);
		claims = List.copyOf(claims);
		idTokenEncryptionAlgorithms = List.copyOf(idTokenEncryptionAlgorithms);
	}

}
