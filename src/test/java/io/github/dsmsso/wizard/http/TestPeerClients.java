package io.github.dsmsso.wizard.http;

import java.net.InetAddress;
import java.time.Duration;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.inprocess.InProcessPeers;
import io.github.dsmsso.lab.time.VirtualTime;

import org.springframework.util.unit.DataSize;

/**
 * The wizard's own way to its peers, with the patience that a test needs.
 */
public final class TestPeerClients {

	private TestPeerClients() {
	}

	/** Clients with the limits of the product. */
	public static PeerClients patient() {
		return clients(patience());
	}

	/**
	 * Clients with the limits of the product that reach a simulator without a socket:
	 * what they wait for passes by the laboratory's time.
	 */
	public static PeerClients inProcess(String origin, LabHandler simulator) {
		HttpProperties limits = patience();
		return new PeerClients(new InProcessPeers(new VirtualTime(), limits).at(origin, simulator), limits);
	}

	/** Clients that wait for one second and read 64 KB. */
	static PeerClients hurried() {
		return clients(hurry());
	}

	static Destinations anywhere() {
		return new Destinations(InetAddress::getAllByName);
	}

	private static HttpProperties patience() {
		return new HttpProperties(Duration.ofSeconds(5), Duration.ofSeconds(15), DataSize.ofMegabytes(1),
				DataSize.ofMegabytes(8), 4);
	}

	static HttpProperties hurry() {
		return new HttpProperties(Duration.ofSeconds(1), Duration.ofSeconds(1), DataSize.ofKilobytes(64),
				DataSize.ofKilobytes(64), 4);
	}

	static PeerClients clients(HttpProperties properties) {
		return new PeerClients(new JdkPeerConnectors(properties, anywhere()), properties);
	}

}
