package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Sends requests letter by letter, also those that no well-behaved client would send, and
 * keeps the session cookie.
 */
class RawHttp {

	private final int port;

	private String cookie = "";

	RawHttp(int port) {
		this.port = port;
	}

	record Answer(int status, List<String> headers, String body) {

		Optional<String> header(String name) {
			String start = name.toLowerCase(Locale.ROOT) + ":";
			return this.headers.stream()
				.filter((line) -> line.toLowerCase(Locale.ROOT).startsWith(start))
				.map((line) -> line.substring(start.length()).strip())
				.findFirst();
		}

		/** The token that the page's form would send back. */
		String csrf() {
			Matcher field = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"").matcher(this.body);
			return field.find() ? field.group(1) : "";
		}

	}

	String cookie() {
		return this.cookie;
	}

	Answer get(String path, String... headers) {
		return send("GET", path, "127.0.0.1:" + this.port, "", headers);
	}

	Answer post(String path, String form, String... headers) {
		List<String> all = new ArrayList<>(List.of(headers));
		all.add("Content-Type: application/x-www-form-urlencoded");
		all.add("Content-Length: " + form.length());
		return send("POST", path, "127.0.0.1:" + this.port, form, all.toArray(String[]::new));
	}

	/** Types the code into the page that asks for it. */
	Answer typeCode(String code) {
		String token = get("/access").csrf();
		return post("/access", "code=" + encoded(code) + "&_csrf=" + encoded(token));
	}

	Answer send(String method, String path, String host, String body, String... headers) {
		return exchange(method + " " + path + " HTTP/1.1\r\nHost: " + host
				+ "\r\nConnection: close\r\nAccept: text/html,*/*;q=0.8\r\n"
				+ (this.cookie.isEmpty() ? "" : "Cookie: " + this.cookie + "\r\n")
				+ String.join("", List.of(headers).stream().map((header) -> header + "\r\n").toList()) + "\r\n" + body);
	}

	/** Sends just these letters. */
	Answer exchange(String request) {
		try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), this.port)) {
			socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
			return keepCookie(read(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8)));
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private Answer keepCookie(Answer answer) {
		answer.header("Set-Cookie")
			.filter((cookie) -> cookie.contains("dsm-sso-wizard"))
			.ifPresent((cookie) -> this.cookie = cookie.substring(0, cookie.indexOf(';')));
		return answer;
	}

	private static Answer read(String text) {
		int end = text.indexOf("\r\n\r\n");
		List<String> lines = text.substring(0, end).lines().toList();
		return new Answer(Integer.parseInt(lines.get(0).split(" ")[1]), lines.subList(1, lines.size()),
				text.substring(end + 4));
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

}
