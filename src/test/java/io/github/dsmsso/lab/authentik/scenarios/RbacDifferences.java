package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.scenarios.Difference.Border;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;

import static io.github.dsmsso.lab.authentik.releases.Behaviour.*;
import static io.github.dsmsso.lab.authentik.scenarios.Difference.between;

/** The release notes of roles and permissions. */
final class RbacDifferences {

	private static final String ROLES = "/rbac/roles/";

	private static final String PERMISSIONS = "/rbac/permissions/";

	private RbacDifferences() {
	}

	static Stream<Difference> all() {
		return Stream.concat(upTo2025(), in2026());
	}

	private static Stream<Difference> upTo2025() {
		Border summer = between("2024.2.4", "2024.8.4");
		Border december = between("2025.10.4", "2025.12.6");
		return Stream.of(
				summer.notes(ASSIGNMENT_IDS, "assigning answers the keys of what was assigned",
						(api) -> assigned(api).status() == 200),
				summer.notes(ASSIGNMENT_IDS, "permissions for single objects are listed for all roles",
						(api) -> api.get(PERMISSIONS + "roles/").status() == 200),
				summer.notes(ASSIGNMENT_IDS, "a permission for a single object can be deleted",
						(api) -> deletesByKey(api)),
				between("2025.8.6", "2025.10.4").notes(ROLE_NAMES, "roles are found by name", (api) -> {
					api.role("one");
					return api.get(ROLES + "?name=nobody").column("pk").isEmpty();
				}),
				december.notes(ROLES_ONLY, "users are assigned nothing",
						(api) -> api.get(PERMISSIONS + "assigned_by_users/?model=authentik_core.group").status() == 404
								&& api.get(PERMISSIONS + "users/?user_id=4").status() == 404),
				december.notes(ROLES_ONLY, "users are added to roles and removed from them",
						(api) -> joined(api).status() == 204),
				december.notes(ROLES_ONLY, "roles tell what they hold for all objects, too", (api) -> {
					assigned(api);
					return api.get(PERMISSIONS + "assigned_by_roles/?model=authentik_core.group")
						.has("/results/0/model_permissions");
				}), december.notes(ROLES_ONLY, "roles are found by what manages them", (api) -> {
					api.role("one");
					return api.get(ROLES + "?managed__isnull=false").column("name").stream().noneMatch("one"::equals);
				}), december.notes(ROLES_ONLY, "a permission for a single object cannot be deleted by its key",
						(api) -> !deletesByKey(api)));
	}

	private static Stream<Difference> in2026() {
		Border february = between("2025.12.6", "2026.2.2");
		return Stream.of(
				february.notes(RENAMED_ROLE_FILTERS, "the filter ak_groups is called groups",
						(api) -> filtersBy(api, "groups") && !filtersBy(api, "ak_groups")),
				february.notes(RENAMED_ROLE_FILTERS, "permissions are not narrowed by a user",
						(api) -> !api.get(PERMISSIONS + "?user=" + api.user("anna")).column("id").isEmpty()),
				february.notes(LONG_ROLE_NAMES, "names of roles are longer than 150 characters",
						(api) -> api.post(ROLES, Map.of("name", "r".repeat(151))).status() == 201),
				between("2026.2.2", "2026.5.6").notes(COMPLETE_PERMISSION_LISTS,
						"the list of permissions for single objects has a third member",
						(api) -> api.get(PERMISSIONS + "roles/?uuid=" + api.role("one")).has("/autocomplete")));
	}

	private static Answer assigned(ApiScene api) {
		return api.assign(api.role("one"), "authentik_core.view_group");
	}

	private static boolean deletesByKey(ApiScene api) {
		String role = api.role("one");
		api.post(PERMISSIONS + "assigned_by_roles/" + role + "/assign/", Map.of("permissions", List.of("view_group"),
				"model", "authentik_core.group", "object_pk", api.group("Family")));
		String key = api.get(PERMISSIONS + "roles/?uuid=" + role).text("/results/0/id");
		return api.delete(PERMISSIONS + "roles/" + key + "/").status() == 204;
	}

	private static Answer joined(ApiScene api) {
		return api.post(ROLES + api.role("one") + "/add_user/", Map.of("pk", Integer.valueOf(api.user("anna"))));
	}

	private static boolean filtersBy(ApiScene api, String parameter) {
		return api.get(ROLES + "?" + parameter + "=" + api.group("Family")).column("pk").isEmpty();
	}

}
