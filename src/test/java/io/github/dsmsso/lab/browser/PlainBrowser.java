package io.github.dsmsso.lab.browser;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;

/** A browser without scripts or sockets: it keeps cookies and follows redirects. */
final class PlainBrowser {

	/** As many as browsers follow. */
	private static final int MOST_REDIRECTS = 20;

	private final Map<String, LabHandler> servers;

	private final Map<String, Map<String, String>> cookies = new HashMap<>();

	private boolean openerIsCut;

	/**
	 * A browser that reaches these servers.
	 * @param servers the servers by origin, such as {@code https://nas.example}
	 */
	PlainBrowser(Map<String, LabHandler> servers) {
		this.servers = servers;
	}

	/** Where redirects end that begin at an address. */
	Page open(URI address) {
		return follow(address, send("GET", address, ""));
	}

	/** Where redirects end that begin with a form. */
	Page submit(URI address, Map<String, String> form) {
		String fields = form.entrySet()
			.stream()
			.map((field) -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
			.collect(Collectors.joining("&"));
		return follow(address, send("POST", address, fields));
	}

	private Page follow(URI address, LabResponse response) {
		URI here = address;
		LabResponse page = response;
		for (int redirects = 0; page.headers().containsKey("Location"); redirects++) {
			if (redirects == MOST_REDIRECTS) {
				throw new IllegalStateException("Redirects without end: " + here);
			}
			here = here.resolve(page.headers().get("Location").get(0));
			page = send("GET", here, "");
		}
		return new Page(here, page.text());
	}

	private LabResponse send(String method, URI address, String form) {
		Map<String, String> kept = this.cookies.computeIfAbsent(originOf(address), (origin) -> new LinkedHashMap<>());
		Map<String, List<String>> headers = Map.of("Host", List.of(address.getRawAuthority()), "Content-Type",
				List.of("application/x-www-form-urlencoded"), "Cookie", List.of(String.join("; ", kept.values())));
		LabResponse response = serverAt(address)
			.handle(LabRequest.of(method, targetOf(address), headers, form.getBytes(StandardCharsets.UTF_8)));
		this.openerIsCut |= response.headers().containsKey("Cross-Origin-Opener-Policy");
		response.headers()
			.getOrDefault("Set-Cookie", List.of())
			.forEach((cookie) -> kept.put(cookie.split("=")[0], cookie.split(";")[0]));
		return response;
	}

	private LabHandler serverAt(URI address) {
		LabHandler server = this.servers.get(originOf(address));
		if (server == null) {
			throw new IllegalStateException("Nobody answers at " + originOf(address));
		}
		return server;
	}

	/** Whether a page has made the window forget the one that opened it. */
	boolean hasLostItsOpener() {
		return this.openerIsCut;
	}

	private static String targetOf(URI address) {
		String path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
		return (address.getRawQuery() != null) ? path + "?" + address.getRawQuery() : path;
	}

	private static String originOf(URI address) {
		return address.getScheme() + "://" + address.getRawAuthority();
	}

	/**
	 * What is shown.
	 *
	 * @param address what stands in the address bar
	 * @param text the body
	 */
	record Page(URI address, String text) {

		boolean isOf(String origin) {
			return originOf(this.address).equals(origin);
		}

		/** The parameters in the address bar. */
		Map<String, String> parameters() {
			return LabRequest.of("GET", targetOf(this.address), Map.of(), new byte[0]).queryParameters();
		}

	}

}
