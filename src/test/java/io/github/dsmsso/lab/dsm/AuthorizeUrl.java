package io.github.dsmsso.lab.dsm;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The address the SSO button opens: {@code index.cgi?action=oidcauthurl&method=oidc}. No
 * PKCE, no state: the page adds the state itself.
 */
final class AuthorizeUrl {

	/** Without one of these there is no address; the endpoint is used as stored. */
	private static final List<String> NEEDED = List.of("oidc_wellknown", "oidc_authorization_endpoint",
			"oidc_token_endpoint", "oidc_client_id", "oidc_redirect_uri");

	private final DsmWorld world;

	private final OidcProvider provider;

	AuthorizeUrl(DsmWorld world, OidcProvider provider) {
		this.world = world;
		this.provider = provider;
	}

	ApiAnswer answer(String method) {
		if (!method.equals("oidc") || !this.world.sso().offersOidc() || !complete() || !reachable()) {
			return ApiAnswer.refused(new DsmError(100));
		}
		return ApiAnswer.of(Json.object("url", url()));
	}

	private boolean complete() {
		return NEEDED.stream().noneMatch((field) -> this.world.sso().text(field).isEmpty());
	}

	/** DSM fetches the document twice. */
	private boolean reachable() {
		try {
			String address = this.world.sso().text("oidc_wellknown");
			this.provider.document(address);
			this.provider.document(address);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

	private String url() {
		SsoSettings sso = this.world.sso();
		String endpoint = sso.text("oidc_authorization_endpoint");
		String url = endpoint + (endpoint.contains("?") ? "&" : "?") + "client_id="
				+ encoded(sso.text("oidc_client_id")) + "&redirect_uri=" + encoded(sso.text("oidc_redirect_uri"))
				+ "&response_type=code&scope=" + encoded(sso.text("oidc_scope"));
		return this.world.assumes(DsmAssumption.NO_NONCE) ? url : url + "&nonce=" + this.world.sessions().token(16);
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
