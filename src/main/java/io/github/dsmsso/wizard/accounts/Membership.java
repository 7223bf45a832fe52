package io.github.dsmsso.wizard.accounts;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;

/**
 * Whom a restriction lets in. A member of a group counts as a member of its parents and
 * of theirs.
 */
final class Membership {

	private final Map<String, List<String>> parents;

	private final AccessRestriction access;

	Membership(List<AuthentikGroup> groups, AccessRestriction access) {
		this.parents = groups.stream()
			.collect(Collectors.toMap(AuthentikGroup::pk, AuthentikGroup::parents, (first, second) -> first));
		this.access = access;
	}

	boolean admits(AuthentikUser user) {
		return this.access.isOpen() || this.access.userPks().contains(user.pk())
				|| groupsOf(user).stream().anyMatch(this.access.groupPks()::contains);
	}

	private Set<String> groupsOf(AuthentikUser user) {
		Set<String> groups = new HashSet<>();
		user.groups().forEach((group) -> addWithParents(group, groups));
		return groups;
	}

	private void addWithParents(String group, Set<String> groups) {
		if (groups.add(group)) {
			this.parents.getOrDefault(group, List.of()).forEach((parent) -> addWithParents(parent, groups));
		}
	}

}
