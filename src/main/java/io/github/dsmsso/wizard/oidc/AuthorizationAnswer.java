package io.github.dsmsso.wizard.oidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.oidc.OpenIdProvider.AuthorizationVerdict;

import org.springframework.util.MultiValueMap;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * What an authorization endpoint answers to {@code prompt=none} without a session. The
 * checks come in this order at authentik: client, redirect URI, response and grant type,
 * and only then the session, so {@code login_required} means that all of them passed.
 */
final class AuthorizationAnswer {

	private static final String STATE = "dsm-sso-wizard";

	private AuthorizationAnswer() {
	}

	/** The address to call. */
	static URI request(URI endpoint, String clientId, RedirectUri redirectUri) {
		String query = "client_id=" + encoded(clientId) + "&redirect_uri=" + encoded(redirectUri.value())
				+ "&response_type=code&scope=openid&state=" + STATE + "&prompt=none";
		return URI.create(endpoint + ((endpoint.getRawQuery() != null) ? "&" : "?") + query);
	}

	static AuthorizationVerdict read(HttpAnswer answer, RedirectUri redirectUri) {
		if (answer.status() == 302 || answer.status() == 303) {
			return answer.location()
				.flatMap((location) -> errorSentTo(redirectUri, location))
				.map(AuthorizationAnswer::meaning)
				.orElse(AuthorizationVerdict.UNKNOWN);
		}
		boolean refused = answer.status() == 400 && isErrorPage(answer.text());
		return refused ? AuthorizationVerdict.CLIENT_OR_REDIRECT_REFUSED : AuthorizationVerdict.UNKNOWN;
	}

	/** A redirect that leads anywhere else is a sign-in page, or not authentik's. */
	private static Optional<String> errorSentTo(RedirectUri redirectUri, URI location) {
		if (!location.toString().startsWith(redirectUri.value() + "?")) {
			return Optional.empty();
		}
		MultiValueMap<String, String> answer = UriComponentsBuilder.fromUri(location).build().getQueryParams();
		boolean ours = STATE.equals(answer.getFirst("state"));
		return ours ? Optional.ofNullable(answer.getFirst("error")) : Optional.empty();
	}

	private static AuthorizationVerdict meaning(String error) {
		return switch (error) {
			case "login_required" -> AuthorizationVerdict.ACCEPTED;
			case "invalid_request", "unsupported_response_type", "unauthorized_client" ->
				AuthorizationVerdict.GRANT_REFUSED;
			default -> AuthorizationVerdict.UNKNOWN;
		};
	}

	/** authentik's own page; a 400 of a proxy in front of it tells nothing. */
	private static boolean isErrorPage(String page) {
		return page.contains("Redirect URI Error") || page.contains("Client ID Error");
	}

	private static String encoded(String text) {
		return UriUtils.encode(text, StandardCharsets.UTF_8);
	}

}
