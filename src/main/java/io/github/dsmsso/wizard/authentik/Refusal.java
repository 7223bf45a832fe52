package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.regex.Pattern;

import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * A refusal by authentik itself, which comes as JSON.
 *
 * @param answer the answer
 * @param words its body
 * @param call the method and path that were called
 * @param permission the code name of the right that the call asks for
 */
record Refusal(HttpAnswer answer, Fields words, String call, String permission) {

	/** Names of fields are all of authentik's words that are ever shown. */
	private static final Pattern FIELD_NAME = Pattern.compile("[a-z_]{1,40}");

	AuthentikException exception() {
		return switch (this.answer.status()) {
			case 400 -> fieldsRefused();
			case 401, 403 -> forbidden(this.words.textIfAny("detail"));
			case 404 -> because(Reason.NOT_FOUND, AuthentikProblem.NOT_FOUND.about());
			default -> otherwise();
		};
	}

	static boolean isAboutTheToken(String detail) {
		return isTokenInvalid(detail) || isTokenMissing(detail);
	}

	private static boolean isTokenInvalid(String detail) {
		return detail.contains("Token invalid");
	}

	private static boolean isTokenMissing(String detail) {
		return detail.contains("credentials were not provided") || detail.contains("Malformed header");
	}

	/**
	 * authentik answers a bad token with 403 too, by its code never with 401; only its
	 * words tell which it is. They are English because every request asks for that.
	 */
	private AuthentikException forbidden(String detail) {
		if (isTokenInvalid(detail)) {
			return because(Reason.TOKEN_INVALID, AuthentikProblem.TOKEN_INVALID.about());
		}
		if (isTokenMissing(detail)) {
			return because(Reason.TOKEN_INVALID,
					AuthentikProblem.TOKEN_NOT_RECEIVED.about(this.answer.from().toString()));
		}
		return because(Reason.PERMISSION_MISSING, AuthentikProblem.PERMISSION_MISSING.about(this.permission));
	}

	private AuthentikException fieldsRefused() {
		List<String> names = this.words.names()
			.stream()
			.filter((name) -> FIELD_NAME.matcher(name).matches())
			.filter((name) -> !name.equals("detail"))
			.toList();
		return names.isEmpty() ? otherwise()
				: because(Reason.FIELD_REFUSED, AuthentikProblem.FIELD_REFUSED.about(String.join(", ", names)));
	}

	private AuthentikException otherwise() {
		return because(Reason.OTHER, AuthentikProblem.REFUSED.about(String.valueOf(this.answer.status())));
	}

	private AuthentikException because(Reason reason, Problem problem) {
		return new AuthentikException(reason, problem.withDetail(this.call + ": HTTP " + this.answer.status()));
	}

}
