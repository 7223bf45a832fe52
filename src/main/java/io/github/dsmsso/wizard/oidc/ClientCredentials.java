package io.github.dsmsso.wizard.oidc;

import io.github.dsmsso.wizard.shared.Secret;

/**
 * What a client shows an OpenID provider: its public id and its secret.
 *
 * @param clientId the client id; DSM calls it Application ID
 * @param clientSecret the client secret; DSM calls it Application key
 */
public record ClientCredentials(String clientId, Secret clientSecret) {

}
