package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.wizard.shared.Secret;

/**
 * {@link OidcSso} as it travels.
 */
final class OidcSsoJson {

	private static final String ALLOW_LOCAL_USER = "oidc_allow_local_user";

	private OidcSsoJson() {
	}

	static OidcSso read(DsmData data) {
		return new OidcSso(data.text("oidc_name"), data.text("oidc_wellknown"), data.text("oidc_client_id"),
				Secret.of(data.text("oidc_client_secret")), data.text("oidc_redirect_uri"), data.text("oidc_scope"),
				data.text("oidc_user_claim"), data.text("oidc_authorization_endpoint"),
				data.text("oidc_token_endpoint"), data.knownFlag(ALLOW_LOCAL_USER));
	}

	/**
	 * With {@code profile}, as DSM's own page sends it; it does not switch SSO on. A key
	 * that is not known is left out: DSM keeps the one it has.
	 */
	static Parameters write(OidcSso oidcSso) {
		Parameters known = oidcSso.hidesSecret() ? Parameters.none()
				: Parameters.none().with("oidc_client_secret", oidcSso.clientSecret());
		Parameters parameters = known.with("profile", SsoProfile.OIDC)
			.with("oidc_name", oidcSso.name())
			.with("oidc_wellknown", oidcSso.wellKnown())
			.with("oidc_client_id", oidcSso.clientId())
			.with("oidc_redirect_uri", oidcSso.redirectUri())
			.with("oidc_scope", oidcSso.scope())
			.with("oidc_user_claim", oidcSso.userClaim())
			.with("oidc_authorization_endpoint", oidcSso.authorizationEndpoint())
			.with("oidc_token_endpoint", oidcSso.tokenEndpoint());
		Boolean allowLocalUser = oidcSso.allowLocalUser();
		return (allowLocalUser != null) ? parameters.with(ALLOW_LOCAL_USER, allowLocalUser.booleanValue()) : parameters;
	}

}
