package io.github.dsmsso.wizard.http;

import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How a call to a peer failed below the peer's own protocol.
 *
 * @param kind what happened
 * @param address who was called
 * @param detail a short technical line of our own, such as {@code HTTP 502, text/html};
 * never what the peer wrote
 */
public record ApiFailure(Kind kind, BaseUrl address, @Nullable String detail) {

	/** What happened on the way. */
	public enum Kind {

		/** The name is unknown to DNS. */
		NAME_NOT_FOUND(true, "name-not-found"),
		/** The name leads to an address at which no NAS and no authentik can be. */
		FORBIDDEN_ADDRESS(true, "forbidden-address"),
		/** Nobody listens on the port. */
		REFUSED(true, "refused"),
		/** No connection within the time allowed. */
		UNREACHABLE(true, "unreachable"),
		/** The port speaks, but not TLS. */
		NOT_TLS(true, "not-tls"),
		/** The certificate is not vouched for and was not chosen. */
		NOT_TRUSTED(true, "not-trusted"),
		/** The certificate is another one than was chosen for this run. */
		CERTIFICATE_CHANGED(true, "certificate-changed"),
		/** The server wants a certificate of whoever calls, and there is none. */
		CLIENT_CERTIFICATE(true, "client-certificate"),
		/** The TLS handshake failed otherwise. */
		TLS_FAILED(true, "tls-failed"),
		/** The connection ended before the answer did. */
		ANSWER_LOST(false, "answer-lost"),
		/** No complete answer within the time allowed. */
		TOO_SLOW(false, "too-slow"),
		/** The answer is larger than any answer of this kind. */
		TOO_LARGE(false, "too-large"),
		/** The answer is not what this protocol says. */
		UNREADABLE(false, "unreadable"),
		/** The answer is a web page or leads elsewhere: something else answers here. */
		SOMETHING_ELSE(false, "something-else"),
		/** The server or a proxy in front of it says it cannot answer now (HTTP 5xx). */
		OUT_OF_ORDER(false, "out-of-order"),
		/** The server itself says that it failed on the way. */
		FAILED_INSIDE(false, "failed-inside"),
		/** The server asks to slow down (HTTP 429). */
		THROTTLED(false, "throttled");

		private final boolean nothingSent;

		private final String code;

		Kind(boolean nothingSent, String code) {
			this.nothingSent = nothingSent;
			this.code = code;
		}

	}

	/**
	 * Whether the peer certainly saw nothing of the request. Otherwise the outcome of a
	 * write is unknown and has to be read back.
	 */
	public boolean nothingSent() {
		return this.kind.nothingSent;
	}

	/** Whether the peer is no longer who it was: nothing more may be sent to it. */
	public boolean isAboutTrust() {
		return this.kind == Kind.CERTIFICATE_CHANGED || this.kind == Kind.NOT_TRUSTED;
	}

	/**
	 * Whether the peer itself, and nothing in front of it, has answered: then it is done
	 * with the request, however that ended.
	 */
	public boolean isOfThePeerItself() {
		return this.kind == Kind.FAILED_INSIDE;
	}

	/** The same, for a person. */
	public Problem problem() {
		Problem problem = Problem.of("network." + this.kind.code, this.address.toString(),
				this.address.hostInBothForms(), String.valueOf(this.address.port()));
		return (this.detail != null) ? problem.withDetail(this.detail) : problem;
	}

}
