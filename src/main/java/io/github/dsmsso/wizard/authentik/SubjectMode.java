package io.github.dsmsso.wizard.authentik;

import java.util.Locale;

/**
 * What authentik puts into the {@code sub} claim ({@code sub_mode}).
 */
public enum SubjectMode {

	/** Hash of the user's id. */
	HASHED_USER_ID,
	/** The user's id. */
	USER_ID,
	/** The user's UUID. */
	USER_UUID,
	/** The user's name. */
	USER_USERNAME,
	/** The user's e-mail. */
	USER_EMAIL,
	/** The user's UPN. */
	USER_UPN;

	/** As authentik writes it. */
	public String value() {
		return name().toLowerCase(Locale.ROOT);
	}

	static SubjectMode of(String value) {
		return valueOf(value.toUpperCase(Locale.ROOT));
	}

}
