package io.github.dsmsso.wizard.apply;

import java.net.URI;
import java.util.function.Function;

import io.github.dsmsso.wizard.http.PeerConnectors;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;

/** An HTTP client with habits of its own. */
final class OtherConnection {

	private OtherConnection() {
	}

	/** What a client does about a call. */
	@FunctionalInterface
	interface Habit {

		Mono<ClientHttpResponse> go(Exchange exchange);

	}

	/**
	 * A client of that habit in the place of the usual one; other parts stay as they are.
	 */
	static Object of(Object part, Habit habit) {
		return (part instanceof PeerConnectors connectors) ? (PeerConnectors) (peer) -> (method, uri, callback) -> habit
			.go(new Exchange(connectors.connectorFor(peer)::connect, method, uri, callback)) : part;
	}

	/** Sends a request. */
	@FunctionalInterface
	interface Sender {

		Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
				Function<? super ClientHttpRequest, Mono<Void>> callback);

	}

	/** A request to be sent, once or more than once. */
	record Exchange(Sender sender, HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> callback) {

		Mono<ClientHttpResponse> send() {
			return sendTo(this.uri);
		}

		Mono<ClientHttpResponse> sendTo(URI address) {
			return this.sender.connect(this.method, address, this.callback);
		}

	}

}
