package io.github.dsmsso.wizard.http;

import java.net.Socket;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLEngine;
import javax.net.ssl.X509ExtendedTrustManager;

/**
 * Accepts the one certificate that the administrator chose. The JDK leaves the check of
 * the host name to an extended trust manager, and here it is left out on purpose: a NAS
 * fresh from its box has a certificate for {@code synology.com}.
 */
final class ChosenCertificateTrustManager extends X509ExtendedTrustManager {

	private final Fingerprint chosen;

	ChosenCertificateTrustManager(Fingerprint chosen) {
		this.chosen = chosen;
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		if (chain.length == 0 || !Fingerprint.of(chain[0]).equals(this.chosen)) {
			throw new CertificateChangedException();
		}
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket)
			throws CertificateException {
		checkServerTrusted(chain, authType);
	}

	@Override
	public void checkServerTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
			throws CertificateException {
		checkServerTrusted(chain, authType);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType) throws CertificateException {
		throw new CertificateException("No client is trusted here");
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket)
			throws CertificateException {
		checkClientTrusted(chain, authType);
	}

	@Override
	public void checkClientTrusted(X509Certificate[] chain, String authType, SSLEngine engine)
			throws CertificateException {
		checkClientTrusted(chain, authType);
	}

	@Override
	public X509Certificate[] getAcceptedIssuers() {
		return new X509Certificate[0];
	}

	/** The peer presents another certificate than the chosen one. */
	static final class CertificateChangedException extends CertificateException {

		CertificateChangedException() {
			super("Not the chosen certificate");
		}

	}

}
