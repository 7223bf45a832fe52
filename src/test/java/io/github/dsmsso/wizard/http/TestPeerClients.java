package io.github.dsmsso.wizard.http;

import java.net.InetAddress;
import java.time.Duration;

import org.springframework.util.unit.DataSize;

/**
 * The wizard's own way to its peers, with little patience.
 */
public final class TestPeerClients {

	private TestPeerClients() {
	}

	/** Clients with the limits of the product. */
	public static PeerClients patient() {
		return clients(new HttpProperties(Duration.ofSeconds(5), Duration.ofSeconds(15), DataSize.ofMegabytes(1)));
	}

	/** Clients that wait for one second and read 64 KB. */
	public static PeerClients hurried() {
		return clients(hurry());
	}

	static Destinations anywhere() {
		return new Destinations(InetAddress::getAllByName);
	}

	static HttpProperties hurry() {
		return new HttpProperties(Duration.ofSeconds(1), Duration.ofSeconds(1), DataSize.ofKilobytes(64));
	}

	static PeerClients clients(HttpProperties properties) {
		return new PeerClients(new JdkPeerConnectors(properties, anywhere()), properties);
	}

}
