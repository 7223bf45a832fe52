package io.github.dsmsso.wizard;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import reactor.core.publisher.Mono;

import org.springframework.http.client.reactive.ClientHttpConnector;

/**
 * Listens to what the wizard asks its two peers, from the moment it wants to ask to the
 * moment the answer begins to arrive: what a new connection costs is part of it.
 */
final class Exchanges {

	private final List<Exchange> heard = new ArrayList<>();

	/** Connectors that are listened to. */
	PeerConnectors through(PeerConnectors connectors, Function<Peer, Server> servers) {
		return (peer) -> through(connectors.connectorFor(peer), servers.apply(peer));
	}

	private ClientHttpConnector through(ClientHttpConnector connector, Server server) {
		return (method, uri, request) -> Mono.defer(() -> {
			long begun = System.nanoTime();
			return connector.connect(method, uri, request)
				.doOnTerminate(() -> add(new Exchange(server, begun, System.nanoTime())));
		});
	}

	/** What was heard since the last call, in the order in which it was answered. */
	synchronized List<Exchange> take() {
		List<Exchange> taken = List.copyOf(this.heard);
		this.heard.clear();
		return taken;
	}

	private synchronized void add(Exchange exchange) {
		this.heard.add(exchange);
	}

	/**
	 * The longest sequence of exchanges each of which began after the one before had
	 * ended. Latency must outweigh all other work, or exchanges that could overlap may
	 * not.
	 */
	static int longestChain(List<Exchange> exchanges) {
		int length = 0;
		long end = Long.MIN_VALUE;
		for (Exchange next : exchanges.stream().sorted(Comparator.comparing(Exchange::ended)).toList()) {
			if (next.begun() >= end) {
				length++;
				end = next.ended();
			}
		}
		return length;
	}

	/** The two servers. */
	enum Server {

		/** The NAS. */
		DSM,
		/** authentik. */
		AUTHENTIK

	}

	/**
	 * A request and its answer.
	 *
	 * @param server who was asked
	 * @param begun when it began, by {@link System#nanoTime}
	 * @param ended when the answer arrived
	 */
	record Exchange(Server server, long begun, long ended) {

	}

}
