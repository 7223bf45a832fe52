package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How a client makes a user that may do just what it must: roles, permissions, service
 * accounts. All that is said with each release is held against its description.
 */
class RbacTests {

	private static final String API = "/api/v3";

	private static final String ROLES = "/rbac/roles/";

	private static final String BY_ROLES = "/rbac/permissions/assigned_by_roles/";

	private static final String BY_USERS = "/rbac/permissions/assigned_by_users/";

	private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

	static Stream<String> releases() {
		return AuthentikVersion.all().stream().map(AuthentikVersion::number);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aServiceAccountWithARoleDoesWhatTheRoleMayAndIsRefusedTheRest(String release) {
		ApiScene api = ApiScene.under(release);
		PlainClient robot = accountWith(api, api.role("wizards", rights()));

		Answer provider = robot.send("POST", API + "/providers/oauth2/", api.provider("nas"));
		assertThat(provider.status()).isEqualTo(201);
		assertThat(robot
			.send("POST", API + "/core/applications/",
					Map.of("name", "nas", "slug", "nas", "provider", provider.json().at("/pk").asInt()))
			.status()).isEqualTo(201);
		assertThat(robot
			.send("POST", API + "/policies/bindings/",
					Map.of("target", api.application("nas"), "group", api.group("Family"), "order", 0))
			.status()).isEqualTo(201);
		assertThat(robot.send("DELETE", API + "/core/applications/nas/").status()).isEqualTo(204);

		refusesAll(robot, "GET", "/admin/system/", "GET", ROLES, "GET", BY_ROLES + "?model=authentik_core.application",
				"GET", "/policies/all/");
		assertRefused(robot.send("POST", API + ROLES, Map.of("name", "more")));
		assertRefused(robot.send("POST", API + "/core/groups/", Map.of("name", "more")));
		assertRefused(robot.send("POST", API + "/core/users/service_account/", Map.of("name", "more")));
		api.requireKept();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void whatIsTakenFromTheRoleOrGoesWithItIsRefusedFromThenOn(String release) {
		ApiScene api = ApiScene.under(release);
		String role = api.role("readers", "authentik_flows.view_flow", "authentik_core.view_user");
		PlainClient robot = accountWith(api, role);
		assertThat(robot.get(API + "/flows/instances/").status()).isEqualTo(200);

		assertThat(
				api.patch(BY_ROLES + role + "/unassign/", Map.of("permissions", List.of("authentik_flows.view_flow")))
					.status())
			.isEqualTo(204);

		refusesAll(robot, "GET", "/flows/instances/");
		assertThat(robot.get(API + "/core/users/").status()).isEqualTo(200);
		assertThat(api.get(ROLES + role + "/used_by/").json()).hasSize(1);
		assertThat(api.delete(ROLES + role + "/").status()).isEqualTo(204);
		refusesAll(robot, "GET", "/core/users/");
		api.requireKept();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023.10", "2024.2", "2024.8.4", "2025.10" })
	void upTo2025_10AUserHoldsPermissionsThemselves(String release) {
		ApiScene api = ApiScene.under(release);
		PlainClient robot = account(api);
		String user = api.user("robot");
		Map<String, Object> wanted = Map.of("permissions", List.of("authentik_core.view_group"));
		refusesAll(robot, "GET", "/core/groups/");

		assertThat(api.post(BY_USERS + user + "/assign/", wanted).status())
			.isEqualTo(api.has(Behaviour.ASSIGNMENT_IDS) ? 200 : 204);

		assertThat(robot.get(API + "/core/groups/").status()).isEqualTo(200);
		assertThat(api.get(BY_USERS + "?model=authentik_core.group").column("username")).contains("akadmin", "robot");
		assertThat(api.get("/rbac/permissions/?user=" + user).column("codename")).containsExactly("view_group");
		assertThat(api.patch(BY_USERS + user + "/unassign/", wanted).status()).isEqualTo(204);
		refusesAll(robot, "GET", "/core/groups/");
		api.requireKept();
	}

	@Test
	void nothingIsAssignedToTheAccountsThatAuthentikKeeps() {
		ApiScene api = ApiScene.of("2025.10");
		Answer answer = api.post(BY_USERS + api.user("ak-outpost-embedded") + "/assign/",
				Map.of("permissions", List.of("authentik_core.view_group")));
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/0")).isEqualTo("Permissions cannot be assigned to an internal service account.");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2025.12", "2026.2", "2026.8" })
	void from2025_12OnlyRolesHoldPermissionsAndUsersJoinThem(String release) {
		ApiScene api = ApiScene.under(release);
		PlainClient robot = account(api);
		Map<String, Object> user = Map.of("pk", Integer.valueOf(api.user("robot")));
		String role = api.role("readers", "authentik_core.view_group");

		assertThat(api.post(ROLES + role + "/add_user/", user).status()).isEqualTo(204);

		assertThat(robot.get(API + "/core/groups/").status()).isEqualTo(200);
		assertThat(robot.get(API + "/core/users/me/").text("/user/roles/0/name")).isEqualTo("readers");
		assertThat(api.get(ROLES + "?users=" + api.user("robot")).column("name")).containsExactly("readers");
		assertThat(api.get("/core/users/?username=robot").text("/results/0/roles_obj/0/name")).isEqualTo("readers");
		assertThat(api.get("/core/users/?roles_by_name=readers").column("username")).containsExactly("robot");
		assertThat(api.get("/core/users/?roles_by_pk=" + role).column("username")).containsExactly("robot");
		assertThat(api.post(ROLES + role + "/remove_user/", user).status()).isEqualTo(204);
		refusesAll(robot, "GET", "/core/groups/");
		assertThat(api.post(ROLES + role + "/add_user/", Map.of("pk", 4711)).status()).isEqualTo(404);
		api.requireKept();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aPermissionForOneObjectIsForThatOneOnly(String release) {
		ApiScene api = ApiScene.under(release);
		api.connect("nas");
		api.connect("zoo");
		String role = api.role("keepers");
		PlainClient robot = accountWith(api, role);
		api.post(BY_ROLES + role + "/assign/",
				Map.of("permissions",
						List.of("authentik_providers_oauth2.view_oauth2provider", "change_oauth2provider"), "model",
						"authentik_providers_oauth2.oauth2provider", "object_pk", pkOf(api, "nas")));

		assertThat(robot.get(API + "/providers/oauth2/").column("name")).containsExactly("nas");
		assertThat(change(robot, pkOf(api, "nas")).status()).isEqualTo(200);
		assertThat(change(robot, pkOf(api, "zoo")).status()).isEqualTo(404);
		assertRefused(robot.send("DELETE", API + "/providers/oauth2/" + pkOf(api, "nas") + "/"));
		Answer told = api.get("/rbac/permissions/roles/?uuid=" + role);
		assertThat(told.column("object_description")).containsExactly("nas", "nas");
		if (api.has(Behaviour.ASSIGNMENT_IDS) && !api.has(Behaviour.ROLES_ONLY)) {
			String key = told.text("/results/0/id");
			assertThat(api.get("/rbac/permissions/roles/" + key + "/").text("/codename"))
				.isEqualTo("view_oauth2provider");
		}
		assertThat(api.get(BY_ROLES + "?model=authentik_providers_oauth2.oauth2provider&object_pk=" + pkOf(api, "nas"))
			.column("name")).contains("keepers");
		api.requireKept();
	}

	@Test
	void aRoleOfAGroupIsOneOfTheGroupsBelow() {
		ApiScene api = ApiScene.of("2026.8");
		String role = api.role("readers", "authentik_core.view_group");
		PlainClient robot = account(api);
		String above = api.post("/core/groups/", Map.of("name", "above", "roles", List.of(role))).text("/pk");
		api.post("/core/groups/", Map.of("name", "below", "parents", List.of(above), "users",
				List.of(Integer.valueOf(api.user("robot")))));
		String roles = ROLES + "?users=" + api.user("robot");
		assertThat(api.get(roles).column("name")).isEmpty();
		assertThat(api.get(roles + "&inherited=true").column("name")).containsExactly("readers");
		assertThat(robot.get(API + "/core/groups/").status()).isEqualTo(200);
		assertThat(api.get("/core/groups/?search=below&include_inherited_roles=true")
			.text("/results/0/inherited_roles_obj/0/name")).isEqualTo("readers");
	}

	@ParameterizedTest
	@CsvSource({ "2023.10, false", "2025.10, true", "2026.8, true" })
	void aServiceAccountComesWithAGroupAndAPasswordThatIsNoToken(String release, boolean expiring) {
		ApiScene api = ApiScene.under(release);
		Map<String, Object> wanted = Map.of("name", "robot", "create_group", true, "expiring", expiring);
		Answer made = api.post("/core/users/service_account/", wanted);
		assertThat(made.status()).isEqualTo(200);
		assertThat(api.get("/core/users/?username=robot").column("type")).containsExactly("service_account");
		assertThat(api.get("/core/groups/" + made.text("/group_pk") + "/").text("/users_obj/0/username"))
			.isEqualTo("robot");
		assertThat(api.get("/core/tokens/service-account-robot-password/").json().at("/expiring").asBoolean())
			.isEqualTo(expiring);
		assertThat(api.holderOf(made.text("/token")).get(API + "/core/users/me/").text("/detail"))
			.isEqualTo("Token invalid/expired");
		assertThat(api.post("/core/users/service_account/", wanted).text("/non_field_errors/0"))
			.isEqualTo("A user/group with these details already exists");
		api.requireKept();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void whoMayViewTheSystemIsToldWhatItRunsOn(String release) {
		ApiScene api = ApiScene.under(release);
		PlainClient robot = accountWith(api, api.role("operators", "authentik_rbac.view_system_info"));
		for (String method : List.of("GET", "POST")) {
			assertThat(robot.send(method, API + "/admin/system/").text("/http_host")).isEqualTo(PlainClient.HOST);
		}
		api.requireKept();
	}

	@Test
	void anAssignmentIsRefusedFieldByField() {
		ApiScene api = ApiScene.of("2026.8");
		String role = api.role("readers");
		assertThat(api.assign(NOBODY, rights()).status()).isEqualTo(404);
		assertThat(api.assign(role, "view_flow").text("/permissions/0")).startsWith("When assigning global");
		assertThat(api.assign(role, "authentik_flows.fly_flow").status()).isEqualTo(500);
		String path = BY_ROLES + role + "/assign/";
		assertThat(api.post(path, Map.of()).text("/permissions/0")).isEqualTo("This field is required.");
		assertThat(api.post(path, Map.of("permissions", List.of(), "object_pk", "1")).has("/non_field_errors/0"))
			.isTrue();
		assertThat(api.post(path, Map.of("permissions", List.of(), "model", "a.b", "object_pk", "1")).text("/model/0"))
			.isEqualTo("\"a.b\" is not a valid choice.");
		assertThat(api.get(BY_ROLES).text("/model/0")).isEqualTo("This field is required.");
		assertThat(api.get(BY_ROLES + "?model=a.b").text("/model/0")).startsWith("Select a valid choice.");
		assertThat(api.post(ROLES, Map.of("name", "readers")).text("/name/0"))
			.isEqualTo("Role with this name already exists.");
	}

	@Test
	void whoHandsOutPermissionsNeedsOneForThat() {
		ApiScene api = ApiScene.of("2026.8");
		String role = api.role("readers");
		PlainClient robot = accountWith(api, api.role("viewers", "authentik_rbac.view_role"));
		Map<String, Object> wanted = Map.of("permissions", List.of("authentik_core.view_group"));
		assertThat(robot.get(API + ROLES + role + "/").status()).isEqualTo(200);
		assertRefused(robot.send("POST", API + BY_ROLES + role + "/assign/", wanted));
		assertRefused(robot.send("PATCH", API + BY_ROLES + role + "/unassign/", wanted));
		assertRefused(robot.send("POST", API + ROLES + role + "/add_user/", Map.of("pk", 4)));
		assertRefused(robot.send("DELETE", API + ROLES + role + "/"));
	}

	@Test
	void everybodyReadsWhichPermissionsThereAre() {
		ApiScene api = ApiScene.of("2026.8");
		String query = "/rbac/permissions/?content_type__app_label=authentik_policies&content_type__model=policybinding";
		assertThat(account(api).get(API + query).column("codename")).containsExactly("add_policybinding",
				"change_policybinding", "delete_policybinding", "view_policybinding");
		assertThat(Stream.of(1, 2)
			.flatMap((page) -> api.get("/rbac/permissions/?page_size=100&page=" + page).column("codename").stream()))
			.contains(DemoAuthentik.RIGHTS_OF_A_WIZARD.stream()
				.map((name) -> name.replaceFirst(".*\\.", ""))
				.toArray(String[]::new));
		String role = api.role("readers", "authentik_rbac.view_system_info");
		assertThat(api.get("/rbac/permissions/?role=" + role).column("name")).containsExactly("Can view system info");
		assertThat(accountWith(api, role, "reader").get(API + "/core/users/me/").text("/user/system_permissions/0"))
			.isEqualTo("view_system_info");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/core/users/", "/core/groups/", "/core/applications/?superuser_full_list=true",
			"/core/brands/", "/core/application_entitlements/", "/flows/instances/", "/policies/all/",
			"/policies/bindings/", "/crypto/certificatekeypairs/", "/providers/all/", "/propertymappings/all/",
			"/propertymappings/provider/scope/", "/events/events/", "/admin/system/", "/rbac/roles/" })
	void whoeverHoldsAllPermissionsReadsAllLists(String list) {
		ApiScene api = ApiScene.of("2026.8");
		String[] all = Stream.of(1, 2)
			.flatMap((page) -> api.get("/rbac/permissions/?page_size=100&page=" + page)
				.json()
				.at("/results")
				.valueStream())
			.map((row) -> row.path("app_label").asString() + "." + row.path("codename").asString())
			.toArray(String[]::new);
		assertThat(accountWith(api, api.role("almighty", all)).get(API + list).status()).isEqualTo(200);
	}

	private static PlainClient account(ApiScene api) {
		return account(api, "robot");
	}

	/** A new service account with the API token that was made for it. */
	private static PlainClient account(ApiScene api, String name) {
		api.post("/core/users/service_account/", Map.of("name", name));
		api.post("/core/tokens/", Map.of("identifier", name, "intent", "api", "user", Integer.valueOf(api.user(name))));
		return api.holderOf(api.get("/core/tokens/" + name + "/view_key/").text("/key"));
	}

	private static PlainClient accountWith(ApiScene api, String role) {
		return accountWith(api, role, "robot");
	}

	/** The way that all releases have: a group with the role. */
	private static PlainClient accountWith(ApiScene api, String role, String name) {
		PlainClient client = account(api, name);
		api.post("/core/groups/",
				Map.of("name", name + "s", "roles", List.of(role), "users", List.of(Integer.valueOf(api.user(name)))));
		return client;
	}

	private static String pkOf(ApiScene api, String provider) {
		return api.world().tables().providers().one("name", provider).text("pk");
	}

	private static Answer change(PlainClient client, String provider) {
		return client.send("PATCH", API + "/providers/oauth2/" + provider + "/", Map.of("sub_mode", "user_email"));
	}

	private static void refusesAll(PlainClient client, String... methodsAndPaths) {
		for (int i = 0; i < methodsAndPaths.length; i += 2) {
			assertRefused(client.send(methodsAndPaths[i], API + methodsAndPaths[i + 1]));
		}
	}

	private static void assertRefused(Answer answer) {
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.text("/detail")).isEqualTo("You do not have permission to perform this action.");
	}

	private static String[] rights() {
		return DemoAuthentik.RIGHTS_OF_A_WIZARD.toArray(String[]::new);
	}

}
