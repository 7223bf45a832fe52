package io.github.dsmsso.wizard.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.Consumer;

import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import reactor.util.context.Context;

import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.util.unit.DataSize;
import org.springframework.web.reactive.function.BodyExtractors;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.WebClient;

/**
 * Calls one peer. Each call waits for its turn, is sent once, follows no redirect, ends
 * at its deadline and reads a bounded answer; whatever keeps the answer away becomes an
 * {@link ApiException}. An answer of any status is an answer: what it means is for the
 * vendor's client to say.
 */
public final class PeerClient {

	private static final Log logger = LogFactory.getLog(PeerClient.class);

	private final Peer peer;

	private final WebClient client;

	private final Turns turns;

	private final HttpProperties limits;

	PeerClient(Peer peer, WebClient client, Turns turns, HttpProperties limits) {
		this.peer = peer;
		this.client = client;
		this.turns = turns;
		this.limits = limits;
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

	/** The same for a list, which may be larger than other answers. */
	public Mono<HttpAnswer> getList(String relative, Map<String, String> headers) {
		return send(HttpMethod.GET, this.peer.address().resolve(relative), headers, null, null,
				this.limits.largestList());
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
		return send(method, uri, headers, type, body, this.limits.largestAnswer());
	}

	private Mono<HttpAnswer> send(HttpMethod method, URI uri, Map<String, String> headers, @Nullable MediaType type,
			@Nullable Object body, DataSize largest) {
		WebClient.RequestBodySpec request = this.client.method(method)
			.uri(uri)
			.headers((target) -> headers.forEach(target::set));
		if (body != null && type != null) {
			request.contentType(type).bodyValue(body);
		}
		return this.turns
			.in(request.exchangeToMono((response) -> read(response, largest)).timeout(this.limits.deadline()))
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

	private Mono<HttpAnswer> read(ClientResponse response, DataSize largest) {
		return DataBufferUtils.join(response.body(BodyExtractors.toDataBuffers()), (int) largest.toBytes())
			.map(PeerClient::bytes)
			.defaultIfEmpty(new byte[0])
			.map((body) -> new HttpAnswer(this.peer.address(), response.statusCode().value(),
					response.headers().asHttpHeaders(), body));
	}

	private static byte[] bytes(DataBuffer buffer) {
		byte[] bytes = new byte[buffer.readableByteCount()];
		buffer.read(bytes);
		DataBufferUtils.release(buffer);
		return bytes;
	}

}
