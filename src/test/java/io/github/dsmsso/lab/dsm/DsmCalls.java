package io.github.dsmsso.lab.dsm;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A client of the WebAPI for the tests, in process, which can carry a session. */
final class DsmCalls {

	private final LabHandler dsm;

	private @Nullable String sid;

	private @Nullable String token;

	DsmCalls(LabHandler dsm) {
		this.dsm = dsm;
	}

	/** Signs in, and carries the session from then on. */
	DsmCalls as(String account, String password) {
		JsonNode answer = login("account", account, "passwd", password, "enable_syno_token", "yes", "format", "sid");
		JsonNode data = answer.path("data");
		this.sid = data.path("sid").asString();
		this.token = data.path("synotoken").asString();
		return this;
	}

	DsmCalls with(@Nullable String sid, @Nullable String token) {
		this.sid = sid;
		this.token = token;
		return this;
	}

	JsonNode login(String... parameters) {
		return call("SYNO.API.Auth", 7, "login", parameters);
	}

	JsonNode call(String api, int version, String method, String... parameters) {
		Map<String, String> form = new TreeMap<>(Map.of("api", api, "version", "" + version, "method", method));
		for (int i = 0; i < parameters.length; i += 2) {
			form.put(parameters[i], parameters[i + 1]);
		}
		return Json.read(post("/webapi/entry.cgi", form).text());
	}

	JsonNode data(String api, int version, String method, String... parameters) {
		return call(api, version, method, parameters).path("data");
	}

	/** The code of the refusal, or 0. */
	int code(String api, int version, String method, String... parameters) {
		return codeOf(call(api, version, method, parameters));
	}

	LabResponse post(String path, Map<String, String> form) {
		Map<String, String> parameters = new TreeMap<>(form);
		if (this.sid != null) {
			parameters.put("_sid", this.sid);
		}
		Map<String, List<String>> headers = new TreeMap<>();
		headers.put("Content-Type", List.of("application/x-www-form-urlencoded"));
		if (this.token != null) {
			headers.put("X-SYNO-TOKEN", List.of(this.token));
		}
		return send("POST", path, headers, encoded(parameters));
	}

	LabResponse get(String target) {
		return send("GET", target, Map.of(), "");
	}

	LabResponse send(String method, String target, Map<String, List<String>> headers, String body) {
		return this.dsm.handle(LabRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8)));
	}

	static int codeOf(JsonNode answer) {
		return answer.path("error").path("code").asInt(0);
	}

	static String encoded(Map<String, String> parameters) {
		List<String> pairs = new ArrayList<>();
		parameters.forEach((name, value) -> pairs.add(name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8)));
		return String.join("&", pairs);
	}

}
