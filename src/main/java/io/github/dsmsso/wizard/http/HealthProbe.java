package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.security.cert.X509Certificate;

import javax.net.ssl.HttpsURLConnection;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/**
 * Asks the wizard on this machine whether it is ready, for a container's health check: an
 * image needs no shell tool for it. Ends with status 0 when it is.
 */
public final class HealthProbe {

	private HealthProbe() {
	}

	public static void main(String[] args) {
		int port = Integer.parseInt(System.getenv().getOrDefault("SERVER_PORT", "8080"));
		String path = System.getenv().getOrDefault("SERVER_SERVLET_CONTEXT_PATH", "");
		System.exit(isReady(port, path) ? 0 : 1);
	}

	/** In clear text, or over TLS where the wizard has a certificate of its own. */
	static boolean isReady(int port, String path) {
		return isReady("http", port, path) || isReady("https", port, path);
	}

	private static boolean isReady(String scheme, int port, String path) {
		try {
			URI readiness = URI.create(scheme + "://127.0.0.1:" + port + path + "/actuator/health/readiness");
			HttpURLConnection connection = (HttpURLConnection) readiness.toURL().openConnection();
			connection.setConnectTimeout(2000);
			connection.setReadTimeout(2000);
			connection.setInstanceFollowRedirects(false);
			if (connection instanceof HttpsURLConnection secure) {
				takeAnyCertificate(secure);
			}
			return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
		}
		catch (IOException | GeneralSecurityException ex) {
			return false;
		}
	}

	/**
	 * It is for the wizard's name, not for this address; nothing is told that matters.
	 */
	private static void takeAnyCertificate(HttpsURLConnection connection) throws GeneralSecurityException {
		SSLContext tls = SSLContext.getInstance("TLS");
		tls.init(null, new TrustManager[] { new Anybody() }, null);
		connection.setSSLSocketFactory(tls.getSocketFactory());
		connection.setHostnameVerifier((name, session) -> true);
	}

	/** Trusts whoever answers on this machine. */
	private static final class Anybody implements X509TrustManager {

		@Override
		public void checkClientTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public void checkServerTrusted(X509Certificate[] chain, String authType) {
		}

		@Override
		public X509Certificate[] getAcceptedIssuers() {
			return new X509Certificate[0];
		}

	}

}
