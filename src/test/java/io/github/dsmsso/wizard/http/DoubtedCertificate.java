package io.github.dsmsso.wizard.http;

import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;

/**
 * How a handshake ends whose certificate is not the trusted one: with what the wizard's
 * own trust managers throw.
 */
public final class DoubtedCertificate {

	private DoubtedCertificate() {
	}

	public static SSLHandshakeException under(TlsTrust trust, X509Certificate presented) {
		try {
			managerOf(trust).checkServerTrusted(new X509Certificate[] { presented }, "RSA");
			throw new IllegalArgumentException("This certificate is trusted");
		}
		catch (CertificateException ex) {
			SSLHandshakeException failure = new SSLHandshakeException(ex.getMessage());
			failure.initCause(ex);
			return failure;
		}
	}

	private static X509TrustManager managerOf(TlsTrust trust) {
		Fingerprint chosen = trust.chosen();
		return (chosen != null) ? new ChosenCertificateTrustManager(chosen) : PublicAuthorities.MANAGER;
	}

	private static final class PublicAuthorities {

		static final X509TrustManager MANAGER = load();

		private static X509TrustManager load() {
			try {
				TrustManagerFactory factory = TrustManagerFactory
					.getInstance(TrustManagerFactory.getDefaultAlgorithm());
				factory.init((KeyStore) null);
				return (X509TrustManager) factory.getTrustManagers()[0];
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
