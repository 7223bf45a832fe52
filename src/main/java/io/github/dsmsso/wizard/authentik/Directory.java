package io.github.dsmsso.wizard.authentik;

import java.util.List;

/** {@code /core/users/} and {@code /core/groups/}. */
public interface Directory {

	/** The users of every type, by user name: people and service accounts. */
	List<AuthentikUser> users();

	/** The groups, by name, without their members. */
	List<AuthentikGroup> groups();

	/** What {@code /admin/settings/} says that matters for a sign-in. */
	SystemSettings settings();

}
