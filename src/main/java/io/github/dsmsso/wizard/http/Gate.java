package io.github.dsmsso.wizard.http;

import java.util.Locale;
import java.util.Optional;

import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * Something in front of a server that wants something of its own before it lets a request
 * pass, told by what it answered instead. Neither DSM's sign-in page nor anything below
 * authentik's {@code /application/o/} that is asked without a session answers like this.
 *
 * @param kind what it wants
 * @param from who was called
 * @param target where it leads, or an empty string
 */
public record Gate(Kind kind, BaseUrl from, String target) {

	private static final String PROBLEM = "network.gate-";

	/**
	 * What nginx answers whoever shows no certificate (ngx_http_special_response.c);
	 * other servers end the handshake.
	 */
	private static final String NO_CERTIFICATE = "No required SSL certificate was sent";

	/**
	 * Cloudflare sends it with every challenge, whatever the status is
	 * (developers.cloudflare.com, Detect a Challenge Page response).
	 */
	private static final String CHALLENGED = "cf-mitigated";

	/** The gate that an answer comes from, where one does. */
	public static Optional<Gate> of(HttpAnswer answer) {
		return kind(answer, CHALLENGED, Kind.CHALLENGE).or(() -> byStatus(answer));
	}

	private static Optional<Gate> byStatus(HttpAnswer answer) {
		return switch (answer.status()) {
			case 301, 302, 303, 307,
					308 ->
				Redirect.of(answer)
					.filter(Redirect::looksLikeSignIn)
					.map((redirect) -> new Gate(Kind.SIGN_IN, answer.from(), redirect.origin()));
			case 400 -> answer.text().contains(NO_CERTIFICATE)
					? Optional.of(new Gate(Kind.CLIENT_CERTIFICATE, answer.from(), "")) : Optional.empty();
			case 401 -> kind(answer, "WWW-Authenticate", Kind.PASSWORD);
			case 403 -> blocked(answer);
			default -> Optional.empty();
		};
	}

	private static Optional<Gate> kind(HttpAnswer answer, String header, Kind kind) {
		return answer.headers().containsHeader(header) ? Optional.of(new Gate(kind, answer.from(), ""))
				: Optional.empty();
	}

	private static Optional<Gate> blocked(HttpAnswer answer) {
		return answer.isWebPage() ? Optional.of(new Gate(Kind.BLOCK, answer.from(), "")) : Optional.empty();
	}

	/** Whether it leads to another page of the server that was called. */
	public boolean staysOnServer() {
		return this.target.equals(this.from.origin());
	}

	/**
	 * The same, for a person.
	 * @param path what was called, as it is to be exempted
	 */
	public Problem problem(String path) {
		return Problem.of(PROBLEM + this.kind.name().toLowerCase(Locale.ROOT).replace('_', '-'), this.from.toString(),
				path, this.target);
	}

	/** Whether a problem is one of {@link #problem(String)}. */
	public static boolean isNamedBy(Problem problem) {
		return problem.code().startsWith(PROBLEM);
	}

	/** What a gate wants. */
	public enum Kind {

		/** A sign-in on a page of its own, as forward authentication does. */
		SIGN_IN,
		/** A name and a password by HTTP. */
		PASSWORD,
		/** A proof that a browser asks ({@code cf-mitigated}). */
		CHALLENGE,
		/** A certificate of whoever calls. */
		CLIENT_CERTIFICATE,
		/** Nothing: it refuses. */
		BLOCK

	}

}
