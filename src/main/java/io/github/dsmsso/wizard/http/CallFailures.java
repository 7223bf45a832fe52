package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Arrays;
import java.util.Locale;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import io.github.dsmsso.wizard.http.ApiFailure.Kind;

import org.springframework.core.io.buffer.DataBufferLimitException;

/**
 * Tells from what the JDK threw what happened to a call. The first match along the chain
 * of causes decides, the most specific asked first.
 */
final class CallFailures {

	private CallFailures() {
	}

	/**
	 * How a server refuses whoever shows no certificate: RFC 8446, 6.2 (116), and before
	 * TLS 1.3 as a bad one (42). The wizard never shows one that could be bad.
	 */
	private static final String[] WITHOUT_CERTIFICATE = { "fatal alert: certificate_required",
			"fatal alert: bad_certificate" };

	static ApiFailure failureOf(Throwable error, Peer peer) {
		return new ApiFailure(kindOf(error), peer.address(), rootOf(error).getClass().getSimpleName());
	}

	private static Throwable rootOf(Throwable error) {
		Throwable root = error;
		while (root.getCause() != null) {
			root = root.getCause();
		}
		return root;
	}

	static Kind kindOf(Throwable error) {
		if (has(error, ChosenCertificateTrustManager.CertificateChangedException.class)) {
			return Kind.CERTIFICATE_CHANGED;
		}
		if (has(error, CertificateException.class)) {
			return Kind.NOT_TRUSTED;
		}
		if (has(error, Destinations.ForbiddenAddressException.class)) {
			return Kind.FORBIDDEN_ADDRESS;
		}
		if (has(error, UnknownHostException.class) || has(error, UnresolvedAddressException.class)) {
			return Kind.NAME_NOT_FOUND;
		}
		if (has(error, HttpConnectTimeoutException.class) || has(error, NoRouteToHostException.class)) {
			return Kind.UNREACHABLE;
		}
		if (has(error, ConnectException.class)) {
			return Kind.REFUSED;
		}
		if (has(error, SSLException.class)) {
			return tlsKindOf(error);
		}
		return answerKindOf(error);
	}

	private static Kind tlsKindOf(Throwable error) {
		if (says(error, "unrecognized ssl message")) {
			return Kind.NOT_TLS;
		}
		if (says(error, WITHOUT_CERTIFICATE)) {
			return Kind.CLIENT_CERTIFICATE;
		}
		return has(error, SSLHandshakeException.class) ? Kind.TLS_FAILED : Kind.ANSWER_LOST;
	}

	private static boolean says(Throwable error, String... parts) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			String message = (cause.getMessage() != null) ? cause.getMessage().toLowerCase(Locale.ROOT) : "";
			if (Arrays.stream(parts).anyMatch(message::contains)) {
				return true;
			}
		}
		return false;
	}

	private static Kind answerKindOf(Throwable error) {
		if (has(error, TimeoutException.class) || has(error, HttpTimeoutException.class)) {
			return Kind.TOO_SLOW;
		}
		if (has(error, DataBufferLimitException.class)) {
			return Kind.TOO_LARGE;
		}
		return has(error, IOException.class) ? Kind.ANSWER_LOST : Kind.UNREADABLE;
	}

	private static boolean has(Throwable error, Class<? extends Throwable> type) {
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			if (type.isInstance(cause)) {
				return true;
			}
		}
		return false;
	}

}
