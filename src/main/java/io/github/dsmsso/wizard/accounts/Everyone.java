package io.github.dsmsso.wizard.accounts;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.dsm.DsmAccounts;

/**
 * Everyone on both sides, read once for any number of questions.
 *
 * @param users authentik's people
 * @param groups authentik's groups
 * @param dsm DSM's accounts
 * @param defaultAccess who may use an application that nobody is bound to
 * @param desktop whether accounts of DSM may open its desktop, by their names; those
 * whose privilege is not known are left out
 */
public record Everyone(List<AuthentikUser> users, List<AuthentikGroup> groups, DsmAccounts dsm,
		DefaultAccess defaultAccess, Map<String, Boolean> desktop) {

	public Everyone {
		users = List.copyOf(users);
		groups = List.copyOf(groups);
		desktop = Map.copyOf(desktop);
	}

	/** Everyone, with nothing known of DSM's privileges. */
	public Everyone(List<AuthentikUser> users, List<AuthentikGroup> groups, DsmAccounts dsm,
			DefaultAccess defaultAccess) {
		this(users, groups, dsm, defaultAccess, Map.of());
	}

}
