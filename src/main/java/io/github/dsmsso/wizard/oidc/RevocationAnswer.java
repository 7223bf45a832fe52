package io.github.dsmsso.wizard.oidc;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.HttpAnswer;
import tools.jackson.databind.JsonNode;

/**
 * What a revocation endpoint answers to a made-up token. RFC 7009 says 200 for a token
 * that nobody knows, so 200 means that the client was recognised; authentik sends an
 * empty JSON object with it, and {@code invalid_client} otherwise. Anything else, such as
 * the page of a proxy, tells nothing.
 */
final class RevocationAnswer {

	private RevocationAnswer() {
	}

	static CredentialsVerdict read(HttpAnswer answer) {
		if (answer.status() == 200 && answer.body().length == 0) {
			return CredentialsVerdict.ACCEPTED;
		}
		try {
			return read(answer.status(), answer.json());
		}
		catch (ApiException ex) {
			return CredentialsVerdict.UNKNOWN;
		}
	}

	private static CredentialsVerdict read(int status, JsonNode json) {
		if (status == 200 && json.isObject() && json.isEmpty()) {
			return CredentialsVerdict.ACCEPTED;
		}
		boolean clientRefused = json.path("error").asString("").equals("invalid_client");
		return ((status == 401 || status == 400) && clientRefused) ? CredentialsVerdict.REFUSED
				: CredentialsVerdict.UNKNOWN;
	}

}
