package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Optional;

/** {@code /core/users/} and {@code /core/groups/}. */
public interface Directory {

	/** The users of every type, by user name: people and service accounts. */
	List<AuthentikUser> users();

	/**
	 * The same as they were listed a moment ago where there are so many that reading them
	 * again takes many calls, for whoever asks first: a session that plans, changes and
	 * then looks reads them once. Who looks again gets them as they are then, and so does
	 * everybody where one call tells all, or an attribute was changed meanwhile.
	 */
	UserListing usersListedBefore();

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
