package io.github.dsmsso.wizard.accounts;

import java.util.List;

import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.dsm.DsmAccounts;

/**
 * Everyone on both sides, read once for any number of questions.
 *
 * @param users authentik's users of every type
 * @param groups authentik's groups
 * @param dsm DSM's accounts
 * @param defaultAccess who may use an application that nobody is bound to
 */
public record Everyone(List<AuthentikUser> users, List<AuthentikGroup> groups, DsmAccounts dsm,
		DefaultAccess defaultAccess) {

	public Everyone {
		users = List.copyOf(users);
		groups = List.copyOf(groups);
	}

	/** The people among the users. */
	public List<AuthentikUser> people() {
		return this.users.stream().filter((user) -> !user.isServiceAccount()).toList();
	}

	/** The other users: with them programs sign in, or authentik itself. */
	public List<AuthentikUser> serviceAccounts() {
		return this.users.stream().filter(AuthentikUser::isServiceAccount).toList();
	}

}
