package io.github.dsmsso.wizard.judgement;

import java.util.Locale;

/**
 * What is judged about a connection: one setting, or a few that are right or wrong
 * together. A check of the same name shows what was found.
 */
public enum Aspect {

	/** The application has a provider. */
	APPLICATION,
	/** {@code signing_key}: an RSA key. */
	SIGNATURE,
	/** {@code encryption_key}: none. */
	ENCRYPTION,
	/** {@code authorization_flow}: one that people can pass, without further steps. */
	AUTHORIZATION_FLOW,
	/** {@code client_type}: confidential. */
	CLIENT_TYPE,
	/** {@code redirect_uris}: the address by which people open DSM. */
	REDIRECT,
	/** {@code grant_types}: authorization code. */
	GRANT_TYPE,
	/** {@code property_mappings}: the scopes that carry the user name. */
	SCOPES,
	/** {@code include_claims_in_id_token}: on. */
	ID_TOKEN_CLAIMS,
	/** {@code sso_enable} and {@code sso_profile}: OpenID Connect is on. */
	SERVICE,
	/** {@code oidc_wellknown}: of this application. */
	WELL_KNOWN,
	/** {@code oidc_authorization_endpoint} and {@code oidc_token_endpoint}. */
	ENDPOINTS,
	/** {@code oidc_client_id}: of this provider. */
	CLIENT_ID,
	/** {@code oidc_client_secret}: of this provider. */
	CLIENT_SECRET,
	/** {@code oidc_redirect_uri}: the address by which people open DSM. */
	DSM_REDIRECT,
	/** {@code oidc_scope}: asks for the user name. */
	DSM_SCOPE,
	/** {@code oidc_user_claim}: a claim that is sent and names DSM accounts. */
	USER_CLAIM,
	/** {@code oidc_allow_local_user}: somebody may sign in at all. */
	ACCOUNT_TYPE;

	/**
	 * Whether it is about what stands in DSM's SSO Client form; the account type has a
	 * value before anybody has filled it in.
	 */
	public boolean isOfSsoClient() {
		return switch (this) {
			case SERVICE, WELL_KNOWN, ENDPOINTS, CLIENT_ID, CLIENT_SECRET, DSM_REDIRECT, DSM_SCOPE, USER_CLAIM -> true;
			case APPLICATION, SIGNATURE, ENCRYPTION, AUTHORIZATION_FLOW, CLIENT_TYPE, REDIRECT, GRANT_TYPE, SCOPES,
					ID_TOKEN_CLAIMS, ACCOUNT_TYPE ->
				false;
		};
	}

	/** The stable name, such as {@code client-type}. */
	public String id() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
