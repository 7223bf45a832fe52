package io.github.dsmsso.wizard.http;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.JdkClientHttpConnector;
import org.springframework.stereotype.Component;

/**
 * Reaches peers through the JDK's HTTP client: HTTP/1.1, no redirects, no proxy, and,
 * unlike its default, no second GET when an answer is lost.
 */
@Component
class JdkPeerConnectors implements PeerConnectors {

	static {
		// Read once by the JDK's client: how often it repeats an exchange whose answer
		// was lost.
		System.setProperty("jdk.httpclient.redirects.retrylimit", "1");
		// In seconds. Java 17 keeps idle connections for twenty minutes, long after a
		// server or a firewall has forgotten them, and a write sent into one is in doubt.
		System.setProperty("jdk.httpclient.keepalive.timeout", "20");
	}

	private final HttpProperties properties;

	JdkPeerConnectors(HttpProperties properties) {
		this.properties = properties;
	}

	@Override
	public ClientHttpConnector connectorFor(Peer peer) {
		HttpClient.Builder client = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.proxy(HttpClient.Builder.NO_PROXY)
			.connectTimeout(this.properties.connectTimeout());
		Fingerprint chosen = peer.trust().chosen();
		if (chosen != null) {
			client.sslContext(ForgetfulTls.over(contextTrustingOnly(chosen)));
		}
		JdkClientHttpConnector connector = new JdkClientHttpConnector(client.build());
		connector.setReadTimeout(this.properties.deadline());
		return connector;
	}

	static SSLContext contextTrustingOnly(Fingerprint chosen) {
		try {
			SSLContext context = SSLContext.getInstance("TLS");
			context.init(null, new TrustManager[] { new ChosenCertificateTrustManager(chosen) }, null);
			return context;
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
