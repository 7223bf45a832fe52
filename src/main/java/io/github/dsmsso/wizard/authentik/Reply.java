package io.github.dsmsso.wizard.authentik;

import java.net.URI;
import java.util.Optional;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.http.Redirect;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * An answer to a call of authentik's API, and what it means. authentik refuses in JSON; a
 * refusal in anything else was written by something in front of it.
 *
 * @param answer the answer
 * @param call the method and path that were called
 * @param permission the code name of the right that the call asks for
 */
record Reply(HttpAnswer answer, String call, String permission) {

	/**
	 * The object that was answered.
	 * @throws AuthentikException where authentik refused
	 * @throws ApiException where this is not authentik's answer
	 */
	Fields body() {
		requireSuccess();
		return new Fields(this.answer, this.answer.json(), this.call);
	}

	/** Makes sure that the call was done, whatever came with the answer. */
	Reply requireSuccess() {
		if (this.answer.isSuccess()) {
			return this;
		}
		throw switch (this.answer.status() / 100) {
			case 3 -> redirect();
			case 4 -> refusal();
			case 5 -> outOfOrder();
			default -> this.answer.failure(Kind.UNREADABLE);
		};
	}

	private ProblemException refusal() {
		int status = this.answer.status();
		Optional<Fields> words = json();
		if (status == 405 && words.isEmpty() && isFromAuthentik()) {
			return failedInside();
		}
		if (status == 429) {
			return this.answer.failure(Kind.THROTTLED);
		}
		if ((status == 401 || status == 403) && words.filter((fields) -> isAuthentiks(status, fields)).isEmpty()) {
			return proxyInFront();
		}
		return (words.isPresent()) ? new Refusal(this.answer, words.get(), this.call, this.permission).exception()
				: this.answer.failure(Kind.SOMETHING_ELSE);
	}

	/** A proxy may answer 401 in JSON; authentik would speak of the token. */
	private static boolean isAuthentiks(int status, Fields words) {
		return words.has("detail") && (status == 403 || Refusal.isAboutTheToken(words.textIfAny("detail")));
	}

	private ApiException redirect() {
		return Redirect.of(this.answer)
			.filter((redirect) -> !redirect.looksLikeSignIn())
			.flatMap((redirect) -> address(redirect.target()))
			.filter((target) -> !target.equals(this.answer.from()))
			.map((target) -> explained(Kind.SOMETHING_ELSE,
					AuthentikProblem.REDIRECTED.about(here(), target.toString())))
			.orElseGet(this::proxyInFront);
	}

	/** Where a redirect leads, unless that is no address that could be shown. */
	private static Optional<BaseUrl> address(URI location) {
		try {
			return Optional.of(AuthentikAddress.parse(location.toString()));
		}
		catch (ProblemException ex) {
			return Optional.empty();
		}
	}

	private ApiException outOfOrder() {
		boolean starting = json().filter((fields) -> fields.textIfAny("error").contains("starting")).isPresent();
		if (this.answer.status() == 500 && isFromAuthentik()) {
			return failedInside();
		}
		return starting ? explained(Kind.OUT_OF_ORDER, AuthentikProblem.STARTING.about(here()))
				: this.answer.failure(Kind.OUT_OF_ORDER);
	}

	/** authentik numbers what it answers; a proxy in front of it does not. */
	private boolean isFromAuthentik() {
		return this.answer.headers().containsHeader("X-authentik-id");
	}

	/**
	 * Its page for internal errors knows GET only: up to 2026.2 at least, a write that
	 * fails inside is answered with 405 and nothing else.
	 */
	private ApiException failedInside() {
		return explained(Kind.FAILED_INSIDE, AuthentikProblem.INTERNAL_ERROR.about(here()));
	}

	private ApiException proxyInFront() {
		return explained(Kind.SOMETHING_ELSE, AuthentikProblem.PROXY_IN_FRONT.about(here()));
	}

	private ApiException explained(Kind kind, Problem explanation) {
		return new ExplainedApiException(this.answer.failure(kind), explanation);
	}

	private Optional<Fields> json() {
		try {
			return Optional.of(new Fields(this.answer, this.answer.json(), this.call));
		}
		catch (ApiException ex) {
			return Optional.empty();
		}
	}

	private String here() {
		return this.answer.from().toString();
	}

}
