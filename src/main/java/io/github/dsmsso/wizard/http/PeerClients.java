package io.github.dsmsso.wizard.http;

import java.util.LinkedHashMap;
import java.util.Map;

import org.springframework.stereotype.Component;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Hands out one client for each peer, so that its connections are reused.
 */
@Component
public class PeerClients {

	/** More than a command deals with side by side; a client takes a thread. */
	private static final int REMEMBERED_PEERS = 80;

	private final PeerConnectors connectors;

	private final HttpProperties properties;

	private final Map<Peer, PeerClient> clients = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<Peer, PeerClient> eldest) {
			return size() > REMEMBERED_PEERS;
		}

	};

	public PeerClients(PeerConnectors connectors, HttpProperties properties) {
		this.connectors = connectors;
		this.properties = properties;
	}

	public PeerClient clientFor(Peer peer) {
		synchronized (this.clients) {
			return this.clients.computeIfAbsent(peer, this::newClient);
		}
	}

	private PeerClient newClient(Peer peer) {
		WebClient client = WebClient.builder()
			.clientConnector(this.connectors.connectorFor(peer))
			.defaultHeader("User-Agent", "dsm-sso-wizard")
			.build();
		return new PeerClient(peer, client, new Turns(this.properties.connections()), this.properties);
	}

}
