package io.github.dsmsso.lab.dsm.protocol;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What the sign-in page says to a code. The codes 400 to 414 are DSM's own for the
 * sign-in with a password; which codes a failed sign-in by OpenID Connect has is assumed,
 * while the texts "not properly configured", "not privilege" and "invalid user or
 * password" are those people report.
 */
public enum SignInMessage {

	WRONG_PASSWORD(400, "invalid user or password"),

	DISABLED(401, "This account has been disabled. Please contact your system administrator."),

	NOT_PRIVILEGED(402, "not privilege"),

	CODE_WANTED(403, "Enter the verification code of your authenticator app."),

	WRONG_CODE(404, "The verification code is wrong or was used before."),

	SECOND_FACTOR_ENFORCED(406, "A second factor must be set up for this account first."),

	BLOCKED(407, "This IP address has been blocked because of too many failed sign-ins."),

	PASSWORD_EXPIRED_FOR_GOOD(408, "The password has expired. Please contact your system administrator."),

	PASSWORD_EXPIRED(409, "The password has expired."),

	PASSWORD_MUST_CHANGE(410, "The password must be changed."),

	LOCKED(411, "This account is locked."),

	MAILED_CODE_WANTED(414, "Enter the code that was sent to your mailbox."),

	/** The code is assumed. */
	SSO_NOT_CONFIGURED(430,
			"Your SSO is not properly configured. Please check your settings or contact your system administrator.");

	/** What the page says when it gets no address to send the browser to. */
	public static final String NO_URL = "Unable to get the URL for SSO authentication";

	private final int code;

	private final String text;

	SignInMessage(int code, String text) {
		this.code = code;
		this.text = text;
	}

	public int code() {
		return this.code;
	}

	public DsmError error() {
		return new DsmError(this.code);
	}

	/** The texts by code, for the page. */
	public static Map<String, String> texts() {
		return Arrays.stream(values())
			.collect(Collectors.toMap((message) -> String.valueOf(message.code), (message) -> message.text));
	}

}
