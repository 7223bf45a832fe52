package io.github.dsmsso.wizard.authentik;

import java.util.List;

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
 */
public record AuthentikUser(int pk, String username, String name, String email, boolean active, String type,
		List<String> groups) {

	public AuthentikUser {
		groups = List.copyOf(groups);
	}

	/** Whether a program signs in with it, or authentik itself, and no person. */
	public boolean isServiceAccount() {
		return this.type.endsWith("service_account");
	}

}
