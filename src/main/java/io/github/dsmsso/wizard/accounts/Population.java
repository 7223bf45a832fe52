package io.github.dsmsso.wizard.accounts;

import java.util.List;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.dsm.DsmAccounts;

/**
 * Everyone on both sides, and the rules between them.
 *
 * @param users authentik's people
 * @param groups authentik's groups
 * @param access who may use the application
 * @param dsm DSM's accounts
 * @param localAllowed whether local accounts may sign in: account type
 * "Domain/LDAP/local"
 */
public record Population(List<AuthentikUser> users, List<AuthentikGroup> groups, AccessRestriction access,
		DsmAccounts dsm, boolean localAllowed) {

	public Population {
		users = List.copyOf(users);
		groups = List.copyOf(groups);
	}

}
