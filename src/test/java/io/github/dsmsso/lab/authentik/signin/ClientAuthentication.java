package io.github.dsmsso.lab.authentik.signin;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;

import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.LabRequest;

/**
 * Who a client says it is, in the header or in the form.
 *
 * @param id the client id, or an empty text
 * @param secret the client secret, or an empty text
 */
record ClientAuthentication(String id, String secret) {

	static ClientAuthentication of(LabRequest request) {
		String header = request.header("authorization");
		if (header != null && header.regionMatches(true, 0, "Basic ", 0, 6)) {
			return ofBasic(header.substring(6).strip());
		}
		Map<String, String> form = request.parameters();
		return new ClientAuthentication(form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", ""));
	}

	private static ClientAuthentication ofBasic(String encoded) {
		try {
			String[] parts = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8).split(":", 2);
			return new ClientAuthentication(decoded(parts[0]), (parts.length == 2) ? decoded(parts[1]) : "");
		}
		catch (IllegalArgumentException ex) {
			return new ClientAuthentication("", "");
		}
	}

	private static String decoded(String part) {
		return URLDecoder.decode(part, StandardCharsets.UTF_8);
	}

	Optional<Row> provider(AuthentikWorld world) {
		return world.tables().providers().find("client_id", this.id).filter((provider) -> !this.id.isEmpty());
	}

	/** Whether the secret is right, or none is needed. */
	boolean prove(Row provider) {
		return provider.is("client_type", "public") || hasSecretOf(provider);
	}

	boolean hasSecretOf(Row provider) {
		return provider.text("client_secret").equals(this.secret);
	}

	@Override
	public String toString() {
		return "ClientCredentials[" + this.id + "]";
	}

}
