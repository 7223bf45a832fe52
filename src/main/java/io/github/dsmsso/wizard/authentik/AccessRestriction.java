package io.github.dsmsso.wizard.authentik;

import java.util.Set;

/**
 * Who may use an application: members of any of the groups, and the users named; everyone
 * where neither is given.
 *
 * @param groupPks UUIDs of groups
 * @param userPks keys of users
 */
public record AccessRestriction(Set<String> groupPks, Set<Integer> userPks) {

	public AccessRestriction {
		groupPks = Set.copyOf(groupPks);
		userPks = Set.copyOf(userPks);
	}

	/** No restriction. */
	public static AccessRestriction everyone() {
		return new AccessRestriction(Set.of(), Set.of());
	}

	/** Whether everyone may. */
	public boolean isOpen() {
		return this.groupPks.isEmpty() && this.userPks.isEmpty();
	}

}
