package io.github.dsmsso.lab.authentik.world;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Instance;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.store.Table;
import io.github.dsmsso.lab.authentik.store.Tables;
import io.github.dsmsso.lab.authentik.store.TimeFormats;
import org.jspecify.annotations.Nullable;

/** The users, groups and tokens of an instance. */
public final class AuthentikPeople {

	/** The pk that events give to nobody's user. */
	public static final int ANONYMOUS_PK = 1;

	private static final int FIRST_PERSON_PK = 4;

	private final Instance instance;

	private final Table users;

	private final Table groups;

	private final Table tokens;

	private final GroupTree tree;

	private final Rbac rbac;

	private int lastUser = FIRST_PERSON_PK - 1;

	AuthentikPeople(Instance instance, Tables tables, GroupTree tree, Rbac rbac) {
		this.instance = instance;
		this.users = tables.users();
		this.groups = tables.groups();
		this.tokens = tables.tokens();
		this.tree = tree;
		this.rbac = rbac;
	}

	/**
	 * A user comes.
	 * @param password what signs in, or null for nobody who can
	 * @param groups the names of existing groups
	 * @return the user's pk
	 */
	public int userComes(String username, String name, String email, @Nullable String password, String... groups) {
		Row user = addUser(AuthentikJson.object("username", username, "name", name, "email", email, "is_active", true,
				"attributes", Map.of(), "path", "users", "type", "internal", "groups", keysOf(groups), "roles",
				List.of(), "last_login", null));
		user.set("password", password);
		return user.number("pk");
	}

	/** A service account that somebody made for a program. */
	public int serviceAccountComes(String username, String name) {
		int pk = userComes(username, name, "", null);
		user(username)
			.setAll(AuthentikJson.object("type", "service_account", "path", "goauthentik.io/service-accounts"));
		return pk;
	}

	/** A service account that authentik keeps for itself. */
	public int internalServiceAccountComes(String username) {
		int pk = userComes(username, username, "", null);
		user(username)
			.setAll(AuthentikJson.object("type", "internal_service_account", "path", "goauthentik.io/outposts"));
		return pk;
	}

	/** Somebody switches the user off. */
	public void userIsDeactivated(String username) {
		user(username).set("is_active", false);
	}

	/** Somebody sets an attribute of the user, such as another name on the NAS. */
	public void userHasAttribute(String username, String attribute, @Nullable Object value) {
		Map<String, @Nullable Object> attributes = new java.util.LinkedHashMap<>(user(username).object("attributes"));
		attributes.put(attribute, value);
		user(username).set("attributes", attributes);
	}

	/** A group comes; its pk. */
	public String groupComes(String name, boolean ofSuperusers) {
		return this.groups
			.add(new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "name", name, "is_superuser",
					ofSuperusers, "parents", List.of(), "attributes", Map.of(), "roles", List.of())))
			.text("pk");
	}

	/**
	 * A group is below another one, beside others from 2025.12 on and in place of another
	 * before.
	 */
	public void groupIsBelow(String name, String parent) {
		Row group = this.groups.one("name", name);
		Object above = this.groups.one("name", parent).pk();
		if (this.instance.has(Behaviour.ROLES_ONLY)) {
			List<Object> parents = new ArrayList<>(group.list("parents"));
			parents.add(above);
			group.set("parents", parents);
		}
		else {
			group.set("parent", above);
		}
	}

	/** The user joins the group. */
	public void userJoins(String username, String group) {
		Row user = user(username);
		List<Object> groups = new ArrayList<>(user.list("groups"));
		groups.add(this.groups.one("name", group).pk());
		user.set("groups", groups);
	}

	/** The group has these members and no others. */
	public void groupConsistsOf(Row group, List<Object> members) {
		this.users.stream().forEach((user) -> {
			List<Object> groups = new ArrayList<>(user.list("groups"));
			groups.remove(group.pk());
			if (members.contains(user.pk())) {
				groups.add(group.pk());
			}
			user.set("groups", groups);
		});
	}

	/** The user, who is no superuser, may do exactly this. */
	public void userMay(String username, String... permissions) {
		this.rbac.userHolds(user(username), List.of(permissions));
	}

	/** A token for the API that does not expire. */
	public void apiTokenComes(String identifier, String key, String username) {
		tokenComes(identifier, key, username, "api", null);
	}

	/** Somebody deletes a token. */
	public void tokenGoes(String identifier) {
		this.tokens.remove(this.tokens.one("identifier", identifier));
	}

	/** A token for sign-in, which the API refuses. */
	public void appPasswordComes(String identifier, String key, String username) {
		tokenComes(identifier, key, username, "app_password", null);
	}

	/** A token whose time was over at the given moment. */
	public void expiringTokenComes(String identifier, String key, String username, Instant expires) {
		tokenComes(identifier, key, username, "api", expires);
	}

	private void tokenComes(String identifier, String key, String username, String intent, @Nullable Instant expires) {
		this.tokens.add(new Row(AuthentikJson.object("pk", this.instance.randomness().uuid(), "managed", null,
				"identifier", identifier, "intent", intent, "key", key, "user", user(username).pk(), "description", "",
				"expires", (expires != null) ? TimeFormats.iso(expires) : null, "expiring", expires != null)));
	}

	public Row addUser(Map<String, @Nullable Object> values) {
		int pk = ++this.lastUser;
		String now = TimeFormats.iso(this.instance.now());
		Row user = new Row(AuthentikJson.object("pk", pk));
		user.setAll(values);
		user.setAll(AuthentikJson.object("uuid", this.instance.randomness().uuid(), "uid", uid(pk), "date_joined", now,
				"password_change_date", now, "last_updated", now));
		return this.users.add(user);
	}

	private static String uid(int pk) {
		byte[] seed = ("laboratory-" + pk).getBytes(StandardCharsets.UTF_8);
		return HexFormat.of().formatHex(KeyMaterial.digest("SHA-256", seed));
	}

	public Table users() {
		return this.users;
	}

	public Table groups() {
		return this.groups;
	}

	public Table tokens() {
		return this.tokens;
	}

	/** The key of a user. */
	public int keyOf(String username) {
		return (Integer) user(username).pk();
	}

	public Row user(String username) {
		return this.users.one("username", username);
	}

	public List<Row> groupsOf(Row user) {
		return this.tree.groupsOf(user);
	}

	/** The user's groups and all groups above them. */
	public Set<Row> allGroupsOf(Row user) {
		return this.tree.allGroupsOf(user);
	}

	public List<Row> membersOf(Row group) {
		return this.users.stream().filter((user) -> user.list("groups").contains(group.pk())).toList();
	}

	/** A user inside other objects. */
	public static Map<String, @Nullable Object> shortly(Row user) {
		return AuthentikJson.object("pk", user.pk(), "username", user.text("username"), "name", user.text("name"),
				"is_active", user.flag("is_active"), "last_login", user.get("last_login"), "email", user.text("email"),
				"attributes", user.object("attributes"), "uid", user.text("uid"));
	}

	public boolean isSuperuser(Row user) {
		return allGroupsOf(user).stream().anyMatch((group) -> group.flag("is_superuser"));
	}

	/** Whether the user may do this to the object, or to all where it is null. */
	public boolean may(Row user, String permission, @Nullable Row object) {
		return isSuperuser(user) || this.rbac.holds(user, permission, object);
	}

	/** Whose API token this is, if it is valid. */
	public Optional<Row> bearerOf(String key) {
		return this.tokens.find("key", key)
			.filter((token) -> token.is("intent", "api") && !isOver(token))
			.flatMap((token) -> this.users.byPk(token.get("user")))
			.filter((user) -> user.flag("is_active"));
	}

	private boolean isOver(Row token) {
		return token.flag("expiring") && Instant.parse(token.text("expires")).isBefore(this.instance.now());
	}

	/** Who signs in with this name or address and this password. */
	public Optional<Row> signedInBy(String nameOrEmail, String password) {
		return meantBy(nameOrEmail).filter((user) -> user.flag("is_active") && password.equals(user.get("password")));
	}

	/** Whom the sign-in page means by what was entered. */
	public Optional<Row> meantBy(String nameOrEmail) {
		return this.users.stream()
			.filter((user) -> user.text("username").equalsIgnoreCase(nameOrEmail)
					|| (!nameOrEmail.isEmpty() && user.text("email").equalsIgnoreCase(nameOrEmail)))
			.findFirst();
	}

	private List<Object> keysOf(String... names) {
		return java.util.Arrays.stream(names).map((name) -> this.groups.one("name", name).pk()).toList();
	}

}
