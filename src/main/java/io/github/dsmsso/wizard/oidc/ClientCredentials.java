package io.github.dsmsso.wizard.oidc;

import io.github.dsmsso.wizard.shared.Secret;

/**
 * What a client shows an OpenID provider: its public id and its secret.
 *
 * @param clientId the client id; DSM calls it Application ID
 * @param clientSecret the client secret; DSM calls it Application key
 */
public record ClientCredentials(String clientId, Secret clientSecret) {

	/** The same client with another secret. */
	public ClientCredentials withSecret(Secret clientSecret) {
		return new ClientCredentials(this.clientId, clientSecret);
	}

	/** Whether the secret is known: neither kept back nor masked. */
	public boolean showsSecret() {
		return !this.clientSecret.isEmpty() && !this.clientSecret.isMasked();
	}

	/**
	 * Whether the secret is known and made of letters and digits alone; others have
	 * broken DSM's token request (authelia issue 7428).
	 */
	public boolean hasPlainSecret() {
		return this.clientSecret.reveal().matches("[A-Za-z0-9]+");
	}

}
