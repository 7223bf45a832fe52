package io.github.dsmsso.lab.authentik.scenarios;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How the admin API says no: by status, by member of the body, by word. */
class AdminRefusalsTests {

	private static final String NOBODY = "00000000-0000-4000-8000-000000000000";

	private static final String PROVIDERS = "/providers/oauth2/";

	private static final String APPLICATIONS = "/core/applications/";

	private static final String BINDINGS = "/policies/bindings/";

	private static final String TRANSACTION = "/core/transactional/applications/";

	private final ApiScene api = ApiScene.of("2026.8");

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			Bearer nonsense-nonsense-nonsense-nonsense ; Token invalid/expired
			Bearer %APP_PASSWORD%                      ; Token invalid/expired
			Bearer %EXPIRED%                           ; Token invalid/expired
			'Bearer '                                  ; Malformed header
			Bearer                                     ; Authentication credentials were not provided.
			Basic YWtaZG1pbjpsYWJvcmF0b3J5             ; Authentication credentials were not provided.
			Token %API%                                ; Authentication credentials were not provided.
			""")
	void whoDoesNotShowAGoodTokenIsToldWhichWayItIsBad(String header, String detail) {
		String sent = header.replace("%APP_PASSWORD%", DemoAuthentik.APP_PASSWORD)
			.replace("%EXPIRED%", DemoAuthentik.EXPIRED_TOKEN)
			.replace("%API%", DemoAuthentik.API_TOKEN);
		Answer answer = this.api.anonymous().with("Authorization", sent).get("/api/v3/core/users/me/");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.text("/detail")).isEqualTo(detail);
		assertThat(answer.header("WWW-Authenticate")).isNull();
	}

	@Test
	void theTokenOfADeactivatedUserIsInvalid() {
		this.api.world().people().userIsDeactivated("akadmin");
		assertThat(this.api.get("/core/users/me/").text("/detail")).isEqualTo("Token invalid/expired");
	}

	@ParameterizedTest
	@CsvSource({ "GET, /core/users/", "GET, /core/groups/", "GET, /policies/bindings/", "GET, /events/events/",
			"POST, /providers/oauth2/", "POST, /core/applications/", "POST, /policies/bindings/",
			"POST, /crypto/certificatekeypairs/generate/", "POST, /crypto/certificatekeypairs/",
			"GET, /core/application_entitlements/", "POST, /propertymappings/provider/scope/",
			"PATCH, /core/applications/nas/", "DELETE, /core/applications/nas/", "GET, /admin/settings/",
			"GET, /admin/system/", "POST, /admin/system/", "GET, /core/brands/", "GET, /policies/all/" })
	void whoLacksTheRightIsToldSoBeforeTheBodyIsLookedAt(String method, String path) {
		this.api.connect("nas");
		Answer answer = this.api.holderOf(DemoAuthentik.LIMITED_TOKEN).send(method, "/api/v3" + path, Map.of());
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.text("/detail")).isEqualTo("You do not have permission to perform this action.");
	}

	@Test
	void aRightToViewGivesAListThatMayBeEmpty() {
		Answer answer = this.api.holderOf(DemoAuthentik.LIMITED_TOKEN).get("/api/v3/providers/oauth2/");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.column("pk")).isEmpty();
	}

	@Test
	void onlySuperusersAskForOthers() {
		this.api.connect("nas");
		this.api.restrict("nas", "Family");
		String question = APPLICATIONS + "nas/check_access/?for_user=" + this.api.user("anna");
		assertThat(this.api.get(question).text("/passing")).isEqualTo("true");
		assertThat(this.api.holderOf(DemoAuthentik.LIMITED_TOKEN).get("/api/v3" + question).text("/passing"))
			.isEqualTo("false");
	}

	@ParameterizedTest
	@CsvSource({ "2024.10.5, ''", "2024.12.5, /provider", "2026.8.3, /provider" })
	void theTransactionNamesThePartThatIsNotAllowed(String release, String pointer) {
		ApiScene old = ApiScene.of(release);
		Answer answer = old.holderOf(DemoAuthentik.LIMITED_TOKEN).send("PUT", "/api/v3" + TRANSACTION, Map.of());
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.text(pointer.isEmpty() ? "/detail" : pointer))
			.isEqualTo(pointer.isEmpty() ? "You do not have permission to perform this action."
					: "User lacks permission to create authentik_providers_oauth2.oauth2provider");
	}

	@ParameterizedTest
	@CsvSource({ "/providers/oauth2/4711/", "/core/applications/nothing/", "/policies/bindings/" + NOBODY + "/",
			"/core/groups/" + NOBODY + "/", "/core/users/4711/", "/flows/instances/nothing/",
			"/propertymappings/provider/scope/" + NOBODY + "/" })
	void anObjectThatIsNotThereIs404InJson(String path) {
		assertMissing(path, "No .* matches the given query\\.");
	}

	@ParameterizedTest
	@CsvSource({ "/providers/oauth2/nas/", "/core/users/anna/", "/policies/bindings/nas/", "/core/groups/Family/" })
	void whatIsNoKeyOfAnObjectIs404WithoutItsName(String path) {
		assertMissing(path, "Not found\\.");
	}

	private void assertMissing(String path, String detail) {
		this.api.connect("nas");
		for (String method : List.of("GET", "PATCH", "PUT", "DELETE")) {
			Answer answer = this.api.send(method, path);
			if (answer.status() != 405) {
				assertThat(answer.status()).as(method).isEqualTo(404);
				assertThat(answer.text("/detail")).matches(detail);
			}
		}
	}

	static List<Arguments> refusedProviders() {
		String blank = "This field may not be blank.";
		String missing = "This field is required.";
		return List.of(Arguments.of("name", null, "/0", missing), Arguments.of("name", "", "/0", blank),
				Arguments.of("authorization_flow", null, "/0", missing),
				Arguments.of("authorization_flow", "implicit", "/0", "“implicit” is not a valid UUID."),
				Arguments.of("invalidation_flow", NOBODY, "/0",
						"Invalid pk \"" + NOBODY + "\" - object does not exist."),
				Arguments.of("redirect_uris", "https://nas", "/non_field_errors/0",
						"Expected a list of items but got type \"str\"."),
				Arguments.of("redirect_uris", List.of(Map.of("url", "https://nas")), "/0/matching_mode/0", missing),
				Arguments.of("redirect_uris", List.of(Map.of("matching_mode", "loose", "url", "https://nas")),
						"/0/matching_mode/0", "\"loose\" is not a valid choice."),
				Arguments.of("redirect_uris", List.of(Map.of("matching_mode", "regex", "url", "(")), "/0",
						"Invalid Regex Pattern: ("),
				Arguments.of("property_mappings", "openid", "/0", "Expected a list of items but got type \"str\"."),
				Arguments.of("property_mappings", List.of("openid"), "/0", "“openid” is not a valid UUID."),
				Arguments.of("client_type", "secret", "/0", "\"secret\" is not a valid choice."),
				Arguments.of("sub_mode", "name", "/0", "\"name\" is not a valid choice."),
				Arguments.of("access_token_validity", "ten minutes", "/0",
						"ten minutes is not in the correct format of 'hours=3;minutes=1'."),
				Arguments.of("client_secret", "s".repeat(256), "/0",
						"Ensure this field has no more than 255 characters."),
				Arguments.of("include_claims_in_id_token", "maybe", "/0", "Must be a valid boolean."),
				Arguments.of("grant_types", List.of(), "/0", "This list may not be empty."), Arguments.of("grant_types",
						List.of("authorization_code", "x"), "/1/0", "\"x\" is not a valid choice."));
	}

	@ParameterizedTest
	@MethodSource("refusedProviders")
	void aProviderIsRefusedFieldByField(String field, @Nullable Object value, String pointer, String text) {
		Map<String, @Nullable Object> body = this.api.provider("nas", field, value);
		if (value == null) {
			body.remove(field);
		}
		assertRefused(this.api.post(PROVIDERS, body), "/" + field + pointer, text);
		assertThat(this.api.get(PROVIDERS).column("pk")).isEmpty();
	}

	@Test
	void allThatIsWrongIsToldAtOnce() {
		Answer answer = this.api.post(PROVIDERS, Map.of("sub_mode", "x"));
		assertThat(answer.json().propertyNames()).containsExactlyInAnyOrder("name", "authorization_flow",
				"invalidation_flow", "redirect_uris", "sub_mode");
	}

	@ParameterizedTest
	@ValueSource(strings = { "nas", "saml" })
	void aNameIsUniqueOverTheProvidersOfAllProtocols(String taken) {
		this.api.createProvider("nas");
		this.api.world().hasASamlProvider("saml");
		Answer answer = this.api.post(PROVIDERS, this.api.provider(taken));
		assertRefused(answer, "/name/0", "provider with this name already exists.");
	}

	@Test
	void aSlugAndAProviderServeOneApplication() {
		String provider = this.api.connect("nas");
		assertRefused(this.api.post(APPLICATIONS, Map.of("name", "Other", "slug", "nas")), "/slug/0",
				"Application with this slug already exists.");
		assertRefused(
				this.api.post(APPLICATIONS,
						Map.of("name", "Other", "slug", "other", "provider", Integer.valueOf(provider))),
				"/provider/0", "Application with this provider already exists.");
		assertRefused(this.api.post(APPLICATIONS, Map.of("name", "Other", "slug", "two words")), "/slug/0",
				"Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.");
		assertRefused(this.api.post(APPLICATIONS, Map.of("name", "Other", "slug", "other", "provider", 4711)),
				"/provider/0", "Invalid pk \"4711\" - object does not exist.");
	}

	@Test
	void aBindingNamesExactlyOneWhoMay() {
		this.api.connect("nas");
		Map<String, Object> nobody = Map.of("target", this.api.application("nas"), "order", 0);
		assertRefused(this.api.post(BINDINGS, nobody), "/non_field_errors/0",
				"One of 'group', 'policy', 'user' must be set.");
		Map<String, Object> both = new LinkedHashMap<>(nobody);
		both.putAll(Map.of("group", this.api.group("Family"), "user", Integer.valueOf(this.api.user("anna"))));
		assertRefused(this.api.post(BINDINGS, both), "/non_field_errors/0",
				"Only one of 'group', 'policy', 'user' can be set.");
		assertRefused(this.api.post(BINDINGS, Map.of("group", NOBODY)), "/target/0", "This field is required.");
	}

	@Test
	void theTransactionMakesAllOrNothingAndNamesThePart() {
		this.api.createProvider("taken");
		Map<String, Object> app = Map.of("name", "NAS", "slug", "nas");
		Answer exists = transaction(app, this.api.provider("taken"), Map.of("group", NOBODY, "order", 0));
		assertRefused(exists, "/provider/name/0", "State is set to must_created and object exists already");
		assertRefused(
				transaction(Map.of("name", "NAS", "slug", "two words"), this.api.provider("nas"),
						Map.of("group", this.api.group("Family"), "order", 0)),
				"/app/slug/0", "Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.");
		assertThat(
				transaction(app, this.api.provider("nas"), Map.of("group", NOBODY, "order", 0)).has("/policy_bindings"))
			.isTrue();
		assertThat(this.api.get(PROVIDERS).column("name")).containsExactly("taken");
		assertThat(this.api.get(APPLICATIONS).column("slug")).isEmpty();

		Answer applied = transaction(app, this.api.provider("nas"),
				Map.of("group", this.api.group("Family"), "order", 0));
		assertThat(applied.status()).isEqualTo(200);
		assertThat(applied.text()).isEqualTo("{\"applied\":true,\"logs\":[]}");
		assertThat(this.api.get(APPLICATIONS + "nas/").text("/provider_obj/name")).isEqualTo("nas");
	}

	private Answer transaction(Map<String, Object> app, Map<String, @Nullable Object> provider,
			Map<String, Object> binding) {
		return this.api.put(TRANSACTION,
				Map.of("app", app, "provider_model", "authentik_providers_oauth2.oauth2provider", "provider", provider,
						"policy_bindings", List.of(binding)));
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
					application/json                  ; {"name":      ; 400 ; /detail             ; JSON parse error
					application/json                  ; ["name"]      ; 400 ; /non_field_errors/0 ; Invalid data. Expected a dictionary, but got list.
					application/x-www-form-urlencoded ; name=nas      ; 415 ; /detail             ; Unsupported media type "application/x-www-form-urlencoded" in request.
					text/plain                        ; name          ; 415 ; /detail             ; Unsupported media type "text/plain" in request.
					""")
	void onlyObjectsInJsonAreRead(String type, String body, int status, String pointer, String text) {
		Answer answer = this.api.holderOf(DemoAuthentik.API_TOKEN).send("POST", "/api/v3" + PROVIDERS, type, body);
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.text(pointer)).startsWith(text);
	}

	@ParameterizedTest
	@CsvSource({ "2023.10.7, GET, 404", "2023.10.7, POST, 405", "2026.5.6, PUT, 405", "2026.5.6, DELETE, 405",
			"2026.8.3, GET, 404", "2026.8.3, POST, 404", "2026.8.3, PATCH, 404" })
	void aPathWithoutItsLastSlashIsUnknown(String release, String method, int status) {
		Answer answer = ApiScene.of(release).send(method, "/core/groups");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Type")).startsWith("text/html");
		assertThat(answer.header("Location")).isNull();
	}

	@Test
	void theDiscoveryDocumentHasNoLastSlash() {
		this.api.connect("nas");
		assertThat(this.api.discovery("nas").status()).isEqualTo(200);
		String withSlash = "/application/o/nas/.well-known/openid-configuration/";
		assertThat(this.api.anonymous().get(withSlash).status()).isEqualTo(404);
	}

	@ParameterizedTest
	@CsvSource({ "/core/groups/, 'GET, POST, HEAD, OPTIONS'", "/core/users/me/, 'GET, HEAD, OPTIONS'",
			"/core/applications/nas/, 'GET, PUT, PATCH, DELETE, HEAD, OPTIONS'",
			"/core/transactional/applications/, 'PUT, OPTIONS'" })
	void optionsAndHeadAreAnsweredAndOtherMethodsAreNamed(String path, String allowed) {
		this.api.connect("nas");
		Answer options = this.api.send("OPTIONS", path);
		assertThat(options.status()).isEqualTo(200);
		assertThat(options.header("Allow")).isEqualTo(allowed);
		assertThat(options.has("/renders")).isTrue();
		Answer head = this.api.send("HEAD", path);
		assertThat(head.status()).isEqualTo(allowed.contains("HEAD") ? 200 : 405);
		assertThat(head.text()).isEmpty();
		Answer unknown = this.api.send("PROPFIND", path);
		assertThat(unknown.status()).isEqualTo(405);
		assertThat(unknown.header("Allow")).isEqualTo(allowed);
		assertThat(unknown.text("/detail")).isEqualTo("Method \"PROPFIND\" not allowed.");
	}

	@Test
	void anInstanceThatIsStartingSaysSo() {
		this.api.world().isStarting();
		Answer json = this.api.anonymous().with("Accept", "application/json").get("/api/v3/root/config/");
		assertThat(json.status()).isEqualTo(503);
		assertThat(json.header("Retry-After")).isEqualTo("5");
		assertThat(json.text("/error")).isEqualTo("authentik starting");
		assertThat(this.api.anonymous().get("/").header("Content-Type")).startsWith("text/html");
		assertThat(this.api.anonymous().get("/-/health/live/").status()).isEqualTo(200);
		assertThat(this.api.anonymous().get("/-/health/ready/").status()).isEqualTo(503);
	}

	@Test
	void everyAnswerNamesAuthentik() {
		Answer answer = this.api.anonymous().get("/nothing/");
		assertThat(answer.header("X-Powered-By")).isEqualTo("authentik");
		assertThat(answer.header("X-authentik-id")).hasSize(32);
	}

	private static void assertRefused(Answer answer, String pointer, String text) {
		assertThat(answer.status()).as(answer.text()).isEqualTo(400);
		assertThat(answer.text(pointer)).as(answer.text()).isEqualTo(text);
	}

}
