package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * DSM's OpenID Connect settings ({@code SYNO.Core.Directory.OIDC.SSO}; Control Panel >
 * Domain/LDAP > SSO Client). A value never set is an empty string.
 *
 * @param name {@code oidc_name}: Name
 * @param wellKnown {@code oidc_wellknown}: Well-known URL
 * @param clientId {@code oidc_client_id}: Application ID
 * @param clientSecret {@code oidc_client_secret}: Application key; DSM returns it in
 * clear
 * @param redirectUri {@code oidc_redirect_uri}: Redirect URI
 * @param scope {@code oidc_scope}: Authorization scope
 * @param userClaim {@code oidc_user_claim}: Username claim
 * @param authorizationEndpoint {@code oidc_authorization_endpoint}; not on DSM's page,
 * and not derived by DSM from the well-known URL when set over the API
 * @param tokenEndpoint {@code oidc_token_endpoint}; likewise
 * @param allowLocalUser {@code oidc_allow_local_user}: Account type "Domain/LDAP/local"
 * when true, "Domain/LDAP" when false; null on DSM 7.1, which knows no local accounts
 * here
 */
public record OidcSso(String name, String wellKnown, String clientId, Secret clientSecret, String redirectUri,
		String scope, String userClaim, String authorizationEndpoint, String tokenEndpoint,
		@Nullable Boolean allowLocalUser) {

	/** Whether local accounts can be allowed at all: from DSM 7.2 on. */
	public boolean knowsLocalUsers() {
		return this.allowLocalUser != null;
	}

	/** Whether nothing was ever set here. */
	public boolean isBlank() {
		return this.wellKnown.isEmpty() && this.clientId.isEmpty() && this.clientSecret.isEmpty()
				&& this.redirectUri.isEmpty();
	}

	/**
	 * Whether these settings, as read, are the given ones. A secret that one of the two
	 * sides hides is left out of the comparison.
	 */
	public boolean isSameAs(OidcSso wanted) {
		boolean comparable = !hidesSecret() && !wanted.hidesSecret();
		return equals(comparable ? wanted : wanted.withClientSecret(this.clientSecret));
	}

	/** Whether a mask stands in the place of the secret. */
	public boolean hidesSecret() {
		return this.clientSecret.isMasked();
	}

	/** The same settings with another secret. */
	public OidcSso withClientSecret(Secret clientSecret) {
		return new OidcSso(this.name, this.wellKnown, this.clientId, clientSecret, this.redirectUri, this.scope,
				this.userClaim, this.authorizationEndpoint, this.tokenEndpoint, this.allowLocalUser);
	}

}
