package io.github.dsmsso.wizard.authentik;

import java.util.Optional;
import java.util.regex.Pattern;

import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * An answer to a call of authentik's API, and what it means. authentik refuses in JSON; a
 * refusal in anything else was written by something in front of it.
 *
 * @param answer the answer
 * @param call the method and path that were called
 * @param permission the code name of the right the call asks for
 */
record Reply(HttpAnswer answer, String call, String permission) {

	/** A field's name is all of a refusal that is ever shown. */
	private static final Pattern FIELD_NAME = Pattern.compile("[a-z_]{1,40}");

	/**
	 * The object that was answered.
	 * @throws AuthentikException where authentik refused
	 * @throws ApiException where this is not authentik's answer
	 */
	Fields body() {
		return new Fields(requireSuccess().answer, this.answer.json());
	}

	/** Makes sure that the call was done, whatever came with the answer. */
	Reply requireSuccess() {
		if (this.answer.isSuccess()) {
			return this;
		}
		throw switch (this.answer.status()) {
			case 401 -> explained(Kind.SOMETHING_ELSE, AuthentikProblem.PROXY_IN_FRONT.about(address()));
			case 429 -> this.answer.failure(Kind.THROTTLED);
			default -> switch (this.answer.status() / 100) {
				case 3 -> redirect();
				case 4 -> refusal();
				case 5 -> outOfOrder();
				default -> this.answer.failure(Kind.UNREADABLE);
			};
		};
	}

	private ProblemException refusal() {
		Optional<Fields> refusal = json();
		int status = this.answer.status();
		if (status == 403) {
			return refusal.filter((fields) -> fields.has("detail"))
				.map((fields) -> forbidden(fields.textOrEmpty("detail")))
				.orElseGet(() -> explained(Kind.SOMETHING_ELSE, AuthentikProblem.PROXY_IN_FRONT.about(address())));
		}
		if (refusal.isEmpty()) {
			return this.answer.failure(Kind.SOMETHING_ELSE);
		}
		return switch (status) {
			case 400 -> fieldsRefused(refusal.get());
			case 404 -> refused(Reason.NOT_FOUND, AuthentikProblem.NOT_FOUND.about());
			default -> refused(Reason.OTHER, AuthentikProblem.REFUSED.about(String.valueOf(status)));
		};
	}

	/**
	 * authentik answers 403 for a bad token too, never 401; only its words tell which it
	 * is. They are English because every request asks for that.
	 */
	private ProblemException forbidden(String detail) {
		if (detail.contains("Token invalid")) {
			return refused(Reason.TOKEN_INVALID, AuthentikProblem.TOKEN_INVALID.about());
		}
		if (detail.contains("credentials were not provided") || detail.contains("Malformed header")) {
			return refused(Reason.TOKEN_INVALID, AuthentikProblem.TOKEN_NOT_RECEIVED.about(address()));
		}
		return refused(Reason.PERMISSION_MISSING, AuthentikProblem.PERMISSION_MISSING.about(this.permission));
	}

	private ProblemException fieldsRefused(Fields refusal) {
		String names = String.join(", ",
				refusal.names().stream().filter((name) -> FIELD_NAME.matcher(name).matches()).toList());
		if (names.isEmpty() || refusal.has("detail")) {
			return refused(Reason.OTHER, AuthentikProblem.REFUSED.about("400"));
		}
		return refused(Reason.FIELD_REFUSED, AuthentikProblem.FIELD_REFUSED.about(names));
	}

	private ProblemException redirect() {
		try {
			BaseUrl target = AuthentikAddress.parse(this.answer.location().map(Object::toString).orElse(""));
			if (!target.equals(this.answer.from())) {
				return explained(Kind.SOMETHING_ELSE, AuthentikProblem.REDIRECTED.about(address(), target.toString()));
			}
		}
		catch (ProblemException unspeakable) {
			// Where it leads is no address that could be shown.
		}
		return explained(Kind.SOMETHING_ELSE, AuthentikProblem.PROXY_IN_FRONT.about(address()));
	}

	private ProblemException outOfOrder() {
		boolean starting = json().filter((fields) -> fields.has("error"))
			.filter((fields) -> fields.textOrEmpty("error").contains("starting"))
			.isPresent();
		return starting ? explained(Kind.OUT_OF_ORDER, AuthentikProblem.STARTING.about(address()))
				: this.answer.failure(Kind.OUT_OF_ORDER);
	}

	private Optional<Fields> json() {
		try {
			return Optional.of(new Fields(this.answer, this.answer.json()));
		}
		catch (ApiException ex) {
			return Optional.empty();
		}
	}

	private AuthentikException refused(Reason reason, Problem problem) {
		return new AuthentikException(reason, problem.withDetail(this.call + ": HTTP " + this.answer.status()));
	}

	private ApiException explained(Kind kind, Problem explanation) {
		return new ExplainedApiException(this.answer.failure(kind), explanation);
	}

	private String address() {
		return this.answer.from().toString();
	}

}
