package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
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

	private static final String USERNAME = "preferred_username";

	/** An empty attribute counts as none, as it does in Python. */
	private static final String BRIDGE = "request.user.attributes.get(\"%s\") or request.user.username";

	private static final Pattern BRIDGED = Pattern.compile("[\"']" + USERNAME + "[\"']\\s*:\\s*request\\.user"
			+ "\\.attributes\\.get\\(\"(\\w+)\"\\) or request\\.user\\.username\\s*[,}#]");

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

	/**
	 * Whether it may send a claim. A mapping may send any, unless it clearly returns
	 * nothing but others.
	 */
	public boolean mayFill(String claim) {
		if (this.expression.isEmpty() && isShippedFor(this.scopeName)) {
			return SHIPPED_CLAIMS.getOrDefault(this.scopeName, List.of()).contains(claim);
		}
		return !isLiteral() || this.expression.contains("\"" + claim + "\"")
				|| this.expression.contains("'" + claim + "'");
	}

	/**
	 * Whether it clearly sends a field of the user as a claim, as the shipped mappings
	 * do; they can be edited.
	 * @param claim the name of the claim
	 * @param field the name of the field of {@code request.user}
	 */
	public boolean sends(String claim, String field) {
		if (this.expression.isEmpty()) {
			return isShippedFor(this.scopeName) && mayFill(claim);
		}
		String pair = "[\"']%s[\"']\\s*:\\s*(?:request\\.)?user\\.%s\\s*[,}#]".formatted(claim, field);
		return isLiteral() && Pattern.compile(pair).matcher(this.expression).results().count() == 1;
	}

	/**
	 * A mapping that sends the same, but for the user name: that is the text of an
	 * attribute of the user, where there is one. Empty where this one does not clearly
	 * send the user name.
	 * @param name the name of the other mapping
	 * @param attribute the name of the attribute: letters, digits and underscores
	 */
	public Optional<ScopeMapping> bridged(String name, String attribute) {
		if (this.expression.isEmpty() || !sends(USERNAME, "username")) {
			return Optional.empty();
		}
		String sent = BRIDGE.formatted(attribute);
		String bridged = Pattern.compile("([\"']" + USERNAME + "[\"']\\s*:\\s*)(?:request\\.)?user\\.username")
			.matcher(this.expression)
			.replaceFirst((pair) -> Matcher.quoteReplacement(pair.group(1) + sent));
		return Optional.of(new ScopeMapping("", name, this.scopeName, null, bridged));
	}

	/**
	 * The attribute whose text it clearly sends as the user name, as the
	 * {@linkplain #bridged bridged} ones do.
	 */
	public Optional<String> bridgedAttribute() {
		List<MatchResult> pairs = BRIDGED.matcher(this.expression).results().toList();
		return (isLiteral() && pairs.size() == 1) ? Optional.of(pairs.get(0).group(1)) : Optional.empty();
	}

	/** Whether it does the same as another, whatever the key of each. */
	public boolean isSameAs(ScopeMapping other) {
		return this.name.equals(other.name) && this.scopeName.equals(other.scopeName)
				&& this.expression.strip().equals(other.expression.strip());
	}

	/** The same under another key. */
	public ScopeMapping withPk(String pk) {
		return new ScopeMapping(pk, this.name, this.scopeName, this.managed, this.expression);
	}

	private boolean isLiteral() {
		return this.expression.contains("return") && !NOT_LITERAL.matcher(this.expression).find();
	}

}
