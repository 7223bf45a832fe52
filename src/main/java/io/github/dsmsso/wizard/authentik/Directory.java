package io.github.dsmsso.wizard.authentik;

import java.util.List;

import org.jspecify.annotations.Nullable;

/** {@code /core/users/} and {@code /core/groups/}. */
public interface Directory {

	/** The people: users of type internal or external, without service accounts. */
	List<AuthentikUser> users();

	/** The groups, by name, without their members. */
	List<AuthentikGroup> groups();

	/**
	 * Whether people may change their own user name: {@code default_user_change_username}
	 * of {@code /admin/settings/}; null where the token may not read it, and before
	 * 2024.2, when it was no part of the API. Who may rename himself can become any DSM
	 * account.
	 */
	@Nullable Boolean usersMayRenameThemselves();

}
