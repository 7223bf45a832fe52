package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A user of authentik: a person, or a service account.
 *
 * @param pk its key
 * @param username {@code username}, the value of the {@code preferred_username} claim
 * @param name {@code name}
 * @param email {@code email}, or an empty string
 * @param active {@code is_active}
 * @param type {@code type}, such as {@code internal} or {@code service_account}
 * @param groups UUIDs of its direct groups
 * @param attributes {@code attributes}: the texts among them, by name
 */
public record AuthentikUser(int pk, String username, String name, String email, boolean active, String type,
		List<String> groups, Map<String, String> attributes) {

	public AuthentikUser {
		groups = List.copyOf(groups);
		attributes = Map.copyOf(attributes);
	}

	/** A user without attributes. */
	public AuthentikUser(int pk, String username, String name, String email, boolean active, String type,
			List<String> groups) {
		this(pk, username, name, email, active, type, groups, Map.of());
	}

	/** The text that an attribute holds; empty where it holds none. */
	public Optional<String> attribute(String attribute) {
		return Optional.ofNullable(this.attributes.get(attribute)).filter((text) -> !text.isEmpty());
	}

	/** Whether a program signs in with it, or authentik itself, and no person. */
	public boolean isServiceAccount() {
		return this.type.endsWith("service_account");
	}

}
