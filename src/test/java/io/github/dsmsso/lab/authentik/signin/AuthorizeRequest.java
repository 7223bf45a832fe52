package io.github.dsmsso.lab.authentik.signin;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

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

	/** Whether a parameter is there and not empty. */
	boolean sends(String name) {
		return !this.parameters.getOrDefault(name, "").isEmpty();
	}

	/** What comes back with the answer, or an empty text. */
	String state() {
		return this.parameters.getOrDefault("state", "");
	}

	Optional<ResponseType> responseType() {
		return ResponseType.of(this.parameters.getOrDefault("response_type", ""));
	}

	/** How the answer travels; only a code can travel in the query. */
	String responseMode() {
		String mode = this.parameters.getOrDefault("response_mode", "");
		return Set.of("query", "fragment", "form_post").contains(mode) ? mode
				: (responseType().orElse(ResponseType.CODE) == ResponseType.CODE) ? "query" : "fragment";
	}

	boolean answersByForm() {
		return responseMode().equals("form_post");
	}

	/** The grant type that it counts as, or an empty text for none. */
	String grantType() {
		return responseType().map(ResponseType::grantType).orElse("");
	}

	boolean asksForNoPage() {
		return Arrays.asList(this.parameters.getOrDefault("prompt", "").split("\\s+")).contains("none");
	}

	public static String encoded(Map<String, String> parameters) {
		return String.join("&",
				parameters.entrySet()
					.stream()
					.map((entry) -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
					.toList());
	}

}
