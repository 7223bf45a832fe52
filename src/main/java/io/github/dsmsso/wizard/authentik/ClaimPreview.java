package io.github.dsmsso.wizard.authentik;

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

	public Optional<String> claim(String name) {
		return Optional.ofNullable(this.claims.get(name));
	}

}
