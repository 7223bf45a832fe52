package io.github.dsmsso.wizard.apply;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;

import io.github.dsmsso.wizard.http.PeerConnectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.http.client.reactive.ClientHttpResponseDecorator;

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

	/** A client that lets somebody hear what a peer says with its refusals. */
	static Object overheard(Object part, Consumer<String> listener) {
		return of(part, (exchange) -> exchange.send()
			.map((answer) -> answer.getStatusCode().isError() ? new Overheard(answer, listener) : answer));
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

	/** An answer that somebody else hears too. */
	private static final class Overheard extends ClientHttpResponseDecorator {

		private final Consumer<String> listener;

		Overheard(ClientHttpResponse answer, Consumer<String> listener) {
			super(answer);
			this.listener = listener;
		}

		@Override
		public Flux<DataBuffer> getBody() {
			return super.getBody().doOnNext((buffer) -> this.listener.accept(buffer.toString(StandardCharsets.UTF_8)));
		}

	}

}
