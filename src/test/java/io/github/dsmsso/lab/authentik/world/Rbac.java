package io.github.dsmsso.lab.authentik.world;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.Tables;
import org.jspecify.annotations.Nullable;

/**
 * Who may what: roles, and the permissions that are assigned to them and to users, each
 * for all objects of a kind or for one of them.
 */
public final class Rbac {

	private final Instance instance;

	private final GroupTree groups;

	private final Table roles;

	private final Table assignments;

	private int lastAssignment;

	Rbac(Instance instance, Tables tables, GroupTree groups) {
		this.instance = instance;
		this.groups = groups;
		this.roles = tables.roles();
		this.assignments = tables.assignments();
	}

	public Table roles() {
		return this.roles;
	}

	/** Rows of holder, permission with its app, and key of the object or null. */
	public Table assignments() {
		return this.assignments;
	}

	/** What is assigned to a role or to a user. */
	public Stream<Row> assignedTo(Row holder) {
		return this.assignments.stream().filter((assignment) -> assignment.is("holder", holder.pk()));
	}

	/** Assigns what is not assigned yet. */
	public Row assign(Row holder, String permission, @Nullable Object object) {
		return assignment(holder, permission, object).findFirst()
			.orElseGet(() -> this.assignments.add(new Row(AuthentikJson.object("pk", ++this.lastAssignment, "holder",
					holder.pk(), "permission", permission, "object_pk", (object != null) ? object.toString() : null))));
	}

	public void unassign(Row holder, String permission, @Nullable Object object) {
		assignment(holder, permission, object).forEach(this.assignments::remove);
	}

	private Stream<Row> assignment(Row holder, String permission, @Nullable Object object) {
		return assignedTo(holder)
			.filter((assignment) -> assignment.is("permission", permission) && assignment.is("object_pk", object));
	}

	/**
	 * The user may do exactly this. From 2025.12 on users hold nothing themselves, see
	 * {@link AuthentikAssumption#USERS_HAVE_A_ROLE_OF_THEIR_OWN}.
	 */
	void userHolds(Row user, List<String> permissions) {
		Row holder = this.instance.has(Behaviour.ROLES_ONLY) ? ownRole(user) : user;
		this.assignments.removeAll("holder", holder.pk());
		permissions.forEach((permission) -> assign(holder, permission, null));
	}

	private Row ownRole(Row user) {
		String name = "ak-managed-role--user-" + user.pk();
		return this.roles.find("name", name).orElseGet(() -> {
			Row role = this.roles.add(new Row(
					AuthentikJson.object("pk", this.instance.randomness().uuid(), "name", name, "managed", name)));
			joins(user, role);
			return role;
		});
	}

	/** The user or the group gets the role. */
	public static void joins(Row member, Row role) {
		leaves(member, role);
		List<Object> roles = new ArrayList<>(member.list("roles"));
		roles.add(role.pk());
		member.set("roles", roles);
	}

	public static void leaves(Row member, Row role) {
		member.set("roles", member.list("roles").stream().filter((pk) -> !pk.equals(role.pk())).toList());
	}

	/**
	 * Whether the user holds the permission for the object, or for all where it is null.
	 */
	boolean holds(Row user, String permission, @Nullable Row object) {
		Set<Object> holders = holders(user);
		return this.assignments.stream()
			.anyMatch((assignment) -> assignment.is("permission", permission)
					&& holders.contains(assignment.get("holder")) && isFor(assignment, object));
	}

	private static boolean isFor(Row assignment, @Nullable Row object) {
		return assignment.get("object_pk") == null || (object != null && assignment.is("object_pk", object.pk()));
	}

	private Set<Object> holders(Row user) {
		Set<Object> holders = new LinkedHashSet<>(rolesOf(user).stream().map(Row::pk).toList());
		if (!this.instance.has(Behaviour.ROLES_ONLY)) {
			holders.add(user.pk());
		}
		return holders;
	}

	/** What a user or a group has without the groups above. */
	public List<Row> ownOf(Row member) {
		return this.roles.all(member.list("roles"));
	}

	/** The user's own roles, and those of their groups and of the groups above. */
	public List<Row> rolesOf(Row user) {
		Set<Object> pks = new LinkedHashSet<>(user.list("roles"));
		this.groups.allGroupsOf(user).forEach((group) -> pks.addAll(group.list("roles")));
		return this.roles.all(List.copyOf(pks));
	}

	/** The roles that a group has from the groups above. */
	public List<Row> inheritedBy(Row group) {
		Set<Object> pks = new LinkedHashSet<>();
		this.groups.withParents(this.groups.parents(group)).forEach((parent) -> pks.addAll(parent.list("roles")));
		return this.roles.all(List.copyOf(pks));
	}

}
