package io.github.dsmsso.wizard.accounts;

/** Why authentik was not asked about a person, or its answer would not help. */
public enum Unasked {

	/** There is no application, or no provider, yet that it could be asked about. */
	NOT_THERE_YET,
	/** The token belongs to no superuser: authentik answers for the token's owner. */
	TOKEN,
	/**
	 * The token lacks the right to preview others: {@code authentik_core.preview_user}.
	 */
	PREVIEW_RIGHT,
	/** Releases before 2024.2 show claims for the token's owner only. */
	RELEASE,
	/** It can be asked about the bindings as they are, and others are wished. */
	OTHER_CHOICE,
	/** A preview would also show what scopes hold that DSM does not ask for. */
	OTHER_SCOPES,
	/** There were more people than are asked about, or it gave no answer. */
	LIMIT

}
