package io.github.dsmsso.lab.dsm.sso;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import tools.jackson.databind.JsonNode;

/**
 * The identity provider as the NAS sees it. The NAS sends an empty User-Agent (log of a
 * provider in pocket-id, issue 1587).
 */
public final class OidcProvider {

	private final OutboundHttp outbound;

	public OidcProvider(OutboundHttp outbound) {
		this.outbound = outbound;
	}

	/**
	 * A JSON document.
	 * @throws IOException if it cannot be had, or is none
	 */
	public JsonNode document(String address) throws IOException {
		return json(send("GET", address, Map.of(), ""));
	}

	/**
	 * What the provider tells the bearer of an access token.
	 * @throws IOException if it refuses
	 */
	JsonNode userinfo(String address, String accessToken) throws IOException {
		return json(send("GET", address, Map.of("Authorization", List.of("Bearer " + accessToken)), ""));
	}

	/**
	 * What the token endpoint answers to a form.
	 * @throws IOException if it refuses
	 */
	JsonNode tokens(String address, String form) throws IOException {
		return json(send("POST", address, Map.of("Content-Type", List.of("application/x-www-form-urlencoded")), form));
	}

	private LabResponse send(String method, String address, Map<String, List<String>> more, String body)
			throws IOException {
		URI uri = absolute(address);
		String target = uri.getRawPath() + ((uri.getRawQuery() != null) ? "?" + uri.getRawQuery() : "");
		Map<String, List<String>> headers = new TreeMap<>(more);
		headers.put("User-Agent", List.of(""));
		return this.outbound.send(uri, LabRequest.of(method, target, headers, body.getBytes(StandardCharsets.UTF_8)));
	}

	private static URI absolute(String address) throws IOException {
		try {
			URI uri = URI.create(address);
			if (uri.getHost() != null) {
				return uri;
			}
		}
		catch (IllegalArgumentException ex) {
			// Falls through: DSM takes any text for an address and fails when it is used.
		}
		throw new IOException("Not an address: " + address);
	}

	private static JsonNode json(LabResponse response) throws IOException {
		JsonNode json = (response.status() == 200) ? Json.readOrNull(response.text()) : null;
		if (json == null) {
			throw new IOException("The provider answered " + response.status());
		}
		return json;
	}

}
