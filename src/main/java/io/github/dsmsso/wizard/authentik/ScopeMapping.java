package io.github.dsmsso.wizard.authentik;

import org.jspecify.annotations.Nullable;

/**
 * A scope mapping.
 *
 * @param pk its UUID
 * @param name its name
 * @param scopeName the scope it answers
 * @param managed authentik's own mark on the ones it ships, or null
 */
public record ScopeMapping(String pk, String name, String scopeName, @Nullable String managed) {

	private static final String SHIPPED = "goauthentik.io/providers/oauth2/scope-";

	/** Whether this is the mapping that authentik ships for a scope. */
	public boolean isShippedFor(String scope) {
		return (SHIPPED + scope).equals(this.managed);
	}

}
