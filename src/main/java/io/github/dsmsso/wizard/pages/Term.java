package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

/**
 * The words of OpenID Connect and authentik that a page explains where it first uses
 * them. The explanations stand in the message bundle {@code terms}.
 */
enum Term {

	REDIRECT_URI("redirect_uris", "redirect"), CLIENT_ID("client_id", "client-id"),
	GRANT_TYPE("grant_types", "grant-type"), SIGNING_KEY("signing_key", "signature"),
	SUBJECT_MODE("sub_mode", "subject"), SCOPE("property_mappings", "scopes"), FLOW("authorization_flow", null),
	ISSUER("issuer_mode", "issuer"), CLAIM("include_claims_in_id_token", "user-claim"), SLUG("slug", null),
	PROVIDER("provider", "application"), POLICY_ENGINE_MODE("policy_engine_mode", null),
	WELL_KNOWN_URL("oidc_wellknown", "well-known"), ENDPOINT("oidc_authorization_endpoint", "endpoints");

	private final String field;

	private final @Nullable String check;

	Term(String field, @Nullable String check) {
		this.field = field;
		this.check = check;
	}

	/** The term that explains a field of a plan. */
	static @Nullable Term ofField(String field) {
		return find((term) -> term.field, field);
	}

	/** The term that explains what a check is about. */
	static @Nullable Term ofCheck(String check) {
		return find((term) -> term.check, check);
	}

	private static @Nullable Term find(Function<Term, @Nullable String> place, String name) {
		return Arrays.stream(values()).filter((term) -> name.equals(place.apply(term))).findFirst().orElse(null);
	}

	/** Its name in the message bundle. */
	public String key() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
