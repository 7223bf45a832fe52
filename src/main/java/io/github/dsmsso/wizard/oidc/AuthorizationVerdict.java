package io.github.dsmsso.wizard.oidc;

/**
 * What the authorization endpoint says of client, redirect URI and grant type.
 */
public enum AuthorizationVerdict {

	/** All are right: it asks for a sign-in ({@code login_required}). */
	ACCEPTED,
	/** The client is unknown or the redirect URI is not one of its own (400 page). */
	CLIENT_OR_REDIRECT_REFUSED,
	/** The grant type or response type is not enabled ({@code invalid_request}). */
	GRANT_REFUSED,
	/** It cannot be told. */
	UNKNOWN

}
