package io.github.dsmsso.lab.authentik.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;

/**
 * Which groups are above others; a group of before 2025.12 has one above.
 */
final class GroupTree {

	private final Table groups;

	GroupTree(Table groups) {
		this.groups = groups;
	}

	List<Row> groupsOf(Row user) {
		return this.groups.all(user.list("groups"));
	}

	/** The user's groups and all groups above them. */
	Set<Row> allGroupsOf(Row user) {
		return withParents(groupsOf(user));
	}

	/** The groups and all groups above them. */
	Set<Row> withParents(List<Row> groups) {
		Set<Row> all = new LinkedHashSet<>();
		List<Row> open = new ArrayList<>(groups);
		while (!open.isEmpty()) {
			Row group = open.remove(0);
			if (all.add(group)) {
				open.addAll(parents(group));
			}
		}
		return all;
	}

	List<Row> parents(Row group) {
		List<Object> pks = new ArrayList<>(group.list("parents"));
		if (group.get("parent") != null) {
			pks.add(group.text("parent"));
		}
		return this.groups.all(pks);
	}

}
