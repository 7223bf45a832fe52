package io.github.dsmsso.wizard.http;

import java.net.Socket;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;

import org.springframework.http.client.reactive.JdkClientHttpConnector;

/** Ways to a peer whose chosen certificate is looked at too seldom. */
final class OtherTls {

	private OtherTls() {
	}

	/** TLS sessions are resumed, and with them what was once found of a certificate. */
	static PeerClients resuming() {
		return over(JdkPeerConnectors::contextTrustingOnly);
	}

	/** Whoever has shown the chosen certificate once may show another one. */
	static PeerClients contentOnce() {
		return over((chosen) -> ForgetfulTls.over(trusting(new ContentOnce(chosen))));
	}

	private static PeerClients over(TlsOf tls) {
		return new PeerClients((peer) -> new JdkClientHttpConnector(HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.sslContext(tls.of(peer.trust().chosen()))
			.build()), TestPeerClients.hurry());
	}

	private static SSLContext trusting(TrustManager trust) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { trust }, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** How TLS is spoken with a peer whose certificate was chosen. */
	@FunctionalInterface
	private interface TlsOf {

		SSLContext of(Fingerprint chosen);

	}

	/** Looks at the first certificate alone. */
	private static final class ContentOnce extends X509ExtendedTrustManager {

		private final ChosenCertificateTrustManager chosen;

		private volatile boolean content;

		ContentOnce(Fingerprint chosen) {
			this.chosen = new ChosenCertificateTrustManager(chosen);
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
			if (!this.content) {
				this.chosen.checkServerTrusted(chain, type);
				this.content = true;
			}
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
				throws CertificateException {
			checkServerTrusted(chain, type);
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
				throws CertificateException {
			checkServerTrusted(chain, type);
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
			this.chosen.checkClientTrusted(chain, type);
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
				throws CertificateException {
			this.chosen.checkClientTrusted(chain, type);
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
				throws CertificateException {
			this.chosen.checkClientTrusted(chain, type);
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return this.chosen.getAcceptedIssuers();
		}

	}

}
