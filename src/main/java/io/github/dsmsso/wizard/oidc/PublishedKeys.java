package io.github.dsmsso.wizard.oidc;

import java.util.List;

/**
 * The public keys a provider publishes at its {@code jwks_uri}.
 *
 * @param keys the keys, in their order
 */
public record PublishedKeys(List<Key> keys) {

	public PublishedKeys {
		keys = List.copyOf(keys);
	}

	/**
	 * Whether one of them can verify RS256, the only signature DSM is known to accept.
	 */
	public boolean holdsRsaKey() {
		return this.keys.stream().anyMatch((key) -> key.type().equals("RSA"));
	}

	/**
	 * One key.
	 *
	 * @param type {@code kty}: {@code RSA}, {@code EC} …
	 * @param id {@code kid}, or an empty string
	 */
	public record Key(String type, String id) {

	}

}
