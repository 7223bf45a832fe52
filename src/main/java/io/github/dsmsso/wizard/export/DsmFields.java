package io.github.dsmsso.wizard.export;

import java.util.Map;

import io.github.dsmsso.wizard.dsm.OidcSso;

import static io.github.dsmsso.wizard.export.Blueprint.ordered;

/** DSM's settings by DSM's own names, as its WebAPI takes them. */
final class DsmFields {

	private DsmFields() {
	}

	/** {@code SYNO.Core.Directory.OIDC.SSO}, all but the client secret. */
	static Map<String, Object> oidcSso(Setup setup) {
		OidcSso oidc = setup.oidcSso();
		Map<String, Object> fields = ordered("oidc_name", oidc.name(), "oidc_wellknown", oidc.wellKnown(),
				"oidc_client_id", oidc.clientId(), "oidc_redirect_uri", oidc.redirectUri(), "oidc_scope", oidc.scope(),
				"oidc_user_claim", oidc.userClaim(), "oidc_authorization_endpoint", oidc.authorizationEndpoint(),
				"oidc_token_endpoint", oidc.tokenEndpoint());
		if (oidc.allowLocalUser() != null) {
			fields.put("oidc_allow_local_user", oidc.allowLocalUser());
		}
		return fields;
	}

	/** {@code SYNO.Core.Directory.SSO.Profile}: the switch. */
	static Map<String, Object> ssoProfile(Setup setup) {
		return ordered("sso_enable", setup.ssoProfile().enabled(), "sso_profile", setup.ssoProfile().profile());
	}

}
