package io.github.dsmsso.wizard.http;

import java.net.http.HttpClient;
import java.security.GeneralSecurityException;

import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

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
		// In seconds: somebody reads a page for a minute. Java 17 keeps idle connections
		// for twenty, long after a server or a firewall has forgotten them. A write that
		// is sent into such a one is in doubt, so every run reads before it writes.
		System.setProperty("jdk.httpclient.keepalive.timeout", "90");
	}

	private final HttpProperties properties;

	private final Destinations destinations;

	JdkPeerConnectors(HttpProperties properties, Destinations destinations) {
		this.properties = properties;
		this.destinations = destinations;
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
		return lookingFirst(connector);
	}

	/**
	 * Looks where a name leads before each call. The JDK's client resolves the name once
	 * more when it opens a connection, and finds what was just found, because the JVM
	 * remembers names (30 seconds, unless {@code networkaddress.cache.ttl} says
	 * otherwise). A name that is turned round between the two, as that memory ends, is
	 * not seen; then TLS stands in the way: whoever answers there has to show the
	 * certificate that was chosen, or one for this name, before anything is sent. A
	 * look-up may hang: it does so on a thread of its own, so that the call ends at its
	 * deadline.
	 */
	private ClientHttpConnector lookingFirst(ClientHttpConnector connector) {
		return (method, uri, request) -> Mono
			.fromCallable(() -> this.destinations.of(uri.getHost().replaceAll("[\\[\\]]", "")))
			.subscribeOn(Schedulers.boundedElastic())
			.then(Mono.defer(() -> connector.connect(method, uri, request)));
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
