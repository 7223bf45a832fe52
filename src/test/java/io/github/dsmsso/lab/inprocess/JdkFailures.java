package io.github.dsmsso.lab.inprocess;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.net.http.HttpConnectTimeoutException;
import java.nio.channels.ClosedChannelException;
import java.util.concurrent.TimeoutException;

import javax.net.ssl.SSLException;
import javax.net.ssl.SSLHandshakeException;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.http.DoubtedCertificate;
import io.github.dsmsso.wizard.http.TlsTrust;

/**
 * What the JDK throws when an answer stays away, its HTTP client or, for an unknown name,
 * the look-up before it; {@code HonestFaultsTests} compares it with real sockets.
 */
final class JdkFailures {

	private JdkFailures() {
	}

	static Throwable of(Delivery reason, TlsTrust trust) {
		return switch (reason) {
			case WHOLE -> throw new IllegalArgumentException("Nothing is wrong with this answer");
			case LOST -> causedBy(new IOException("HTTP/1.1 header parser received no bytes"), new EOFException());
			case CUT -> causedBy(new IOException("fixed content-length: 2, bytes received: 1"), new EOFException());
			case SILENT, TRICKLED -> new TimeoutException();
			case REFUSED -> causedBy(new ConnectException(), new ClosedChannelException());
			case NAME_UNKNOWN -> new UnknownHostException("nas.invalid: Name or service not known");
			case UNREACHABLE -> causedBy(new HttpConnectTimeoutException("HTTP connect timed out"),
					new ConnectException("HTTP connect timed out"));
			case TLS_REFUSED -> new SSLHandshakeException("Received fatal alert: handshake_failure");
			case NOT_TLS -> new SSLException("Unsupported or unrecognized SSL message");
			case OTHER_CERTIFICATE -> DoubtedCertificate.under(trust, Other.CERTIFICATE.certificate());
		};
	}

	private static Throwable causedBy(Throwable failure, Throwable cause) {
		return failure.initCause(cause);
	}

	private static final class Other {

		static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("somebody-else");

	}

}
