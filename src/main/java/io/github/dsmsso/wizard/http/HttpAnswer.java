package io.github.dsmsso.wizard.http;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import io.github.dsmsso.wizard.shared.BaseUrl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * A peer's answer, read to its end.
 *
 * @param from who answered
 * @param status the HTTP status
 * @param headers the headers
 * @param body the body
 */
public record HttpAnswer(BaseUrl from, int status, HttpHeaders headers, byte[] body) {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	public boolean isSuccess() {
		return this.status / 100 == 2;
	}

	/**
	 * The body as JSON.
	 * @throws ApiException where it is none: a web page means that something else answers
	 */
	public JsonNode json() {
		try {
			JsonNode json = JSON.readTree(this.body);
			if (json == null || json.isMissingNode()) {
				throw failure(ApiFailure.Kind.UNREADABLE);
			}
			return json;
		}
		catch (JacksonException ex) {
			throw failure(isWebPage() ? ApiFailure.Kind.SOMETHING_ELSE : ApiFailure.Kind.UNREADABLE);
		}
	}

	/** The body as text. */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

	/**
	 * Where a redirect leads, absolute; empty where the answer is none or its target
	 * unreadable.
	 */
	public Optional<URI> location() {
		String location = this.headers.getFirst(HttpHeaders.LOCATION);
		if (location == null) {
			return Optional.empty();
		}
		try {
			return Optional.of(this.from.resolve("").resolve(location));
		}
		catch (IllegalArgumentException ex) {
			return Optional.empty();
		}
	}

	/** The server's clock by its {@code Date} header, to the second. */
	public Optional<Instant> date() {
		try {
			long date = this.headers.getFirstDate(HttpHeaders.DATE);
			return (date >= 0) ? Optional.of(Instant.ofEpochMilli(date)) : Optional.empty();
		}
		catch (IllegalArgumentException | DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/** This answer as a failure of the given kind, told by its status and type alone. */
	public ApiException failure(ApiFailure.Kind kind) {
		return new ApiException(new ApiFailure(kind, this.from, "HTTP " + this.status + typeName()));
	}

	/**
	 * This answer as one that cannot be read.
	 * @param place where in it, in words of our own: the call and the names of fields
	 */
	public ApiException unreadable(String place) {
		return new ApiException(
				new ApiFailure(ApiFailure.Kind.UNREADABLE, this.from, place + ": HTTP " + this.status + typeName()));
	}

	/** By its type, or by its first character where the type is missing or wrong. */
	boolean isWebPage() {
		MediaType type = contentType();
		boolean html = type != null
				&& (type.isCompatibleWith(MediaType.TEXT_HTML) || type.getSubtype().contains("xhtml"));
		return html || text().stripLeading().startsWith("<");
	}

	private String typeName() {
		MediaType type = contentType();
		return (type != null) ? ", " + type.getType() + "/" + type.getSubtype() : "";
	}

	private @Nullable MediaType contentType() {
		try {
			return this.headers.getContentType();
		}
		catch (IllegalArgumentException ex) {
			return null;
		}
	}

	/** Neither headers nor body: both may hold secrets. */
	@Override
	public String toString() {
		return "HTTP " + this.status + typeName() + " from " + this.from;
	}

}
