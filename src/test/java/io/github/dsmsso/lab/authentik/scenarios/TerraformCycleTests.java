package io.github.dsmsso.lab.authentik.scenarios;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The life of a provider, an application and a binding as infrastructure tools drive it:
 * looked up, created with every field a release knows, read back, changed as a whole and
 * in part, imported and deleted.
 */
class TerraformCycleTests {

	private static final String PROVIDERS = "/providers/oauth2/";

	private static final String APPLICATIONS = "/core/applications/";

	private static final String BINDINGS = "/policies/bindings/";

	private static final JsonMapper MAPPER = JsonMapper.builder().build();

	static Stream<String> releases() {
		return AuthentikVersion.all().stream().map(AuthentikVersion::number);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void dataSourcesFindWhatAuthentikShips(String release) {
		ApiScene api = ApiScene.of(release);
		assertThat(api.get("/flows/instances/?slug=default-provider-authorization-implicit-consent").column("pk"))
			.containsExactly(api.flow("default-provider-authorization-implicit-consent"));
		assertThat(api.get("/crypto/certificatekeypairs/?name=authentik+Self-signed+Certificate&has_key=true")
			.column("name")).containsExactly("authentik Self-signed Certificate");
		assertThat(api.get("/core/groups/?name=Family").column("pk")).containsExactly(api.group("Family"));
		assertThat(api.get("/core/users/?username=anna").column("pk")).containsExactly(api.user("anna"));
		String scopes = api.has(Behaviour.SCOPES_BELOW_PROVIDER) ? "/propertymappings/provider/scope/"
				: "/propertymappings/scope/";
		String managed = "goauthentik.io/providers/oauth2/scope-";
		assertThat(api.get(scopes + "?managed=" + managed + "openid&managed=" + managed + "email").column("scope_name"))
			.containsExactly("email", "openid");
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aProviderIsReadBackAsItWasWritten(String release) {
		ApiScene api = ApiScene.of(release);
		Map<String, @Nullable Object> wanted = provider(api);

		Answer created = api.post(PROVIDERS, wanted);

		assertThat(created.status()).isEqualTo(201);
		assertReadsAs(created, readable(api, wanted));
		assertKept(api, PROVIDERS, created.text("/pk"), created);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void anApplicationIsReadBackAsItWasWritten(String release) {
		ApiScene api = ApiScene.of(release);
		Map<String, @Nullable Object> wanted = application(api);

		Answer created = api.post(APPLICATIONS, wanted);

		assertThat(created.status()).isEqualTo(201);
		assertReadsAs(created, wanted);
		assertKept(api, APPLICATIONS, "nas", created);
		assertThat(api.get(APPLICATIONS + created.text("/pk") + "/").status()).isEqualTo(404);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aBindingIsReadBackAsItWasWritten(String release) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas");
		Map<String, @Nullable Object> wanted = binding(api);

		Answer created = api.post(BINDINGS, wanted);

		assertThat(created.status()).isEqualTo(201);
		assertReadsAs(created, wanted);
		assertKept(api, BINDINGS, created.text("/pk"), created);
	}

	/** Announced for 2026.11: what is read in the place of the secret may be written. */
	@Test
	void aReferenceToASecretIsWrittenBackWithoutLosingTheSecret() {
		ApiScene api = ApiScene.of("2026.11");
		String path = PROVIDERS + api.createProvider("nas").text("/pk") + "/";

		api.put(path, content(api.get(path).json()));

		Map<String, String> client = Map.of("client_id", ApiScene.CLIENT_ID + "-nas", "client_secret",
				ApiScene.CLIENT_SECRET, "token", "none");
		assertThat(api.anonymous().submit("/application/o/revoke/", client).status()).isEqualTo(200);
	}

	/** Only what was written may move; what was read may be written as a whole. */
	@ParameterizedTest
	@MethodSource("releases")
	void wholeObjectsAndPartsAreChanged(String release) {
		ApiScene api = ApiScene.of(release);
		String provider = api.post(PROVIDERS, provider(api)).text("/pk");
		api.post(APPLICATIONS, application(api));
		String binding = api.post(BINDINGS, binding(api)).text("/pk");

		assertChanges(api, PROVIDERS + provider + "/", "access_token_validity", "hours=5");
		assertChanges(api, PROVIDERS + provider + "/", "include_claims_in_id_token", true);
		assertChanges(api, APPLICATIONS + "nas/", "meta_publisher", "Somebody else");
		assertChanges(api, APPLICATIONS + "nas/", "policy_engine_mode", "any");
		assertChanges(api, BINDINGS + binding + "/", "order", 7);
		assertChanges(api, BINDINGS + binding + "/", "negate", false);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void whatWasCreatedIsDeletedInAnyOrderAndLeavesNothing(String release) {
		ApiScene api = ApiScene.of(release);
		Map<String, ?> before = api.world().inventory();
		String provider = api.post(PROVIDERS, api.provider("nas")).text("/pk");
		api.post(APPLICATIONS, Map.of("name", "NAS", "slug", "nas", "provider", Integer.valueOf(provider)));
		String binding = api.post(BINDINGS, binding(api)).text("/pk");

		assertThat(api.delete(PROVIDERS + provider + "/").status()).isEqualTo(204);
		assertThat(api.get(APPLICATIONS + "nas/").json().at("/provider").isNull()).isTrue();
		assertThat(api.delete(APPLICATIONS + "nas/").status()).isEqualTo(204);

		assertThat(api.delete(BINDINGS + binding + "/").status()).isEqualTo(404);
		assertThat(api.get(PROVIDERS + provider + "/").status()).isEqualTo(404);
		assertThat(api.world().inventory()).isEqualTo(before);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void mappingsGroupsAndUsersLiveTheSameWay(String release) {
		ApiScene api = ApiScene.of(release);
		String scopes = api.has(Behaviour.SCOPES_BELOW_PROVIDER) ? "/propertymappings/provider/scope/"
				: "/propertymappings/scope/";
		assertLives(api, scopes, Map.of("name", "NAS name", "scope_name", "profile", "expression", "return {}",
				"description", "for the NAS"), "expression", "return {\"a\": 1}");
		assertLives(api, "/core/groups/",
				Map.of("name", "Guests", "is_superuser", false, "attributes", Map.of("nas", true), "users",
						List.of(Integer.valueOf(api.user("bob"))), "roles", List.of()),
				"users", List.of(Integer.valueOf(api.user("anna"))));
		assertLives(api, "/core/users/",
				Map.of("username", "new", "name", "New One", "email", "new@example.org", "is_active", false, "path",
						"family", "type", "external", "attributes", Map.of("synology_username", "n"), "groups",
						List.of(api.group("Family"))),
				"groups", List.of());
	}

	private static void assertLives(ApiScene api, String base, Map<String, ?> wanted, String field, Object value) {
		Answer created = api.post(base, wanted);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		assertReadsAs(created, wanted);
		assertKept(api, base, created.text("/pk"), created);
		assertChanges(api, base + created.text("/pk") + "/", field, value);
		assertThat(api.delete(base + created.text("/pk") + "/").status()).isEqualTo(204);
		assertThat(api.get(base + created.text("/pk") + "/").status()).isEqualTo(404);
	}

	/** The object is the same by itself, as an import reads it, and in the list. */
	private static void assertKept(ApiScene api, String base, String key, Answer created) {
		JsonNode read = api.get(base + key + "/").json();
		assertThat(read).isEqualTo(created.json());
		assertThat(api.get(base + "?superuser_full_list=true&page_size=100").json().at("/results")).contains(read);
	}

	private static void assertReadsAs(Answer read, Map<String, ?> wanted) {
		wanted.forEach(
				(field, value) -> assertThat(read.json().get(field)).as(field).isEqualTo(MAPPER.valueToTree(value)));
	}

	/** First as a whole, as it was read, then in one field. */
	private static void assertChanges(ApiScene api, String path, String field, Object value) {
		JsonNode before = api.get(path).json();
		assertThat(api.put(path, content(before)).json()).isEqualTo(before);

		Answer changed = api.patch(path, Map.of(field, value));

		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(changed.json().get(field)).isEqualTo(MAPPER.valueToTree(value));
		assertThat(changed.json()).isEqualTo(api.get(path).json());
		assertThat(rest(changed.json(), field)).isEqualTo(rest(before, field));
	}

	/** The object without a field, and without what that refers to. */
	private static Map<String, Object> rest(JsonNode object, String field) {
		Map<String, Object> rest = content(object);
		rest.remove(field);
		rest.remove(field + "_obj");
		return rest;
	}

	@SuppressWarnings("unchecked")
	private static Map<String, Object> content(JsonNode object) {
		return MAPPER.convertValue(object, LinkedHashMap.class);
	}

	private static Map<String, @Nullable Object> readable(ApiScene api, Map<String, @Nullable Object> wanted) {
		Map<String, @Nullable Object> readable = new LinkedHashMap<>(wanted);
		if (api.has(Behaviour.SECRET_REFERENCES)) {
			readable.remove("client_secret");
		}
		return readable;
	}

	/** Every field that the release knows, none at its default. */
	private static Map<String, @Nullable Object> provider(ApiScene api) {
		Map<String, @Nullable Object> body = api.provider("nas");
		body.putAll(Map.of("authentication_flow", api.flow("default-authentication-flow"), "client_type", "public",
				"access_code_validity", "minutes=2", "access_token_validity", "minutes=10", "refresh_token_validity",
				"days=7", "include_claims_in_id_token", false, "sub_mode", "user_upn", "issuer_mode", "global"));
		newerFields(api, body);
		return body;
	}

	private static void newerFields(ApiScene api, Map<String, @Nullable Object> body) {
		if (api.has(Behaviour.INVALIDATION_FLOW)) {
			body.put("encryption_key", body.get("signing_key"));
		}
		if (api.has(Behaviour.JWT_FEDERATION)) {
			body.put("jwt_federation_providers", List.of(Integer.valueOf(api.createProvider("other").text("/pk"))));
		}
		if (api.has(Behaviour.BACKCHANNEL_LOGOUT_URI)) {
			body.put("backchannel_logout_uri", "https://nas.example.org/bye");
		}
		if (api.has(Behaviour.LOGOUT_METHOD)) {
			body.putAll(Map.of("logout_uri", "https://nas.example.org/bye", "logout_method", "frontchannel",
					"refresh_token_threshold", "hours=1"));
		}
		if (api.has(Behaviour.REDIRECT_URI_TYPES)) {
			body.put("redirect_uris",
					List.of(redirect("strict", ApiScene.REDIRECT_URI, "authorization"),
							redirect("regex", "https://nas\\.example\\.org/.*", "authorization"),
							redirect("strict", "https://nas.example.org/bye", "logout")));
		}
	}

	private static Map<String, String> redirect(String mode, String url, String type) {
		return Map.of("matching_mode", mode, "url", url, "redirect_uri_type", type);
	}

	private static Map<String, @Nullable Object> application(ApiScene api) {
		int provider = Integer.parseInt(api.createProvider("of the application").text("/pk"));
		int backchannel = Integer.parseInt(api.createProvider("of the back channel").text("/pk"));
		Map<String, @Nullable Object> body = AuthentikJson.object("name", "NAS", "slug", "nas", "provider", provider,
				"backchannel_providers", List.of(backchannel), "open_in_new_tab", true, "meta_launch_url",
				"https://nas.example.org/", "meta_description", "The NAS", "meta_publisher", "Somebody",
				"policy_engine_mode", "all", "group", "Home");
		if (api.has(Behaviour.ICON_URLS)) {
			body.put("meta_icon", "https://nas.example.org/icon.png");
		}
		if (api.has(Behaviour.META_HIDE)) {
			body.put("meta_hide", true);
		}
		return body;
	}

	private static Map<String, @Nullable Object> binding(ApiScene api) {
		return AuthentikJson.object("target", api.application("nas"), "user", Integer.valueOf(api.user("anna")),
				"group", null, "policy", null, "negate", true, "enabled", false, "order", 3, "timeout", 10,
				"failure_result", true);
	}

}
