package io.github.dsmsso.lab.http;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * What arrived at a simulator. Its parameters are read once, as everything that a request
 * goes by asks for them.
 */
public final class LabRequest {

	private final String method;

	private final String path;

	private final String query;

	private final Map<String, List<String>> headers;

	private final byte[] body;

	private @Nullable Map<String, List<String>> queries;

	private @Nullable Map<String, String> form;

	private @Nullable Map<String, String> both;

	/**
	 * A request as it arrived.
	 * @param method the HTTP method in upper case
	 * @param path the path as sent, not decoded, without the query
	 * @param query the query as sent, without the question mark, or an empty string
	 * @param headers the headers by lower-case name, each with its values in order
	 * @param body the body as sent
	 */
	public LabRequest(String method, String path, String query, Map<String, List<String>> headers, byte[] body) {
		this.method = method;
		this.path = path;
		this.query = query;
		this.headers = headers;
		this.body = body;
	}

	/**
	 * A request as a client would phrase it.
	 * @param method the HTTP method
	 * @param target the path with its query
	 */
	public static LabRequest of(String method, String target, Map<String, List<String>> headers, byte[] body) {
		int mark = target.indexOf('?');
		String path = (mark < 0) ? target : target.substring(0, mark);
		String query = (mark < 0) ? "" : target.substring(mark + 1);
		Map<String, List<String>> lowerCased = new LinkedHashMap<>();
		headers.forEach((name, values) -> lowerCased
			.computeIfAbsent(name.toLowerCase(Locale.ROOT), (ignored) -> new ArrayList<>())
			.addAll(values));
		return new LabRequest(method.toUpperCase(Locale.ROOT), path, query, lowerCased, body);
	}

	/** The HTTP method in upper case. */
	public String method() {
		return this.method;
	}

	/** The path as sent, not decoded, without the query. */
	public String path() {
		return this.path;
	}

	/** The query as sent, without the question mark, or an empty string. */
	public String query() {
		return this.query;
	}

	/** The headers by lower-case name, each with its values in order. */
	public Map<String, List<String>> headers() {
		return this.headers;
	}

	/** The body as sent. */
	public byte[] body() {
		return this.body;
	}

	/** The same request with another value for a header. */
	public LabRequest with(String name, String value) {
		Map<String, List<String>> headers = new LinkedHashMap<>(this.headers);
		headers.put(name.toLowerCase(Locale.ROOT), List.of(value));
		return new LabRequest(this.method, this.path, this.query, headers, this.body);
	}

	/** The first value of a header, or null. */
	public @Nullable String header(String name) {
		List<String> values = this.headers.get(name.toLowerCase(Locale.ROOT));
		return (values == null || values.isEmpty()) ? null : values.get(0);
	}

	/**
	 * The {@code Host} header as the client wrote it: name, and port where it gave one.
	 */
	public String host() {
		String host = header("host");
		return (host != null) ? host : "";
	}

	/** The value of a cookie, or null. */
	public @Nullable String cookie(String name) {
		for (String header : this.headers.getOrDefault("cookie", List.of())) {
			for (String pair : header.split(";")) {
				String[] parts = pair.strip().split("=", 2);
				if (parts.length == 2 && parts[0].equals(name)) {
					return parts[1];
				}
			}
		}
		return null;
	}

	/** The body read as UTF-8. */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/** The parameters of the query, each with its last value. */
	public Map<String, String> queryParameters() {
		return lastOf(allQueryParameters());
	}

	/**
	 * The parameters of the query with all their values, for filters that may be
	 * repeated.
	 */
	public Map<String, List<String>> allQueryParameters() {
		Map<String, List<String>> queries = this.queries;
		if (queries == null) {
			queries = Collections.unmodifiableMap(urlEncoded(this.query));
			this.queries = queries;
		}
		return queries;
	}

	/**
	 * The parameters of a form body, url-encoded or multipart; empty for any other body.
	 */
	public Map<String, String> formParameters() {
		Map<String, String> form = this.form;
		if (form == null) {
			form = Collections.unmodifiableMap(form());
			this.form = form;
		}
		return form;
	}

	private Map<String, String> form() {
		String type = header("content-type");
		if (type == null) {
			return Map.of();
		}
		if (type.startsWith("application/x-www-form-urlencoded")) {
			return lastOf(urlEncoded(text()));
		}
		if (type.startsWith("multipart/form-data")) {
			return multipart(type);
		}
		return Map.of();
	}

	/** Query and form together; where both name a parameter, the form wins. */
	public Map<String, String> parameters() {
		Map<String, String> both = this.both;
		if (both == null) {
			Map<String, String> parameters = new LinkedHashMap<>(queryParameters());
			parameters.putAll(formParameters());
			both = Collections.unmodifiableMap(parameters);
			this.both = both;
		}
		return both;
	}

	/** This request's path and query as a relative URI. */
	public URI target() {
		return URI.create(this.query.isEmpty() ? this.path : this.path + "?" + this.query);
	}

	@Override
	public String toString() {
		return this.method + " " + target();
	}

	private static Map<String, String> lastOf(Map<String, List<String>> all) {
		Map<String, String> last = new LinkedHashMap<>();
		all.forEach((name, values) -> last.put(name, values.get(values.size() - 1)));
		return last;
	}

	private static Map<String, List<String>> urlEncoded(String text) {
		Map<String, List<String>> parameters = new LinkedHashMap<>();
		for (String pair : text.split("&")) {
			if (!pair.isEmpty()) {
				String[] parts = pair.split("=", 2);
				parameters.computeIfAbsent(decode(parts[0]), (ignored) -> new ArrayList<>())
					.add((parts.length == 2) ? decode(parts[1]) : "");
			}
		}
		return parameters;
	}

	/** Most of what is sent needs none of it. */
	private static String decode(String text) {
		if (text.indexOf('%') < 0 && text.indexOf('+') < 0) {
			return text;
		}
		return URLDecoder.decode(text, StandardCharsets.UTF_8);
	}

	private Map<String, String> multipart(String contentType) {
		Map<String, String> parameters = new LinkedHashMap<>();
		String boundary = "--" + contentType.replaceFirst(".*boundary=\"?([^\";]+)\"?.*", "$1");
		for (String part : text().split(java.util.regex.Pattern.quote(boundary))) {
			int end = part.indexOf("\r\n\r\n");
			if (end > 0) {
				String name = part.substring(0, end).replaceFirst("(?s).*?\\bname=\"([^\"]*)\".*", "$1");
				parameters.put(name, part.substring(end + 4).replaceFirst("\r\n$", ""));
			}
		}
		return parameters;
	}

}
