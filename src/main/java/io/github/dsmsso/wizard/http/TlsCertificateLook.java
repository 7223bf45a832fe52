package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;

import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;

import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Looks by a TLS handshake that accepts any certificate, because it ends with it.
 */
@Component
class TlsCertificateLook implements CertificateLook {

	private final HttpProperties properties;

	private final Destinations destinations;

	private final Clock clock;

	TlsCertificateLook(HttpProperties properties, Destinations destinations, Clock clock) {
		this.properties = properties;
		this.destinations = destinations;
		this.clock = clock;
	}

	@Override
	public PresentedCertificate at(BaseUrl address) {
		Observer observer = new Observer();
		try (Socket plain = new Socket()) {
			shakeHands(plain, address, observer);
		}
		catch (IOException ex) {
			throw new ApiException(failureOf(ex, address), ex);
		}
		X509Certificate[] chain = observer.chain;
		if (chain == null) {
			throw new ApiException(new ApiFailure(ApiFailure.Kind.TLS_FAILED, address, "no certificate"));
		}
		return describe(chain, observer.vouchedFor, address);
	}

	private void shakeHands(Socket plain, BaseUrl address, Observer observer) throws IOException {
		int patience = (int) this.properties.connectTimeout().toMillis();
		String host = address.host().replaceAll("[\\[\\]]", "");
		InetAddress found = this.destinations.of(host);
		plain.connect(new InetSocketAddress(found, address.port()), patience);
		plain.setSoTimeout(patience);
		try (SSLSocket secure = (SSLSocket) contextWith(observer).getSocketFactory()
			.createSocket(plain, host, address.port(), true)) {
			SSLParameters parameters = secure.getSSLParameters();
			parameters.setEndpointIdentificationAlgorithm("HTTPS");
			secure.setSSLParameters(parameters);
			secure.startHandshake();
		}
	}

	private static ApiFailure failureOf(IOException error, BaseUrl address) {
		ApiFailure.Kind kind = (error instanceof SocketTimeoutException) ? ApiFailure.Kind.UNREACHABLE
				: CallFailures.kindOf(error);
		boolean atHandshake = kind == ApiFailure.Kind.ANSWER_LOST;
		return new ApiFailure(atHandshake ? ApiFailure.Kind.TLS_FAILED : kind, address,
				error.getClass().getSimpleName());
	}

	private PresentedCertificate describe(X509Certificate[] chain, boolean vouchedFor, BaseUrl address) {
		X509Certificate leaf = chain[0];
		Instant from = leaf.getNotBefore().toInstant();
		Instant until = leaf.getNotAfter().toInstant();
		Instant now = this.clock.instant();
		List<String> names = namesOf(leaf);
		return new PresentedCertificate(Fingerprint.of(leaf), commonName(leaf.getSubjectX500Principal().getName()),
				commonName(leaf.getIssuerX500Principal().getName()), names, from, until, vouchedFor,
				names.stream().anyMatch((name) -> matches(name, address.host())),
				!now.isBefore(from) && !now.isAfter(until));
	}

	private static String commonName(String distinguishedName) {
		for (String part : distinguishedName.split(",")) {
			if (part.strip().startsWith("CN=")) {
				return part.strip().substring(3);
			}
		}
		return distinguishedName;
	}

	private static List<String> namesOf(X509Certificate certificate) {
		try {
			Collection<List<?>> names = certificate.getSubjectAlternativeNames();
			return (names == null) ? List.of()
					: names.stream()
						.map((name) -> name.get(1))
						.filter(String.class::isInstance)
						.map(String.class::cast)
						.toList();
		}
		catch (CertificateException ex) {
			return List.of();
		}
	}

	private static boolean matches(String pattern, String host) {
		String name = pattern.toLowerCase(Locale.ROOT);
		if (name.startsWith("*.")) {
			int dot = host.indexOf('.');
			return dot > 0 && host.substring(dot).equals(name.substring(1));
		}
		return name.equals(host.replaceAll("[\\[\\]]", ""));
	}

	private static SSLContext contextWith(Observer observer) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { observer }, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** Remembers the chain and whether the public authorities would have accepted it. */
	private static final class Observer extends X509ExtendedTrustManager {

		private final X509ExtendedTrustManager authorities = publicAuthorities();

		private X509Certificate @Nullable [] chain;

		private boolean vouchedFor;

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType, Socket socket) {
			this.chain = chain.clone();
			try {
				this.authorities.checkServerTrusted(chain, authType, socket);
				this.vouchedFor = true;
			}
			catch (CertificateException ex) {
				this.vouchedFor = false;
			}
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType, javax.net.ssl.SSLEngine engine) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType, Socket socket) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType, javax.net.ssl.SSLEngine engine) {
			throw new UnsupportedOperationException();
		}

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType) {
			throw new UnsupportedOperationException();
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

		private static X509ExtendedTrustManager publicAuthorities() {
			try {
				TrustManagerFactory factory = TrustManagerFactory
					.getInstance(TrustManagerFactory.getDefaultAlgorithm());
				factory.init((KeyStore) null);
				return (X509ExtendedTrustManager) factory.getTrustManagers()[0];
			}
			catch (GeneralSecurityException ex) {
				throw new IllegalStateException(ex);
			}
		}

	}

}
