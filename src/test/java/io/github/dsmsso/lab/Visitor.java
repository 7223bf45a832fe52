package io.github.dsmsso.lab;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A person who signs in to the NAS by authentik, with a browser that keeps cookies,
 * follows redirects and does by itself what the script of DSM's page does.
 */
public final class Visitor {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** More than any flow of the laboratory shows. */
	private static final int MOST_PAGES = 12;

	private final String nas;

	private final Map<String, LabHandler> servers;

	private final Map<String, Map<String, String>> cookies = new LinkedHashMap<>();

	/**
	 * Somebody who reaches both servers.
	 * @param nas the origin of the NAS, to which its redirect URI belongs too
	 * @param authentik the origin of authentik
	 */
	public Visitor(String nas, LabHandler nasServer, String authentik, LabHandler authentikServer) {
		this.nas = nas;
		this.servers = Map.of(nas, nasServer, authentik, authentikServer);
	}

	/**
	 * The whole way, from the SSO button to DSM's desktop or to what DSM says instead.
	 * @throws IllegalStateException if authentik leads nobody back to the NAS
	 */
	public Welcome signIn(String username, String password) {
		JsonNode button = pressSsoButton();
		if (!button.path("success").asBoolean()) {
			return new Welcome(null, wordsFor(button, pageFacts().path("noUrl").asString()));
		}
		JsonNode answer = json(post(this.nas + "/webapi/entry.cgi",
				Map.of("api", "SYNO.API.Auth", "version", "7", "method", "login", "client", "browser", "session",
						"webui", "enable_syno_token", "yes", "server", "oidc", "code",
						codeFor(button, username, password))));
		return answer.path("success").asBoolean() ? new Welcome(answer.path("data").path("account").asString(), "")
				: new Welcome(null, wordsFor(answer, "no text"));
	}

	/**
	 * The way to the code that DSM's page would hand to DSM, as if the window was closed
	 * before.
	 * @throws IllegalStateException if authentik leads nobody back to the NAS
	 */
	public String codeFor(String username, String password) {
		return codeFor(pressSsoButton(), username, password);
	}

	private String codeFor(JsonNode button, String username, String password) {
		String state = UUID.randomUUID().toString();
		Map<String, String> brought = queryOf(throughAuthentik(URI.create(addressIn(button) + "&state=" + state),
				Map.of("uid_field", username, "password", password)));
		if (!state.equals(brought.get("state")) || !brought.containsKey("code")) {
			throw new IllegalStateException("DSM's page takes no such answer: " + brought);
		}
		return brought.get("code");
	}

	private JsonNode pressSsoButton() {
		return json(get(this.nas + "/index.cgi?action=oidcauthurl&method=oidc"));
	}

	private static String addressIn(JsonNode button) {
		if (!button.path("success").asBoolean()) {
			throw new IllegalStateException("DSM has no address for the SSO button");
		}
		return button.path("data").path("url").asString();
	}

	/** Follows redirects and sends whatever form is shown, until the way leads back. */
	private URI throughAuthentik(URI address, Map<String, String> form) {
		LabResponse page = get(address.toString());
		for (int pages = 0; pages < MOST_PAGES; pages++) {
			List<String> location = page.headers().get("Location");
			if (location == null) {
				page = submit(page, address, form);
				continue;
			}
			address = address.resolve(location.get(0));
			if (originOf(address).equals(this.nas)) {
				return address;
			}
			page = get(address.toString());
		}
		throw new IllegalStateException("authentik leads in circles: " + address);
	}

	private LabResponse submit(LabResponse page, URI address, Map<String, String> form) {
		if (!page.text().contains("<form method=\"post\">")) {
			throw new IllegalStateException("authentik shows: " + page.text());
		}
		return post(address.toString(), form);
	}

	/** What DSM's page writes for a refusal. */
	private String wordsFor(JsonNode refusal, String otherwise) {
		String code = refusal.path("error").path("code").asString();
		return pageFacts().path("messages").path(code).asString(otherwise);
	}

	private JsonNode pageFacts() {
		String page = get(this.nas + "/").text();
		return JSON.readTree(page.replaceFirst("(?s).*<script id=\"facts\"[^>]*>(.*?)</script>.*", "$1"));
	}

	private LabResponse get(String address) {
		return send("GET", URI.create(address), "");
	}

	private LabResponse post(String address, Map<String, String> form) {
		return send("POST", URI.create(address),
				form.entrySet()
					.stream()
					.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
					.collect(Collectors.joining("&")));
	}

	private LabResponse send(String method, URI address, String form) {
		String origin = originOf(address);
		Map<String, String> kept = this.cookies.computeIfAbsent(origin, (ignored) -> new LinkedHashMap<>());
		String target = address.getRawPath() + ((address.getRawQuery() != null) ? "?" + address.getRawQuery() : "");
		LabResponse response = this.servers.get(origin)
			.handle(LabRequest.of(method, target, Map.of("Host", List.of(address.getRawAuthority()), "Content-Type",
					List.of("application/x-www-form-urlencoded"), "Cookie", List.of(String.join("; ", kept.values()))),
					form.getBytes(StandardCharsets.UTF_8)));
		response.headers()
			.getOrDefault("Set-Cookie", List.of())
			.forEach((cookie) -> kept.put(cookie.split("=")[0], cookie.split(";")[0]));
		return response;
	}

	private static String originOf(URI address) {
		return address.getScheme() + "://" + address.getRawAuthority();
	}

	private static Map<String, String> queryOf(URI address) {
		return LabRequest.of("GET", "/?" + address.getRawQuery(), Map.of(), new byte[0]).queryParameters();
	}

	private static JsonNode json(LabResponse response) {
		return JSON.readTree(response.text());
	}

	/**
	 * What DSM's page shows in the end.
	 *
	 * @param account the account whose desktop is open, or null
	 * @param words what is written instead, or an empty text
	 */
	public record Welcome(@Nullable String account, String words) {

	}

}
