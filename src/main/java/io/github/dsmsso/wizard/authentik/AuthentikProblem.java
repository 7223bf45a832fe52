package io.github.dsmsso.wizard.authentik;

import java.util.Locale;

import io.github.dsmsso.wizard.shared.Problem;

/**
 * What can go wrong with authentik, each with its sentences in
 * {@code messages/authentik.properties}.
 */
enum AuthentikProblem {

	/**
	 * The path of a typed address cannot be a web path. Argument: the address without it.
	 */
	ADDRESS_PATH,
	/** Something answers, and it is not authentik. Argument: the address. */
	NOT_AUTHENTIK,
	/** The address leads elsewhere. Arguments: the address, and where it leads. */
	REDIRECTED,
	/**
	 * Something in front of authentik wants a sign-in of its own. Argument: the address.
	 */
	PROXY_IN_FRONT,
	/** authentik failed inside. Argument: the address. */
	INTERNAL_ERROR,
	/** authentik is starting up. Argument: the address. */
	STARTING,
	/** This release is older than any the wizard knows. Argument: the release. */
	VERSION_TOO_OLD,
	/** authentik does not take the token. */
	TOKEN_INVALID,
	/** What was typed cannot be a token. */
	TOKEN_CHARACTERS,
	/** authentik saw no token in the request. Argument: the address. */
	TOKEN_NOT_RECEIVED,
	/** The token lacks a right. Argument: its code name. */
	PERMISSION_MISSING,
	/** A list is larger than any the wizard reads. Argument: its path. */
	LIST_TOO_LARGE,
	/** The object is gone. */
	NOT_FOUND,
	/** Values were refused. Argument: the names of their fields. */
	FIELD_REFUSED,
	/** Another refusal. Argument: the HTTP status. */
	REFUSED;

	/** The problem's stable name. */
	String code() {
		return "authentik." + name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	Problem about(String... arguments) {
		return Problem.of(code(), arguments);
	}

}
