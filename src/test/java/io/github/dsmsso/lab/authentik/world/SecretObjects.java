package io.github.dsmsso.lab.authentik.world;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Row;
import org.jspecify.annotations.Nullable;

/**
 * The secret objects announced for 2026.11: a provider's client secret is one of them,
 * and the API tells its key in the place of its value.
 */
public final class SecretObjects {

	private static final String FIELD = "client_secret";

	private final Instance instance;

	private final Map<String, String> values = new HashMap<>();

	SecretObjects(Instance instance) {
		this.instance = instance;
	}

	/** Who writes a reference means the secret behind it. */
	public void resolve(Row provider) {
		String written = provider.text(FIELD);
		provider.set(FIELD, this.values.getOrDefault(written, written));
	}

	/** Puts the reference in the place of the secret. */
	public void hide(Map<String, @Nullable Object> shown) {
		String secret = Objects.toString(shown.remove(FIELD), "");
		if (this.instance.assumes(AuthentikAssumption.SECRET_READS_AS_A_REFERENCE)) {
			shown.put(FIELD, referenceTo(secret));
		}
	}

	private String referenceTo(String secret) {
		return this.values.entrySet()
			.stream()
			.filter((known) -> known.getValue().equals(secret))
			.map(Map.Entry::getKey)
			.findFirst()
			.orElseGet(() -> added(secret));
	}

	private String added(String secret) {
		String reference = this.instance.randomness().uuid();
		this.values.put(reference, secret);
		return reference;
	}

}
