package io.github.dsmsso.wizard.authentik;

import java.util.List;

/**
 * Rights that the token lacks.
 *
 * @param permissions their code names, such as
 * {@code authentik_providers_oauth2.view_oauth2provider}
 */
public record MissingPermissions(List<String> permissions) {

	public MissingPermissions {
		permissions = List.copyOf(permissions);
	}

	/** Nothing is missing. */
	public static MissingPermissions none() {
		return new MissingPermissions(List.of());
	}

	public boolean isEmpty() {
		return this.permissions.isEmpty();
	}

}
