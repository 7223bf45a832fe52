package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The claims a user would bring.
 *
 * @param claims the text claims by name
 */
public record ClaimPreview(Map<String, String> claims) {

	public ClaimPreview {
		claims = Map.copyOf(claims);
	}

	/** The names of the text claims. */
	public List<String> names() {
		return List.copyOf(this.claims.keySet());
	}

	public Optional<String> claim(String name) {
		return Optional.ofNullable(this.claims.get(name));
	}

}
