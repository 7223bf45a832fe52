package io.github.dsmsso.wizard.authentik;

import java.util.HashMap;
import java.util.Map;

import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.http.PeerClient;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpMethod;

/**
 * One authentik's API: what goes out with every call. Paths end with a slash, because
 * authentik answers another one with a page of 404 or 405.
 */
final class Api {

	static final String ROOT = "api/v3/";

	/** Refusals are told apart by their words, so they are asked for in English. */
	private static final Map<String, String> ANONYMOUS = Map.of("Accept", "application/json", "Accept-Language", "en");

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final PeerClient client;

	private final @Nullable Secret token;

	private Api(PeerClient client, @Nullable Secret token) {
		this.client = client;
		this.token = token;
	}

	static Api withoutToken(PeerClient client) {
		return new Api(client, null);
	}

	static Api withToken(PeerClient client, Secret token) {
		return new Api(client, token);
	}

	/** Reads; {@code path} may carry an encoded query. */
	Mono<Reply> get(String path, String permission) {
		return call(HttpMethod.GET, path, null, permission);
	}

	/** Reads a page of a list, which may be larger than other answers. */
	Mono<Reply> list(String path, String permission) {
		return this.client.getList(ROOT + path, headers())
			.map((arrived) -> new Reply(arrived, called(HttpMethod.GET, path), permission));
	}

	/** Sends an object as JSON. */
	Mono<Reply> send(HttpMethod method, String path, Map<String, ?> body, String permission) {
		return call(method, path, JSON.writeValueAsString(body), permission);
	}

	Mono<Reply> delete(String path, String permission) {
		return call(HttpMethod.DELETE, path, null, permission);
	}

	private Mono<Reply> call(HttpMethod method, String path, @Nullable String body, String permission) {
		Mono<HttpAnswer> answer = (body != null) ? this.client.sendJson(method, ROOT + path, body, headers())
				: this.client.send(method, ROOT + path, headers());
		return answer.map((arrived) -> new Reply(arrived, called(method, path), permission));
	}

	/** Opens the token for one request. */
	private Map<String, String> headers() {
		Map<String, String> headers = new HashMap<>(ANONYMOUS);
		if (this.token != null) {
			headers.put("Authorization", "Bearer " + this.token.reveal());
		}
		return headers;
	}

	private static String called(HttpMethod method, String path) {
		return method + " " + path.split("\\?", 2)[0];
	}

	/** Waits for what was asked; every call has its own deadline. */
	static <T> T await(Mono<T> asked) {
		return asked.blockOptional().orElseThrow();
	}

}
