package io.github.dsmsso.wizard.plan;

import java.util.List;

/**
 * Values of DSM's settings that were seen at people's, for whatever pair of systems.
 *
 * @param nas the host name of the NAS, which is opened at port 5001
 * @param authentik the host name of authentik
 * @param slug the slug of the application
 * @param scope the scope of a mapping of somebody's own
 * @param claim the claim that it sends
 */
record SeenValues(String nas, String authentik, String slug, String scope, String claim) {

	private static final String OPENID_CONFIGURATION = "/.well-known/openid-configuration";

	/** {@code oidc_redirect_uri}. */
	List<String> redirects() {
		String opened = "https://" + this.nas + ":5001";
		return List.of(opened + "/", opened + "/#/signin", opened.replace("nas", "NAS"), "https://" + this.nas,
				"http://" + this.nas + ":5000", opened + "/webman/ssoclient/token_relay.html", "",
				"https://dsm.example.org");
	}

	/** {@code oidc_scope}. */
	List<String> scopes() {
		return List.of("openid profile", "profile openid email offline_access", "openid email", "openid", "",
				"openid profile email " + this.scope, "openid " + this.scope);
	}

	/** {@code oidc_user_claim}. */
	List<String> claims() {
		return List.of("nickname", "email", "sub", "upn", "", this.claim, "name");
	}

	/** {@code oidc_wellknown}. */
	List<String> wellKnowns() {
		String applications = "https://" + this.authentik + "/application/o/";
		return List.of("", applications + "gone" + OPENID_CONFIGURATION,
				applications + this.slug + OPENID_CONFIGURATION + "/",
				"https://" + this.authentik.replace("auth", "AUTH") + ":443/application/o/" + this.slug
						+ OPENID_CONFIGURATION,
				applications + this.slug + "/", "https://idp.example" + OPENID_CONFIGURATION);
	}

	/** {@code oidc_client_secret}. */
	List<String> secrets() {
		return List.of("", "other0ther", "p&ss w=rd", "ümlaut");
	}

}
