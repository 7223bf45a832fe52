package io.github.dsmsso.wizard.apply;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;

/**
 * The secrets of a cell. They are looked for as they are, encoded, and hashed: a hash of
 * a weak secret betrays it.
 *
 * @param byName the secrets by what they are
 */
record Secrets(Map<String, String> byName) {

	static Secrets of(CellRun run) {
		Map<String, String> secrets = new LinkedHashMap<>();
		secrets.put("the password", DemoNas.PASSWORD);
		secrets.put("the API token", DemoAuthentik.API_TOKEN);
		secrets.put("the foreign client secret", BeforeState.FOREIGN_SECRET);
		if (run.run() != null) {
			run.run()
				.plan()
				.changes()
				.stream()
				.filter(OidcSsoChange.class::isInstance)
				.map((change) -> ((OidcSsoChange) change).wanted().clientSecret().reveal())
				.filter((secret) -> !secret.isEmpty())
				.forEach((secret) -> secrets.put("the client secret", secret));
		}
		return new Secrets(secrets);
	}

	/** The names of those that a text betrays. */
	List<String> foundIn(String text) {
		return this.byName.entrySet()
			.stream()
			.filter((secret) -> forms(secret.getValue()).stream().anyMatch(text::contains))
			.map(Map.Entry::getKey)
			.toList();
	}

	private static List<String> forms(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		return List.of(secret, base64(bytes), HexFormat.of().formatHex(bytes), base64(sha256(bytes)), hash(secret),
				new StringBuilder(secret).reverse().toString());
	}

	/** The hash that a careless programmer would keep. */
	static String hash(String secret) {
		return HexFormat.of().formatHex(sha256(secret.getBytes(StandardCharsets.UTF_8)));
	}

	private static String base64(byte[] bytes) {
		return Base64.getEncoder().withoutPadding().encodeToString(bytes);
	}

	private static byte[] sha256(byte[] bytes) {
		try {
			return MessageDigest.getInstance("SHA-256").digest(bytes);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
