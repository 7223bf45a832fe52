package io.github.dsmsso.lab;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import reactor.core.publisher.Mono;

import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.mock.http.client.reactive.MockClientHttpResponse;

/**
 * Lets the wizard's doors reach simulators without a socket, for tests in which a socket
 * adds nothing. What would happen to an answer on the wire happens here at once.
 */
public final class InProcessPeers implements PeerConnectors {

	private final Map<String, LabHandler> handlers = new ConcurrentHashMap<>();

	/** Puts a simulator at an origin, such as {@code https://nas.example}. */
	public InProcessPeers at(String origin, LabHandler handler) {
		this.handlers.put(origin, handler);
		return this;
	}

	@Override
	public ClientHttpConnector connectorFor(Peer peer) {
		return this::connect;
	}

	private Mono<ClientHttpResponse> connect(HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> callback) {
		LabHandler handler = this.handlers.get(uri.getScheme() + "://" + uri.getAuthority());
		if (handler == null) {
			return Mono.error(new ConnectException());
		}
		MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
		return callback.apply(request)
			.then(Mono.defer(request::getBodyAsString))
			.flatMap((body) -> answer(handler.handle(labRequest(request, uri, body))));
	}

	private static LabRequest labRequest(MockClientHttpRequest request, URI uri, String body) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		request.getHeaders().forEach(headers::put);
		headers.put("Host", List.of(uri.getAuthority()));
		String target = (uri.getRawQuery() != null) ? uri.getRawPath() + "?" + uri.getRawQuery() : uri.getRawPath();
		return LabRequest.of(request.getMethod().name(), target, headers, body.getBytes(StandardCharsets.UTF_8));
	}

	private static Mono<ClientHttpResponse> answer(LabResponse response) {
		if (response.delivery() == Delivery.LOST || response.delivery() == Delivery.CUT) {
			return Mono.error(new IOException("lost"));
		}
		if (response.delivery() != Delivery.WHOLE) {
			return Mono.error(new TimeoutException());
		}
		MockClientHttpResponse answer = new MockClientHttpResponse(HttpStatusCode.valueOf(response.status()));
		response.headers().forEach((name, values) -> answer.getHeaders().addAll(name, values));
		answer.setBody(new String(response.body(), StandardCharsets.UTF_8));
		return Mono.just(answer);
	}

}
