package io.github.dsmsso.wizard.verify;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * An address that leads to an authorization endpoint.
 */
final class AuthorizeAddress {

	private final @Nullable URI address;

	AuthorizeAddress(@Nullable URI address) {
		this.address = address;
	}

	/** The endpoint, without the query. */
	String endpoint() {
		return (this.address != null) ? this.address.toString().replaceFirst("\\?.*", "") : "";
	}

	/** A parameter, decoded; empty where there is none. */
	String parameter(String name) {
		String query = (this.address != null) ? this.address.getRawQuery() : null;
		return (query != null) ? Stream.of(query.split("&"))
			.filter((pair) -> pair.startsWith(name + "="))
			.map((pair) -> decoded(pair.substring(name.length() + 1)))
			.findFirst()
			.orElse("") : "";
	}

	private static String decoded(String text) {
		try {
			return URLDecoder.decode(text, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException ex) {
			return text;
		}
	}

}
