package io.github.dsmsso.wizard.authentik;

import java.util.List;

/**
 * A group.
 *
 * @param pk its UUID
 * @param name its name
 * @param parents UUIDs of its parents: members of a group count as members of its parents
 */
public record AuthentikGroup(String pk, String name, List<String> parents) {

	public AuthentikGroup {
		parents = List.copyOf(parents);
	}

}
