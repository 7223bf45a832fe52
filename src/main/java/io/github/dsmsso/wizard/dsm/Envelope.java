package io.github.dsmsso.wizard.dsm;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.http.Redirect;
import io.github.dsmsso.wizard.shared.Problem;
import tools.jackson.databind.JsonNode;

/**
 * The form of every answer of DSM's: {@code success} with {@code data}, or with
 * {@code error}. DSM answers with HTTP 200 whatever it has to say; any other status comes
 * from the web server or a proxy in front of it.
 */
final class Envelope {

	private Envelope() {
	}

	/**
	 * What DSM said.
	 * @throws DsmException where it said no
	 * @throws ApiException where this is not DSM's answer
	 */
	static DsmData open(HttpAnswer answer, String api) {
		requireOk(answer);
		return open(answer, answer.json(), api);
	}

	/** The same of an envelope inside an answer. */
	static DsmData open(HttpAnswer answer, JsonNode envelope, String api) {
		JsonNode success = envelope.path("success");
		if (!success.isBoolean()) {
			throw answer.failure(Kind.UNREADABLE);
		}
		if (!success.booleanValue()) {
			throw refusal(answer, envelope, api);
		}
		return new DsmData(answer, envelope.path("data"), api);
	}

	/**
	 * Makes sure that DSM itself answered.
	 * @throws ApiException where the web server or a proxy did
	 */
	static void requireOk(HttpAnswer answer) {
		int status = answer.status();
		if (status / 100 == 3) {
			throw redirected(answer);
		}
		if (!answer.isSuccess()) {
			throw answer
				.failure((status == 429) ? Kind.THROTTLED : (status >= 500) ? Kind.OUT_OF_ORDER : Kind.SOMETHING_ELSE);
		}
	}

	private static RuntimeException refusal(HttpAnswer answer, JsonNode envelope, String api) {
		JsonNode code = envelope.path("error").path("code");
		return code.canConvertToInt() ? new DsmException(new DsmErrorCode(api, code.intValue()))
				: answer.failure(Kind.UNREADABLE);
	}

	private static ApiException redirected(HttpAnswer answer) {
		Problem problem = Redirect.of(answer)
			.map(DsmProblems::redirected)
			.orElseGet(() -> DsmProblems.notDsm(answer.from()));
		String detail = "HTTP " + answer.status();
		return new ApiException(new ApiFailure(Kind.SOMETHING_ELSE, answer.from(), detail), problem.withDetail(detail));
	}

}
