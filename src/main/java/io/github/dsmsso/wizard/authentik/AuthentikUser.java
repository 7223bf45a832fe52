package io.github.dsmsso.wizard.authentik;

import java.util.List;

/**
 * A person known to authentik.
 *
 * @param pk its key
 * @param username {@code username}, the value of the {@code preferred_username} claim
 * @param name {@code name}
 * @param email {@code email}, or an empty string
 * @param active {@code is_active}
 * @param groups UUIDs of its direct groups
 */
public record AuthentikUser(int pk, String username, String name, String email, boolean active, List<String> groups) {

	public AuthentikUser {
		groups = List.copyOf(groups);
	}

}
