package io.github.dsmsso.lab.authentik.signin;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.dsmsso.lab.authentik.api.Pages;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.BrowserSessions;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;

/**
 * How a browser brings a client what it asked for: in the query, in the fragment, or by a
 * form ({@code create_response_uri} of
 * {@code authentik/providers/oauth2/views/authorize.py}).
 */
final class AuthorizeAnswers {

	private final Grants grants;

	AuthorizeAnswers(Grants grants) {
		this.grants = grants;
	}

	LabResponse of(AuthorizeRequest wanted, Row application, BrowserSessions.Session session, LabRequest request) {
		ResponseType type = wanted.responseType().orElseThrow();
		@Nullable String code = type.names("code") ? this.grants.code(wanted, session) : null;
		Map<String, String> answer = new LinkedHashMap<>();
		if (type == ResponseType.CODE || wanted.responseMode().equals("query")) {
			if (code == null) {
				throw new IllegalStateException("There is no code for the query");
			}
			answer.put("code", code);
		}
		else {
			answer.putAll(this.grants.withoutTokenEndpoint(wanted, session, code, request));
		}
		answer.put("state", wanted.state());
		return wanted.answersByForm() ? Pages.form(application.text("name"), wanted.redirectUri(), answer)
				: LabResponse.redirect(address(wanted, AuthorizeRequest.encoded(answer)));
	}

	/**
	 * A fragment stays behind the query, and a URI without a path stays without. The
	 * state is there even where the client sent none.
	 */
	private static String address(AuthorizeRequest wanted, String answer) {
		int hash = wanted.redirectUri().indexOf('#');
		String uri = (hash < 0) ? wanted.redirectUri() : wanted.redirectUri().substring(0, hash);
		String fragment = (hash < 0) ? "" : wanted.redirectUri().substring(hash + 1);
		if (wanted.responseMode().equals("fragment")) {
			return uri + "#" + fragment + answer;
		}
		return uri + (uri.contains("?") ? "&" : "?") + answer + ((hash < 0) ? "" : "#" + fragment);
	}

}
