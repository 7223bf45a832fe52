package io.github.dsmsso.wizard.oidc;

/**
 * What the revocation endpoint says of the credentials.
 */
public enum CredentialsVerdict {

	/** Id and secret are right. */
	ACCEPTED,
	/** Id or secret is wrong ({@code invalid_client}). */
	REFUSED,
	/** It cannot be told. */
	UNKNOWN

}
