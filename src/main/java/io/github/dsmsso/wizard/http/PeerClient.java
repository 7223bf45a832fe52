package io.github.dsmsso.wizard.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls one peer. Each call is sent once, follows no redirect, ends at its deadline and
 * reads a bounded answer; whatever keeps the answer away becomes an {@link ApiException}.
 * An answer of any status is an answer: what it means is for the door to say.
 */
public final class PeerClient {

	private static final Log logger = LogFactory.getLog(PeerClient.class);

	private final Peer peer;

	private final WebClient client;

	private final Duration deadline;

	PeerClient(Peer peer, WebClient client, Duration deadline) {
		this.peer = peer;
		this.client = client;
		this.deadline = deadline;
	}

	public Peer peer() {
		return this.peer;
	}

	/**
	 * Sends a GET.
	 * @param relative path and encoded query below the peer's address
	 * @param headers what to send with it
	 */
	public Mono<HttpAnswer> get(String relative, Map<String, String> headers) {
		return send(HttpMethod.GET, this.peer.address().resolve(relative), headers, null, null);
	}

	/** Sends a form by POST; every value stays in the body. */
	public Mono<HttpAnswer> postForm(String relative, Map<String, String> form, Map<String, String> headers) {
		MultiValueMap<String, String> fields = new LinkedMultiValueMap<>();
		form.forEach(fields::add);
		return send(HttpMethod.POST, this.peer.address().resolve(relative), headers,
				MediaType.APPLICATION_FORM_URLENCODED, fields);
	}

	/**
	 * Sends a request with a JSON body that is already written. It goes as bytes, because
	 * Spring logs texts.
	 */
	public Mono<HttpAnswer> sendJson(HttpMethod method, String relative, String json, Map<String, String> headers) {
		return send(method, this.peer.address().resolve(relative), headers, MediaType.APPLICATION_JSON,
				json.getBytes(StandardCharsets.UTF_8));
	}

	/** Sends a request without a body. */
	public Mono<HttpAnswer> send(HttpMethod method, String relative, Map<String, String> headers) {
		return send(method, this.peer.address().resolve(relative), headers, null, null);
	}

	private Mono<HttpAnswer> send(HttpMethod method, URI uri, Map<String, String> headers, @Nullable MediaType type,
			@Nullable Object body) {
		WebClient.RequestBodySpec request = this.client.method(method)
			.uri(uri)
			.headers((target) -> headers.forEach(target::set));
		if (body != null && type != null) {
			request.contentType(type).bodyValue(body);
		}
		return request.exchangeToMono(this::read)
			.timeout(this.deadline)
			.onErrorMap((error) -> !(error instanceof ApiException),
					(error) -> new ApiException(CallFailures.failureOf(error, this.peer), error))
			.contextWrite(PeerClient::quietly);
	}

	/**
	 * What the JDK's client still throws after a call was given up: Reactor would log it
	 * as an error. The key is the one in Reactor's Hooks.
	 */
	private static Context quietly(Context context) {
		Consumer<Throwable> ignored = (error) -> logger.trace("After the end of a call: " + error.getClass().getName());
		return context.put("reactor.onErrorDropped.local", ignored);
	}

	private Mono<HttpAnswer> read(ClientResponse response) {
		return response.bodyToMono(byte[].class)
			.defaultIfEmpty(new byte[0])
			.map((body) -> new HttpAnswer(this.peer.address(), response.statusCode().value(),
					response.headers().asHttpHeaders(), body));
	}

}
