package io.github.dsmsso.wizard.http;

import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * How bytes get to a peer.
 */
@FunctionalInterface
public interface PeerConnectors {

	/**
	 * A connector that reaches this peer under the trust it carries, and never repeats or
	 * redirects.
	 */
	ClientHttpConnector connectorFor(Peer peer);

}
