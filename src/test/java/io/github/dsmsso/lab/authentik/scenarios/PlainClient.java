package io.github.dsmsso.lab.authentik.scenarios;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.signin.AuthorizeRequest;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client that is not the wizard: it speaks plain HTTP, as curl does.
 *
 * @param server what it speaks to
 * @param headers what it sends with every request
 */
record PlainClient(LabHandler server, Map<String, String> headers) {

	static final String HOST = "auth.example.org";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	/**
	 * An answer.
	 *
	 * @param status the status
	 * @param response the answer with its headers
	 */
	record Answer(int status, LabResponse response) {

		String text() {
			return this.response.text();
		}

		JsonNode json() {
			return MAPPER.readTree(text());
		}

		/** The value at a JSON pointer, as text; empty where there is none. */
		String text(String pointer) {
			return json().at(pointer).asString("");
		}

		/** Whether there is anything at a JSON pointer, be it null. */
		boolean has(String pointer) {
			return !json().at(pointer).isMissingNode();
		}

		/** The texts of one member of each row of a list. */
		List<String> column(String member) {
			List<String> column = new ArrayList<>();
			json().at("/results").forEach((row) -> column.add(row.at("/" + member).asString("")));
			return column;
		}

		@Nullable String header(String name) {
			return this.response.headers()
				.entrySet()
				.stream()
				.filter((header) -> header.getKey().equalsIgnoreCase(name))
				.map((header) -> header.getValue().get(0))
				.findFirst()
				.orElse(null);
		}

		/** The header or the claims of the ID token in a token answer. */
		JsonNode idToken(int part) {
			return MAPPER.readTree(Base64.getUrlDecoder().decode(text("/id_token").split("\\.")[part]));
		}

		/** Where a redirect leads. */
		String location() {
			return String.valueOf(header("Location"));
		}

	}

	static PlainClient anonymous(LabHandler server) {
		return new PlainClient(server, Map.of("Host", HOST));
	}

	PlainClient with(String name, String value) {
		Map<String, String> headers = new LinkedHashMap<>(this.headers);
		headers.put(name, value);
		return new PlainClient(this.server, headers);
	}

	PlainClient withToken(String token) {
		return with("Authorization", "Bearer " + token);
	}

	Answer get(String target) {
		return send("GET", target);
	}

	Answer send(String method, String target) {
		return send(method, target, null, "");
	}

	Answer send(String method, String target, Map<String, ?> body) {
		return send(method, target, "application/json", MAPPER.writeValueAsString(body));
	}

	Answer submit(String target, Map<String, String> form) {
		return send("POST", target, "application/x-www-form-urlencoded", AuthorizeRequest.encoded(form));
	}

	Answer send(String method, String target, @Nullable String type, String body) {
		Map<String, List<String>> headers = new LinkedHashMap<>();
		this.headers.forEach((name, value) -> headers.put(name, List.of(value)));
		if (type != null) {
			headers.put("Content-Type", List.of(type));
		}
		LabResponse response = this.server
			.handle(LabRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8)));
		return new Answer(response.status(), response);
	}

}
