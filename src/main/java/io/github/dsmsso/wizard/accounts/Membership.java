package io.github.dsmsso.wizard.accounts;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;

/**
 * Whom a restriction names. A member of a group counts as a member of its parents and of
 * theirs.
 */
final class Membership {

	private final Set<String> groups;

	private final Set<Integer> users;

	Membership(List<AuthentikGroup> groups, AccessRestriction access) {
		this.groups = withDescendants(access.groupPks(), children(groups));
		this.users = access.userPks();
	}

	/** Whether the user is named, or a member of a group that is. */
	boolean names(AuthentikUser user) {
		return this.users.contains(user.pk()) || user.groups().stream().anyMatch(this.groups::contains);
	}

	private static Map<String, List<String>> children(List<AuthentikGroup> groups) {
		Map<String, List<String>> children = new HashMap<>();
		groups.forEach((group) -> group.parents()
			.forEach((parent) -> children.computeIfAbsent(parent, (none) -> new ArrayList<>()).add(group.pk())));
		return children;
	}

	private static Set<String> withDescendants(Set<String> groups, Map<String, List<String>> children) {
		Set<String> found = new HashSet<>(groups);
		Deque<String> ahead = new ArrayDeque<>(groups);
		while (!ahead.isEmpty()) {
			children.getOrDefault(ahead.pop(), List.of()).stream().filter(found::add).forEach(ahead::push);
		}
		return found;
	}

}
