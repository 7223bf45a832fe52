package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.scenarios.Difference.Border;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import io.github.dsmsso.lab.authentik.world.KeyMaterial;
import org.jspecify.annotations.Nullable;

import static io.github.dsmsso.lab.authentik.releases.Behaviour.*;
import static io.github.dsmsso.lab.authentik.scenarios.Difference.between;

/** The release notes of the admin API's objects. */
final class ApiDifferences {

	private static final String PROVIDERS = "/providers/oauth2/";

	private static final String APPLICATIONS = "/core/applications/";

	private static final String KEYS = "/crypto/certificatekeypairs/";

	private ApiDifferences() {
	}

	static Stream<Difference> all() {
		return Stream
			.of(in2024(), redirectUris(between("2024.8.4", "2024.8.6")),
					redirectUris(between("2024.10.2", "2024.10.5")), redirectUrisOfTheOlderLine(), in2025(), in2026(),
					providersInTokens())
			.flatMap((notes) -> notes);
	}

	private static Stream<Difference> in2024() {
		Border february = between("2023.10.7", "2024.2.4");
		Border summer = between("2024.2.4", "2024.8.4");
		Border october = between("2024.8.6", "2024.10.2");
		Border december = between("2024.10.5", "2024.12.5");
		return Stream.of(
				february.notes(PREVIEW_FOR_USER, "claims can be previewed for another user",
						ApiDifferences::previewsOthers),
				february.notes(LOWER_CASE_USED_BY, "used_by tells its actions in lower case",
						(api) -> api.get(PROVIDERS + api.connect("nas") + "/used_by/")
							.text("/0/action")
							.equals("set_default")),
				february.notes(EXPIRING_CONSENTS, "consents tell whether they expire",
						(api) -> consented(api).json().at("/results/0/expiring").asBoolean(false)),
				february.notes(APPLICATIONS_FOR_USER, "superusers may list the applications of another user",
						ApiDifferences::listsForOthers),
				summer.notes(SCOPES_BELOW_PROVIDER, "scope mappings moved below propertymappings/provider/",
						(api) -> moved(api, "/propertymappings/scope/", "/propertymappings/provider/scope/")),
				summer.notes(KEY_ALGORITHMS, "the algorithm of a generated key can be chosen",
						(api) -> generated(api, "ecdsa").text("/private_key_type").equals("ellipticcurve")),
				summer.notes(UNDATED_TOKENS, "a token that does not expire has no date",
						(api) -> tokenOf(api, false).json().at("/expires").isNull()),
				summer.notes(LAUNCH_URL_FILTER, "applications can be narrowed to those with a launch URL",
						ApiDifferences::narrowsToLaunchable),
				summer.notes(SLIM_LISTS, "users can be listed without their groups",
						(api) -> api.get("/core/users/?include_groups=false")
							.json()
							.at("/results/0/groups_obj")
							.isNull()),
				summer.notes(SLIM_LISTS, "groups can be listed without their members",
						(api) -> api.get("/core/groups/?include_users=false")
							.json()
							.at("/results/0/users_obj")
							.isNull()),
				summer.notes(LOG_EVENTS, "an access check logs objects with attributes",
						(api) -> checked(api).has("/log_messages/0/attributes")),
				summer.notes(BACKCHANNEL_FILTER, "the filter backchannel_only is called backchannel",
						(api) -> filters(api, "backchannel") && !filters(api, "backchannel_only")),
				summer.notes(UNIQUE_GROUP_NAMES, "a group's name must be unique",
						(api) -> api.post("/core/groups/", Map.of("name", "Family")).status() == 400),
				october.notes(INVALIDATION_FLOW, "a provider must name an invalidation flow",
						(api) -> refuses(api, "invalidation_flow", null)),
				october.notes(INVALIDATION_FLOW, "a provider may have an encryption key",
						(api) -> api.createProvider("nas").has("/encryption_key")),
				december.notes(JWT_FEDERATION, "jwks_sources is called jwt_federation_sources",
						(api) -> renamed(api.createProvider("nas"), "/jwks_sources", "/jwt_federation_sources")),
				december.notes(JWT_FEDERATION, "a provider may trust tokens of other providers",
						(api) -> api.createProvider("nas").has("/jwt_federation_providers")),
				december.notes(ENTITLEMENTS, "applications have entitlements",
						(api) -> api.get("/core/application_entitlements/").status() == 200),
				december.notes(TRANSACTIONAL_BINDINGS, "the transaction makes bindings, too", (api) -> {
					api.put("/core/transactional/applications/", transaction(api));
					return api.get("/policies/bindings/").text("/pagination/count").equals("1");
				}), december.notes(TRANSACTIONAL_BINDINGS, "the transaction asks for permissions, not for a superuser",
						(api) -> {
							api.world()
								.people()
								.userMay("wizard", "authentik_core.add_application",
										"authentik_providers_oauth2.add_oauth2provider",
										"authentik_policies.add_policybinding");
							return api.holderOf(DemoAuthentik.LIMITED_TOKEN)
								.send("PUT", "/api/v3/core/transactional/applications/", transaction(api))
								.status() == 200;
						}));
	}

	private static Stream<Difference> redirectUris(Border border) {
		return Stream.of(
				border.notes(REDIRECT_URIS_AS_LIST, "redirect_uris is a list of objects",
						(api) -> api.createProvider("nas").text("/redirect_uris/0/url").equals(ApiScene.REDIRECT_URI)),
				border.notes(REDIRECT_URIS_AS_LIST, "redirect_uris is no text any more",
						(api) -> refuses(api, "redirect_uris", ApiScene.REDIRECT_URI)),
				border.notes(REDIRECT_URIS_AS_LIST, "redirect_uris must be there",
						(api) -> refuses(api, "redirect_uris", null)),
				border.notes(REDIRECT_URIS_AS_LIST, "the filter redirect_uris is gone", (api) -> {
					api.createProvider("nas");
					return api.get(PROVIDERS + "?redirect_uris=nobody").text("/pagination/count").equals("1");
				}), border.notes(REDIRECT_URIS_AS_LIST, "a dot in a redirect URI is a dot", (api) -> {
					api.connect("nas");
					return api.anonymous()
						.get(api.authorizeTarget("nas", "redirect_uri", "https://nasXexample.org:5001"))
						.status() == 400;
				}));
	}

	/** 2024.10.2 is older than 2024.8.6 in this. */
	private static Stream<Difference> redirectUrisOfTheOlderLine() {
		Border border = between("2024.8.6", "2024.10.2");
		return Stream.of(border.notes(REDIRECT_URIS_AS_LIST, "redirect_uris is still a text",
				(api) -> api.provider("nas").get("redirect_uris") instanceof String
						&& api.createProvider("nas").text("/redirect_uris").equals(ApiScene.REDIRECT_URI)));
	}

	private static Stream<Difference> in2025() {
		Border april = between("2024.12.5", "2025.4.4");
		Border august = between("2025.4.4", "2025.8.6");
		Border october = between("2025.8.6", "2025.10.4");
		Border december = between("2025.10.4", "2025.12.6");
		return Stream.of(
				april.notes(USER_DATES, "users tell when they joined and changed their password",
						(api) -> api.get("/core/users/").has("/results/0/date_joined")
								&& api.get("/core/users/").has("/results/0/password_change_date")),
				august.notes(AUTOCOMPLETE, "lists have a third member",
						(api) -> api.get(PROVIDERS).has("/autocomplete")),
				august.notes(RESERVED_SLUGS, "slugs that are endpoints are refused",
						(api) -> refusesApplication(api, Map.of("name", "n", "slug", "userinfo"))),
				august.notes(EVENT_ACTIONS_FILTER, "events can be narrowed by exact actions",
						(api) -> eventsBy(api, "actions=model_created").equals("0")),
				august.notes(USER_LAST_UPDATED, "users tell when they were changed",
						(api) -> api.get("/core/users/").has("/results/0/last_updated")),
				august.notes(USER_LAST_UPDATED, "groups tell their children",
						(api) -> api.get("/core/groups/").has("/results/0/children")),
				august.notes(BACKCHANNEL_LOGOUT_URI, "a provider has backchannel_logout_uri",
						(api) -> api.createProvider("nas").has("/backchannel_logout_uri")),
				august.notes(ANY_GROUP_IS_ENOUGH, "in policy mode all one of several groups is enough",
						ApiDifferences::passesWithOneGroupOfTwo),
				october.notes(BACKCHANNEL_LOGOUT_URI, "backchannel_logout_uri is gone",
						(api) -> !api.createProvider("nas").has("/backchannel_logout_uri")),
				october.notes(LOGOUT_METHOD, "a provider has logout_uri, logout_method, refresh_token_threshold",
						(api) -> hasAll(api.createProvider("nas"), "logout_uri", "logout_method",
								"refresh_token_threshold")),
				october.notes(PARTIAL_BINDING_OBJECTS, "bindings show groups and users in short",
						(api) -> !bound(api).has("/group_obj/users")),
				december.notes(ANY_GROUP_IS_ENOUGH, "in policy mode all every group is wanted again",
						(api) -> !passesWithOneGroupOfTwo(api)),
				december.notes(KEY_TYPE, "private_key_type is called key_type",
						(api) -> renamed(api.get(KEYS), "/results/0/private_key_type", "/results/0/key_type")),
				december.notes(KEY_TYPE, "a certificate without a private key has a type, too",
						(api) -> imported(api).text("/key_type").equals("rsa")),
				december.notes(KEY_TYPE, "keys can be narrowed by key_type",
						(api) -> api.get(KEYS + "?key_type=ec").text("/pagination/count").equals("0")),
				december.notes(SMALL_PAGES, "20 rows come unless asked", (api) -> pageOf(api, "").equals("20")),
				december.notes(SMALL_PAGES, "no more than 100 rows come whatever is asked",
						(api) -> pageOf(api, "?page_size=1000").equals("100")),
				december.notes(ICON_URLS, "applications tell meta_icon_url and take meta_icon",
						(api) -> applicationWith(api, "meta_icon", "https://icons.example/a.png").text("/meta_icon_url")
							.equals("https://icons.example/a.png")),
				december.notes(ICON_URLS, "set_icon_url is gone", (api) -> {
					api.connect("nas");
					return api.post(APPLICATIONS + "nas/set_icon_url/", Map.of("url", "https://icons.example/a.png"))
						.status() != 200;
				}), december.notes(ICON_URLS, "set_icon is gone", (api) -> {
					api.connect("nas");
					return api.post(APPLICATIONS + "nas/set_icon/", Map.of()).status() != 400;
				}),
				december.notes(ICON_URLS, "flows tell background_url",
						(api) -> api.get("/flows/instances/").has("/results/0/background_url")),
				december.notes(LONG_SLUGS, "slugs may be longer than 50 characters",
						(api) -> !refusesApplication(api, Map.of("name", "n", "slug", "s".repeat(51)))),
				december.notes(ROLES_ONLY, "groups have parents, not a parent",
						(api) -> renamed(api.get("/core/groups/"), "/results/0/parent", "/results/0/parents")),
				december.notes(ROLES_ONLY, "users tell their roles",
						(api) -> api.get("/core/users/").has("/results/0/roles")
								&& api.get("/core/users/me/").has("/user/roles")));
	}

	private static Stream<Difference> in2026() {
		Border february = between("2025.12.6", "2026.2.2");
		Border may = between("2026.2.2", "2026.5.6");
		Border august = between("2026.5.6", "2026.8.3");
		Border november = between("2026.8.3", "2026.11.0");
		return Stream.of(
				february.notes(EDWARDS_KEYS, "Ed25519 keys can be generated",
						(api) -> generated(api, "ed25519").text("/key_type").equals("ed25519")),
				february.notes(KEY_DETAILS_OPTION, "include_details=false leaves nothing out any more",
						(api) -> !api.get(KEYS + "?include_details=false").text("/results/0/cert_subject").isEmpty()),
				february.notes(CONFIGURATION_WARNINGS, "configuration_warning is an action",
						(api) -> isAction(api, "configuration_warning") && isAction(api, "review_overdue")),
				may.notes(GRANT_TYPES, "a provider has grant types, none unless said",
						(api) -> without(api, "grant_types").json().at("/grant_types").isArray()),
				may.notes(GRANT_TYPES, "an empty list of grant types is refused",
						(api) -> refuses(api, "grant_types", List.of())),
				may.notes(GRANT_TYPES, "an unknown grant type is refused by its place in the list",
						(api) -> api.post(PROVIDERS, api.provider("nas", "grant_types", List.of("telepathy")))
							.has("/grant_types/0")),
				may.notes(REDIRECT_URI_TYPES, "a redirect URI is for authorization unless said",
						(api) -> api.createProvider("nas")
							.text("/redirect_uris/0/redirect_uri_type")
							.equals("authorization")),
				may.notes(META_HIDE, "an application may be hidden",
						(api) -> applicationWith(api, "meta_hide", true).json().at("/meta_hide").asBoolean(false)),
				may.notes(DEFAULT_APP_ACCESS, "applications without bindings can be closed", (api) -> {
					api.world().closesApplicationsWithoutBindings();
					api.connect("nas");
					return !api.get(APPLICATIONS + "nas/check_access/").json().at("/passing").asBoolean();
				}),
				august.notes(TOKEN_EXCHANGE, "token exchange is a grant type",
						(api) -> !refuses(api, "grant_types",
								List.of("urn:ietf:params:oauth:grant-type:token-exchange"))),
				august.notes(PRINTABLE_CREDENTIALS, "client id and secret must be printable ASCII",
						(api) -> refuses(api, "client_id", "grün") && refuses(api, "client_secret", "grün")),
				august.notes(PBM_UUID, "applications tell pbm_uuid",
						(api) -> applicationWith(api, "group", "").has("/pbm_uuid")),
				august.notes(DCR_REGISTRATION, "set-up URLs tell dcr_registration",
						(api) -> api.get(PROVIDERS + api.connect("nas") + "/setup_urls/").has("/dcr_registration")),
				august.notes(EXPIRING_BINDINGS, "bindings may expire",
						(api) -> bound(api).has("/expires") && bound(api).has("/expiring")),
				august.notes(SESSION_USERS, "who asks is told with everybody signed in here",
						(api) -> api.get("/core/users/me/").has("/users/0")
								&& api.get("/core/users/me/").has("/user/is_current")),
				november.notes(SECRET_REFERENCES, "client_secret reads as a reference",
						(api) -> !api.createProvider("nas").text("/client_secret").equals(ApiScene.CLIENT_SECRET)));
	}

	/** A fix that reached 2025.12 after 2026.2.2 was out. */
	private static Stream<Difference> providersInTokens() {
		return Stream.of(
				between("2025.10.4", "2025.12.6").notes(SHORT_GRANT_PROVIDERS,
						"tokens name their provider without its secret", (api) -> !tellsSecrets(api)),
				between("2025.12.6", "2026.2.2").notes(SHORT_GRANT_PROVIDERS, "tokens still show their provider whole",
						ApiDifferences::tellsSecrets),
				between("2026.2.2", "2026.5.6").notes(SHORT_GRANT_PROVIDERS,
						"tokens name their provider without its secret", (api) -> !tellsSecrets(api)));
	}

	private static boolean tellsSecrets(ApiScene api) {
		api.connect("nas");
		api.tokens("nas", "anna");
		return api.get("/oauth2/access_tokens/").has("/results/0/provider/client_secret");
	}

	private static boolean isAction(ApiScene api, String action) {
		return api.get("/events/events/?actions=" + action).status() == 200;
	}

	private static boolean passesWithOneGroupOfTwo(ApiScene api) {
		api.connect("nas");
		api.restrict("nas", "authentik Admins");
		api.world().groupIsBound("Family", "nas", false);
		api.patch(APPLICATIONS + "nas/", Map.of("policy_engine_mode", "all"));
		return api.get(APPLICATIONS + "nas/check_access/").json().at("/passing").asBoolean();
	}

	private static boolean previewsOthers(ApiScene api) {
		String pk = api.connect("nas");
		return api.get(PROVIDERS + pk + "/preview_user/?for_user=" + api.user("anna"))
			.text("/preview/preferred_username")
			.equals("anna");
	}

	private static boolean listsForOthers(ApiScene api) {
		api.connect("nas");
		api.restrict("nas", "Family");
		return api.get(APPLICATIONS + "?for_user=" + api.user("anna")).column("slug").contains("nas");
	}

	/** The consents after one user gave one. */
	private static Answer consented(ApiScene api) {
		api.consent("nas", "anna");
		return api.get("/core/user_consent/");
	}

	private static boolean moved(ApiScene api, String from, String to) {
		return api.get(to).status() == 200 && api.get(from).status() == 404;
	}

	private static boolean renamed(Answer answer, String from, String to) {
		return answer.has(to) && !answer.has(from);
	}

	private static boolean hasAll(Answer answer, String... members) {
		return Stream.of(members).allMatch((member) -> answer.has("/" + member));
	}

	private static Answer imported(ApiScene api) {
		String pem = KeyMaterial.shipped("rsa", "brought", api.world().clock()).certificatePem();
		return api.post(KEYS, Map.of("name", "brought", "certificate_data", pem));
	}

	private static Answer generated(ApiScene api, String algorithm) {
		return api.post(KEYS + "generate/", Map.of("common_name", "new", "validity_days", 30, "alg", algorithm));
	}

	private static Answer tokenOf(ApiScene api, boolean expiring) {
		return api.post("/core/tokens/", Map.of("identifier", "new", "intent", "api", "expiring", expiring));
	}

	private static boolean narrowsToLaunchable(ApiScene api) {
		api.post(APPLICATIONS, Map.of("name", "Nowhere", "slug", "nowhere"));
		return api.get(APPLICATIONS + "?only_with_launch_url=true").column("slug").isEmpty();
	}

	private static Answer checked(ApiScene api) {
		api.connect("nas");
		api.restrict("nas", "Family");
		return api.get(APPLICATIONS + "nas/check_access/");
	}

	private static boolean filters(ApiScene api, String parameter) {
		api.createProvider("nas");
		return api.get("/providers/all/?" + parameter + "=true").text("/pagination/count").equals("0");
	}

	/** Whether a provider with this value, or without the field, is refused for it. */
	private static boolean refuses(ApiScene api, String field, @Nullable Object value) {
		Map<String, @Nullable Object> body = api.provider("refused", field, value);
		if (value == null) {
			body.remove(field);
		}
		Answer answer = api.post(PROVIDERS, body);
		return answer.status() == 400 && answer.has("/" + field);
	}

	private static Answer without(ApiScene api, String field) {
		Map<String, @Nullable Object> body = api.provider("nas");
		body.remove(field);
		return api.post(PROVIDERS, body);
	}

	private static boolean refusesApplication(ApiScene api, Map<String, ?> body) {
		Answer answer = api.post(APPLICATIONS, body);
		return answer.status() == 400 && answer.has("/slug");
	}

	private static Answer applicationWith(ApiScene api, String field, Object value) {
		BiFunction<String, Object, Map<String, Object>> body = (name, content) -> Map.of("name", "NAS", "slug", "nas",
				name, content);
		return api.post(APPLICATIONS, body.apply(field, value));
	}

	private static Answer bound(ApiScene api) {
		if (api.world().tables().applications().isEmpty()) {
			api.connect("nas");
			api.restrict("nas", "Family");
		}
		String pk = api.get("/policies/bindings/").text("/results/0/pk");
		return api.get("/policies/bindings/" + pk + "/");
	}

	private static Map<String, Object> transaction(ApiScene api) {
		return Map.of("app", Map.of("name", "NAS", "slug", "nas"), "provider_model",
				"authentik_providers_oauth2.oauth2provider", "provider", api.provider("nas"), "policy_bindings",
				List.of(Map.of("group", api.group("Family"), "order", 0)));
	}

	/** How many of the events of a failed sign-in a filter leaves. */
	private static String eventsBy(ApiScene api, String filter) {
		api.anonymous()
			.submit("/if/flow/default-authentication-flow/", Map.of("uid_field", "anna", "password", "wrong"));
		return api.get("/events/events/?" + filter).text("/pagination/count");
	}

	private static String pageOf(ApiScene api, String query) {
		for (int number = 0; number < 120; number++) {
			api.world().people().groupComes("group " + number, false);
		}
		return String.valueOf(api.get("/core/groups/" + query).json().at("/results").size());
	}

}
