package io.github.dsmsso.lab.authentik;

import java.util.Locale;

/**
 * What the laboratory takes for granted about authentik without a source that was seen
 * running. Each is one sentence here, so that a real instance can correct it.
 */
public final class AuthentikAssumptions {

	/** A request with a bad token is refused even where no token is needed. */
	static final boolean BAD_TOKEN_IS_REFUSED_ON_PUBLIC_PATHS = true;

	/**
	 * Filtering by the key of an object that does not exist is 400, not an empty list.
	 */
	static final boolean FILTER_BY_UNKNOWN_OBJECT_IS_REFUSED = true;

	/**
	 * Saving or deleting an application or a binding empties every user's cached
	 * application list.
	 */
	static final boolean APPLICATION_CACHE_IS_EMPTIED_BY_CHANGES = true;

	/**
	 * A signed-in user whom the flow asks nothing is redirected to the client at once.
	 */
	static final boolean IMPLICIT_CONSENT_SHOWS_NO_PAGE = true;

	/** The token answer names the scopes from 2024.12 on. */
	static final Behaviour TOKEN_ANSWER_NAMES_SCOPES_SINCE = Behaviour.SID;

	/**
	 * The default key has 2048 bits here and 4096 there, because laboratory keys are made
	 * often.
	 */
	static final int RSA_BITS = 2048;

	/** The pk that events give to nobody's user. */
	static final int ANONYMOUS_PK = 1;

	/** The first person of an instance has this pk. */
	static final int FIRST_USER_PK = 4;

	/** Audit events of the API are written by this module. */
	static final String AUDIT_MODULE = "authentik.events.middleware";

	/**
	 * Only the response type {@code code} leads to an answer; the others are refused as
	 * unsupported.
	 */
	static final String ONLY_RESPONSE_TYPE = "code";

	/**
	 * Edwards keys cannot sign in any release of the laboratory: everything about such a
	 * provider is 500.
	 */
	static final boolean EDWARDS_KEYS_FAIL = true;

	private AuthentikAssumptions() {
	}

	/**
	 * Django's words for a duplicate; clients should look at the field, not at the words.
	 */
	static String notUnique(Model model, String field) {
		return model.verbose() + " with this " + field.replace('_', ' ').toLowerCase(Locale.ROOT) + " already exists.";
	}

}
