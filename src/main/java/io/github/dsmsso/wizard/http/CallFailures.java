package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
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
		for (Throwable cause = error; cause != null; cause = cause.getCause()) {
			String message = cause.getMessage();
			if (message != null && message.toLowerCase(Locale.ROOT).contains("unrecognized ssl message")) {
				return Kind.NOT_TLS;
			}
		}
		return has(error, SSLHandshakeException.class) ? Kind.TLS_FAILED : Kind.ANSWER_LOST;
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
