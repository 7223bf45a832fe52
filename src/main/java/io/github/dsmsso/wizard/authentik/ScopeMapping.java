package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;

/**
 * A scope mapping.
 *
 * @param pk its UUID
 * @param name its name
 * @param scopeName the scope it answers
 * @param managed authentik's own mark on the ones it ships, or null
 * @param expression {@code expression}: the Python that makes the claims; empty where it
 * was not read
 */
public record ScopeMapping(String pk, String name, String scopeName, @Nullable String managed, String expression) {

	private static final String SHIPPED = "goauthentik.io/providers/oauth2/scope-";

	/** What the shipped mappings send that could name a person. */
	private static final Map<String, List<String>> SHIPPED_CLAIMS = Map.of("profile",
			List.of("name", "given_name", "preferred_username", "nickname", "groups"), "email", List.of("email"));

	/** Returns something else than a dictionary whose first key is written out. */
	private static final Pattern NOT_LITERAL = Pattern
		.compile("\\breturn\\b(?!\\s*\\{\\s*(?:#[^\\n]*\\s*)*[\"'}])|\\*\\*|\\.update\\(");

	/** A mapping whose expression was not read. */
	public ScopeMapping(String pk, String name, String scopeName, @Nullable String managed) {
		this(pk, name, scopeName, managed, "");
	}

	/** Whether this is the mapping that authentik ships for a scope. */
	public boolean isShippedFor(String scope) {
		return (SHIPPED + scope).equals(this.managed);
	}

	/** Whether this is one of the mappings that authentik ships, for its own scope. */
	public boolean isShipped() {
		return isShippedFor(this.scopeName);
	}

	/**
	 * Whether it may send a claim. Somebody's own may send any, unless it clearly returns
	 * nothing but others.
	 */
	public boolean mayFill(String claim) {
		if (isShipped()) {
			return SHIPPED_CLAIMS.getOrDefault(this.scopeName, List.of()).contains(claim);
		}
		boolean literal = this.expression.contains("return") && !NOT_LITERAL.matcher(this.expression).find();
		return !literal || this.expression.contains("\"" + claim + "\"") || this.expression.contains("'" + claim + "'");
	}

}
