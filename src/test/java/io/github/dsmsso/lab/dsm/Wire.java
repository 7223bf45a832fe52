package io.github.dsmsso.lab.dsm;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What another client's HTTP library would do: it keeps cookies, and repeats headers. */
final class Wire {

	private final DsmCalls calls;

	private final Map<String, String> cookies = new LinkedHashMap<>();

	private final Map<String, String> headers = new TreeMap<>();

	Wire(LabHandler dsm) {
		this.calls = new DsmCalls(dsm);
	}

	/** A header for all requests from now on. */
	Wire header(String name, String value) {
		this.headers.put(name, value);
		return this;
	}

	Wire cookie(String name, String value) {
		this.cookies.put(name, value);
		return this;
	}

	@Nullable String cookie(String name) {
		return this.cookies.get(name);
	}

	JsonNode get(String path, String... parameters) {
		return get(path, parameters(parameters));
	}

	JsonNode get(String path, Map<String, String> parameters) {
		return Json.read(text(path + "?" + DsmCalls.encoded(parameters)));
	}

	/** The answer as it came. */
	String text(String target) {
		return send("GET", target, "").text();
	}

	JsonNode post(String path, String... parameters) {
		return Json.read(send("POST", path, DsmCalls.encoded(parameters(parameters))).text());
	}

	private LabResponse send(String method, String target, String body) {
		Map<String, List<String>> all = new TreeMap<>();
		this.headers.forEach((name, value) -> all.put(name, List.of(value)));
		all.put("Content-Type", List.of("application/x-www-form-urlencoded"));
		List<String> pairs = this.cookies.entrySet()
			.stream()
			.map((cookie) -> cookie.getKey() + "=" + cookie.getValue())
			.toList();
		all.put("Cookie", List.of(String.join("; ", pairs)));
		LabResponse response = this.calls.send(method, target, all, body);
		response.headers().getOrDefault("Set-Cookie", List.of()).forEach(this::keep);
		return response;
	}

	private void keep(String setCookie) {
		String[] pair = setCookie.split(";")[0].split("=", 2);
		this.cookies.put(pair[0], pair[1]);
	}

	/** Names and values in turn. */
	static Map<String, String> parameters(String... parameters) {
		Map<String, String> map = new TreeMap<>();
		for (int i = 0; i < parameters.length; i += 2) {
			map.put(parameters[i], parameters[i + 1]);
		}
		return map;
	}

}
