package io.github.dsmsso.lab.dsm.sso;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.github.dsmsso.lab.dsm.protocol.DsmError;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.protocol.SignInMessage;
import io.github.dsmsso.lab.dsm.webapi.ApiAnswer;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.dsm.world.SsoSettings;
import tools.jackson.databind.JsonNode;

/**
 * The address the SSO button opens: {@code index.cgi?action=oidcauthurl&method=oidc}. No
 * PKCE, no state: the page adds the state itself.
 */
public final class AuthorizeUrl {

	private final DsmWorld world;

	private final OidcProvider provider;

	public AuthorizeUrl(DsmWorld world, OidcProvider provider) {
		this.world = world;
		this.provider = provider;
	}

	public ApiAnswer answer(String method) {
		if (!method.equals("oidc") || !this.world.sso().offersOidc()) {
			return ApiAnswer.refused(new DsmError(100));
		}
		if (!this.world.sso().isComplete()) {
			boolean told = this.world.assumes(DsmAssumption.INCOMPLETE_IS_NOT_CONFIGURED);
			return ApiAnswer.refused(told ? SignInMessage.SSO_NOT_CONFIGURED.error() : new DsmError(100));
		}
		try {
			return ApiAnswer.of(Json.object("url", url(this.world, endpoint(), this.world.sessions().nonce())));
		}
		catch (IOException ex) {
			return ApiAnswer.refused(new DsmError(100));
		}
	}

	private String endpoint() throws IOException {
		String stored = this.world.sso().text("oidc_authorization_endpoint");
		if (!this.world.assumes(DsmAssumption.STORED_ENDPOINT_IS_USED)) {
			return discovery().path("authorization_endpoint").asString(stored);
		}
		if (this.world.assumes(DsmAssumption.BUTTON_READS_DISCOVERY)) {
			discovery();
		}
		return stored;
	}

	/** DSM fetches the document twice. */
	private JsonNode discovery() throws IOException {
		String address = this.world.sso().text("oidc_wellknown");
		this.provider.document(address);
		return this.provider.document(address);
	}

	public static String url(DsmWorld world, String endpoint, String nonce) {
		SsoSettings sso = world.sso();
		String url = endpoint + (endpoint.contains("?") ? "&" : "?") + "client_id="
				+ encoded(sso.text("oidc_client_id")) + "&redirect_uri=" + encoded(sso.text("oidc_redirect_uri"))
				+ "&response_type=code&scope=" + encoded(sso.text("oidc_scope"));
		return world.assumes(DsmAssumption.NO_NONCE) ? url : url + "&nonce=" + nonce;
	}

	private static String encoded(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
	}

}
