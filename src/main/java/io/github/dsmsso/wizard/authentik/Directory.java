package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Optional;

/** {@code /core/users/} and {@code /core/groups/}. */
public interface Directory {

	/** The users of every type, by user name: people and service accounts. */
	List<AuthentikUser> users();

	/** The groups, by name, without their members. */
	List<AuthentikGroup> groups();

	/** The attributes of one user; empty where there is no such user. */
	Optional<UserAttributes> attributes(int user);

	/**
	 * Replaces the attributes of a user, all of them: {@code PATCH /core/users/{id}/}.
	 */
	UserAttributes updateAttributes(UserAttributes attributes);

	/** What {@code /admin/settings/} says that matters for a sign-in. */
	SystemSettings settings();

	/**
	 * {@code /stages/prompt/prompts/}: the names of the prompts in which people fill in
	 * an attribute of themselves, by their {@code field_key}. One that is in no stage
	 * asks nobody. Empty, too, where the token may not read them.
	 */
	List<String> promptsFor(String attribute);

}
