package io.github.dsmsso.wizard.oidc;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.http.HttpAnswer;
import org.jspecify.annotations.Nullable;

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

	/**
	 * The values by which a pop-up loses its opener, where that is of another origin and
	 * has no policy itself (HTML standard, "check if COOP values require a browsing
	 * context group switch"): {@code same-origin-allow-popups} spares only the pop-ups
	 * that a page opens itself. Redirects count like pages.
	 */
	private static final Set<String> CUTTING = Set.of("same-origin", "same-origin-allow-popups",
			"noopener-allow-popups");

	private AuthorizationAnswer() {
	}

	/** The address to call. */
	static URI request(URI endpoint, String clientId, RedirectUri redirectUri) {
		String query = "client_id=" + encoded(clientId) + "&redirect_uri=" + encoded(redirectUri.value())
				+ "&response_type=code&scope=openid&state=" + STATE + "&prompt=none";
		return URI.create(endpoint + ((endpoint.getRawQuery() != null) ? "&" : "?") + query);
	}

	/** A sign-in page on the server itself is authentik's own. */
	static AuthorizationReply read(HttpAnswer answer, RedirectUri redirectUri) {
		AuthorizationVerdict verdict = verdict(answer, redirectUri);
		Optional<Gate> gate = (verdict != AuthorizationVerdict.UNKNOWN) ? Optional.empty()
				: Gate.of(answer).filter((found) -> !found.staysOnServer());
		return new AuthorizationReply(verdict, openerPolicy(answer), gate.orElse(null));
	}

	/** Browsers ignore a header that comes twice, and values that they do not know. */
	static @Nullable String openerPolicy(HttpAnswer answer) {
		List<String> sent = answer.headers().getOrEmpty("Cross-Origin-Opener-Policy");
		String value = (sent.size() == 1) ? sent.get(0).replaceFirst(";.*", "").strip() : "";
		return CUTTING.contains(value) ? value : null;
	}

	private static AuthorizationVerdict verdict(HttpAnswer answer, RedirectUri redirectUri) {
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
