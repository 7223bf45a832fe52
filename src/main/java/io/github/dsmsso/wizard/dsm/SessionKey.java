package io.github.dsmsso.wizard.dsm;

import java.util.Map;

import io.github.dsmsso.wizard.shared.Secret;

/**
 * What a signed-in caller shows with each call. The session id travels as the cookie
 * {@code id} and the token as a header, as DSM's own pages send them: as the parameter
 * {@code _sid} an id that begins with a digit has been read as a number (aerialls,
 * synology-srm, pull request 3). A value that no header can carry goes into the body.
 *
 * @param sessionId {@code sid}
 * @param token {@code synotoken}, empty where DSM issued none
 */
record SessionKey(Secret sessionId, Secret token) {

	private static final String PLACEHOLDER = "--------";

	static SessionKey none() {
		return new SessionKey(Secret.none(), Secret.none());
	}

	/** The key in the answer to a sign-in; some DSMs write eight hyphens for no token. */
	static SessionKey of(DsmData login) {
		String token = login.textOr("synotoken", "");
		return new SessionKey(Secret.of(login.text("sid")),
				PLACEHOLDER.equals(token) ? Secret.none() : Secret.of(token));
	}

	void addTo(Map<String, String> fields, Map<String, String> headers) {
		if (fitsHeader(this.sessionId)) {
			headers.put("Cookie", "id=" + this.sessionId.reveal());
		}
		else if (!this.sessionId.isEmpty()) {
			fields.put("_sid", this.sessionId.reveal());
		}
		if (fitsHeader(this.token)) {
			headers.put("X-SYNO-TOKEN", this.token.reveal());
		}
		else if (!this.token.isEmpty()) {
			fields.put("SynoToken", this.token.reveal());
		}
	}

	/** The characters RFC 6265 allows in a cookie. */
	private static boolean fitsHeader(Secret value) {
		return value.reveal().matches("[!#-+\\--:<-\\[\\]-~]+");
	}

}
