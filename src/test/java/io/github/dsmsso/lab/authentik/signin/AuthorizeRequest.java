package io.github.dsmsso.lab.authentik.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.authentik.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * What a client asks of the authorize endpoint.
 *
 * @param provider whose client asks
 * @param redirectUri where the answer goes
 * @param scopes those that the provider knows
 */
public record AuthorizeRequest(Row provider, String redirectUri, List<String> scopes, Map<String, String> parameters) {

	@Nullable String parameter(String name) {
		return this.parameters.get(name);
	}

	boolean asksForNoPage() {
		String prompt = Objects.requireNonNullElse(parameter("prompt"), "");
		return Arrays.asList(prompt.split(" ")).contains("none");
	}

	/** The redirect URI with an error, which a client is told in the query. */
	String refused(String error, String description) {
		Map<String, String> answer = new LinkedHashMap<>();
		answer.put("error", error);
		answer.put("error_description", description);
		return answered(answer);
	}

	String granted(String code) {
		Map<String, String> answer = new LinkedHashMap<>();
		answer.put("code", code);
		return answered(answer);
	}

	/** A fragment stays behind the query; a URI without a path stays without. */
	private String answered(Map<String, String> answer) {
		String state = parameter("state");
		if (state != null && !state.isEmpty()) {
			answer.put("state", state);
		}
		int hash = this.redirectUri.indexOf('#');
		String uri = (hash < 0) ? this.redirectUri : this.redirectUri.substring(0, hash);
		String fragment = (hash < 0) ? "" : this.redirectUri.substring(hash);
		return uri + (uri.contains("?") ? "&" : "?") + encoded(answer) + fragment;
	}

	public static String encoded(Map<String, String> parameters) {
		return String.join("&",
				parameters.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
					.toList());
	}

}
