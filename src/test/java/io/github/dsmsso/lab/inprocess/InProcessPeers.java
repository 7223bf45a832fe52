package io.github.dsmsso.lab.inprocess;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.lab.time.VirtualTime;
import io.github.dsmsso.wizard.http.HttpProperties;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PeerConnectors;
import io.github.dsmsso.wizard.http.TlsTrust;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ClientHttpConnector;
import org.springframework.http.client.reactive.ClientHttpRequest;
import org.springframework.http.client.reactive.ClientHttpResponse;
import org.springframework.mock.http.client.reactive.MockClientHttpRequest;
import org.springframework.mock.http.client.reactive.MockClientHttpResponse;

/**
 * Lets the wizard's clients reach simulators without a socket, for tests in which a
 * socket adds nothing. What would happen to an answer on the wire happens here at once,
 * and the time it would have taken passes by the laboratory's clock.
 */
public final class InProcessPeers implements PeerConnectors {

	private final Map<String, LabHandler> handlers = new ConcurrentHashMap<>();

	private final Set<String> strangers = ConcurrentHashMap.newKeySet();

	private final VirtualTime time;

	private final HttpProperties limits;

	/**
	 * A network without delays of its own.
	 * @param time what passes while the wizard waits
	 * @param limits how long it waits
	 */
	public InProcessPeers(VirtualTime time, HttpProperties limits) {
		this.time = time;
		this.limits = limits;
	}

	/** Puts a simulator at an origin, such as {@code https://nas.example}. */
	public InProcessPeers at(String origin, LabHandler handler) {
		this.handlers.put(origin, handler);
		return this;
	}

	/** The origins at which nobody lives and that were called nevertheless. */
	public Set<String> strangers() {
		return Set.copyOf(this.strangers);
	}

	@Override
	public ClientHttpConnector connectorFor(Peer peer) {
		return (method, uri, callback) -> connect(peer.trust(), method, uri, callback);
	}

	private Mono<ClientHttpResponse> connect(TlsTrust trust, HttpMethod method, URI uri,
			Function<? super ClientHttpRequest, Mono<Void>> callback) {
		LabHandler handler = handlerAt(uri.getScheme() + "://" + uri.getAuthority());
		MockClientHttpRequest request = new MockClientHttpRequest(method, uri);
		return callback.apply(request)
			.then(Mono.defer(request::getBodyAsString))
			.flatMap((body) -> answer(handler.handle(labRequest(request, uri, body)), trust));
	}

	/** Who answers at an origin. */
	public LabHandler handlerAt(String origin) {
		return this.handlers.getOrDefault(origin, (request) -> nobodyAt(origin));
	}

	private LabResponse nobodyAt(String origin) {
		this.strangers.add(origin);
		return LabResponse.none(Delivery.REFUSED);
	}

	private static LabRequest labRequest(MockClientHttpRequest request, URI uri, String body) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		request.getHeaders().forEach(headers::put);
		headers.put("Host", List.of(uri.getAuthority()));
		String target = (uri.getRawQuery() != null) ? uri.getRawPath() + "?" + uri.getRawQuery() : uri.getRawPath();
		return LabRequest.of(request.getMethod().name(), target, headers, body.getBytes(StandardCharsets.UTF_8));
	}

	private Mono<ClientHttpResponse> answer(LabResponse response, TlsTrust trust) {
		if (response.delivery() != Delivery.WHOLE) {
			return noAnswer(response.delivery(), trust);
		}
		MockClientHttpResponse answer = new MockClientHttpResponse(HttpStatusCode.valueOf(response.status()));
		response.headers().forEach((name, values) -> answer.getHeaders().addAll(name, values));
		answer.setBody(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(response.body())));
		return Mono.just(answer);
	}

	private Mono<ClientHttpResponse> noAnswer(Delivery reason, TlsTrust trust) {
		switch (reason) {
			case SILENT, TRICKLED -> this.time.pass(this.limits.deadline());
			case UNREACHABLE -> this.time.pass(this.limits.connectTimeout());
			default -> {
			}
		}
		return Mono.error(JdkFailures.of(reason, trust));
	}

}
