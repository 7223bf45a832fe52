package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

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

	/** Those whom plain bindings let in; other bindings are left out. */
	public static AccessRestriction ofPlain(List<PolicyBinding> bindings) {
		List<PolicyBinding> plain = bindings.stream().filter(PolicyBinding::isPlain).toList();
		return new AccessRestriction(
				plain.stream().map(PolicyBinding::group).filter(Objects::nonNull).collect(Collectors.toSet()),
				plain.stream().map(PolicyBinding::user).filter(Objects::nonNull).collect(Collectors.toSet()));
	}

	/** Whether everyone may. */
	public boolean isOpen() {
		return this.groupPks.isEmpty() && this.userPks.isEmpty();
	}

}
