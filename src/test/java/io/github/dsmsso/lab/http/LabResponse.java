package io.github.dsmsso.lab.http;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What a simulator answers.
 *
 * @param status the HTTP status
 * @param headers the headers by name as they are to be written
 * @param body the body
 * @param delivery how the answer travels; anything but {@link Delivery#WHOLE} is a fault
 */
public record LabResponse(int status, Map<String, List<String>> headers, byte[] body, Delivery delivery) {

	/** How an answer travels over the socket, or why none comes. */
	public enum Delivery {

		/** As it should. */
		WHOLE,
		/** The connection is closed without a byte of the answer. */
		LOST,
		/** Nothing comes and the connection stays open. */
		SILENT,
		/** The head comes at once, then the body byte by byte, far too slowly. */
		TRICKLED,
		/** The body stops half-way. */
		CUT,
		/** Nobody listens on the port. */
		REFUSED,
		/** The name is unknown to DNS. */
		NAME_UNKNOWN,
		/** Packets vanish, so that no connection comes about. */
		UNREACHABLE,
		/** The server ends the TLS handshake with an alert. */
		TLS_REFUSED,
		/** The port answers the TLS handshake in clear text. */
		NOT_TLS,
		/** The server presents another certificate than before. */
		OTHER_CERTIFICATE

	}

	public static LabResponse of(int status, String contentType, String body) {
		return new LabResponse(status, Map.of("Content-Type", List.of(contentType)),
				body.getBytes(StandardCharsets.UTF_8), Delivery.WHOLE);
	}

	/** No answer, for this reason. */
	public static LabResponse none(Delivery reason) {
		return new LabResponse(200, Map.of(), new byte[0], reason);
	}

	public static LabResponse html(int status, String body) {
		return of(status, "text/html; charset=utf-8", body);
	}

	/** A 302 to the given address. */
	public static LabResponse redirect(String location) {
		return of(302, "text/html; charset=utf-8", "").with("Location", location);
	}

	/** The same answer with one more header. */
	public LabResponse with(String name, String value) {
		Map<String, List<String>> headers = new LinkedHashMap<>(this.headers);
		headers.merge(name, List.of(value),
				(before, added) -> java.util.stream.Stream.concat(before.stream(), added.stream()).toList());
		return new LabResponse(this.status, headers, this.body, this.delivery);
	}

	/** The same answer, travelling another way. */
	public LabResponse delivered(Delivery delivery) {
		return new LabResponse(this.status, this.headers, this.body, delivery);
	}

	/** The same answer with another body. */
	public LabResponse withBody(byte[] body) {
		return new LabResponse(this.status, this.headers, body, this.delivery);
	}

	/** The same answer with another text, in UTF-8. */
	public LabResponse withText(String text) {
		return withBody(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The body read as UTF-8. */
	public String text() {
		return new String(this.body, StandardCharsets.UTF_8);
	}

}
