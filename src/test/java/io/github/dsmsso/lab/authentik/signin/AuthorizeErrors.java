package io.github.dsmsso.lab.authentik.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.GrantTypes;

/**
 * The errors that the authorize endpoint tells a client in the redirect, in authentik's
 * words ({@code AuthorizeError} of {@code authentik/providers/oauth2/errors.py}).
 */
final class AuthorizeErrors {

	private static final Map<String, String> WORDS = Map.of("invalid_request", "The request is otherwise malformed",
			"unsupported_response_type",
			"The authorization server does not support obtaining an authorization code using this method",
			"invalid_scope", "The requested scope is invalid, unknown, or malformed", "login_required",
			"The Authorization Server requires End-User authentication", "consent_required",
			"The Authorization Server requires End-User consent", "request_not_supported",
			"The provider does not support use of the request parameter");

	/** What Django leaves as it is in an address that it sends a browser to. */
	private static final String SAFE = "/#%[]=:;$&()+,!?*@'~-._";

	private AuthorizeErrors() {
	}

	static String words(String error) {
		return WORDS.get(error);
	}

	/**
	 * The redirect URI with an error behind it, as it stands: a URI with a query gets a
	 * second question mark, and one with a fragment has the error inside of it. The state
	 * is not encoded.
	 */
	static String address(AuthentikVersion version, AuthorizeRequest wanted, String error, String description) {
		String state = wanted.state();
		return asAddress(wanted.redirectUri() + (inFragment(version, wanted) ? "#" : "?") + "error=" + error
				+ "&error_description=" + quoted(description) + (state.isEmpty() ? "" : "&state=" + state));
	}

	private static boolean inFragment(AuthentikVersion version, AuthorizeRequest wanted) {
		return switch (wanted.grantType()) {
			case GrantTypes.IMPLICIT -> true;
			case GrantTypes.HYBRID -> version.has(Behaviour.HYBRID_ERRORS_IN_FRAGMENT);
			default -> false;
		};
	}

	/** As Python's {@code quote} writes a text. */
	private static String quoted(String text) {
		return URLEncoder.encode(text, StandardCharsets.UTF_8)
			.replace("+", "%20")
			.replace("*", "%2A")
			.replace("%2F", "/")
			.replace("%7E", "~");
	}

	private static String asAddress(String text) {
		StringBuilder address = new StringBuilder();
		for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
			char letter = (char) (one & 0xff);
			boolean plain = (letter < 128) && (Character.isLetterOrDigit(letter) || SAFE.indexOf(letter) >= 0);
			address.append(plain ? String.valueOf(letter) : "%%%02X".formatted((int) letter));
		}
		return address.toString();
	}

}
