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

/** Objects that come from a blueprint instead of request by request. */
class BlueprintTests {

	private static final String BLUEPRINTS = "/managed/blueprints/";

	private static final String NOTHING = "{version: 1, entries: []}";

	static Stream<String> releases() {
		return AuthentikVersion.all().stream().map(AuthentikVersion::number);
	}

	/** Those from which on a file can be imported once. */
	static Stream<String> releasesThatImport() {
		return AuthentikVersion.all()
			.stream()
			.filter((version) -> version.has(Behaviour.BLUEPRINT_IMPORT))
			.map(AuthentikVersion::number);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aBlueprintConnectsANasWhoseUsersSignInThen(String release) {
		ApiScene api = ApiScene.under(release);
		String instance = instance(api, connection(api, "Family"));
		assertThat(api.world().tables().applications().isEmpty()).isTrue();

		api.send("POST", instance + "apply/");

		assertThat(api.get(instance).text("/status")).isEqualTo("successful");
		assertThat(api.get(instance).text("/metadata/name")).isEqualTo("NAS");
		assertThat(api.tokens("nas", "anna").idToken(1).path("preferred_username").asString()).isEqualTo("anna");
		assertThat(api.get("/policies/bindings/").column("group")).containsExactly(api.group("Family"));
		api.requireKept();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void applyingABlueprintTwiceChangesNothing(String release) {
		ApiScene api = ApiScene.of(release);
		String instance = instance(api, connection(api, "Family"));
		api.send("POST", instance + "apply/");
		Map<String, ?> once = api.world().inventory();
		api.send("POST", instance + "apply/");
		assertThat(api.world().inventory()).isEqualTo(once);
		assertThat(api.get(instance).text("/status")).isEqualTo("successful");
	}

	@ParameterizedTest
	@MethodSource("releasesThatImport")
	void aBlueprintIsImportedOnceAndForAll(String release) {
		ApiScene api = ApiScene.under(release);
		Answer imported = api.importBlueprint(connection(api, "Family"));
		assertThat(imported.text("/success")).as(imported.text()).isEqualTo("true");
		assertThat(imported.json().at("/logs").isEmpty()).isTrue();
		assertThat(api.tokens("nas", "anna").status()).isEqualTo(200);
		assertThat(api.get(BLUEPRINTS).column("name")).isEmpty();
		api.requireKept();
	}

	@ParameterizedTest
	@MethodSource("releasesThatImport")
	void anImportThatFailsInItsLastEntryLeavesNothing(String release) {
		ApiScene api = ApiScene.under(release);
		Map<String, ?> before = api.world().inventory();
		int events = api.world().eventsSoFar().size();
		Answer imported = api.importBlueprint(connection(api, "Nobody"));
		assertThat(imported.status()).isEqualTo(200);
		assertThat(imported.text("/success")).isEqualTo("false");
		assertThat(imported.text("/logs/0/event")).startsWith("Entry invalid: Serializer errors")
			.contains("One of 'group', 'policy', 'user' must be set.");
		assertThat(api.world().inventory()).isEqualTo(before);
		assertThat(api.world().eventsSoFar()).hasSize(events);
		api.requireKept();
	}

	@Test
	void whatAFailedImportChangedAndDeletedIsAsBefore() {
		ApiScene api = ApiScene.of("2026.8");
		api.connect("nas");
		api.restrict("nas", "Family");
		String before = state(api);
		Answer imported = api.importBlueprint("""
				version: 1
				entries:
				  - {model: authentik_core.group, identifiers: {name: Family}, attrs: {name: Nobody, users: []}}
				  - {model: authentik_core.application, identifiers: {slug: nas}, state: absent}
				  - {model: authentik_core.group, identifiers: {name: NAS users}, state: must_created}
				""");
		assertThat(imported.text("/success")).isEqualTo("false");
		assertThat(state(api)).isEqualTo(before).contains("Family", "anna", "nas");
	}

	private static String state(ApiScene api) {
		return api.get("/core/groups/").text() + api.get("/core/applications/?superuser_full_list=true").text()
				+ api.get("/policies/bindings/").text();
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aBlueprintThatCannotBeAppliedIsNotTakenInTheFirstPlace(String release) {
		ApiScene api = ApiScene.under(release);
		Map<String, ?> before = api.world().inventory();
		Answer refused = post(api, connection(api, "Nobody"));
		assertThat(refused.status()).isEqualTo(400);
		assertThat(refused.text()).contains("Failed to validate blueprint", "must be set.");
		assertThat(api.world().inventory()).isEqualTo(before);
		assertThat(api.get(BLUEPRINTS).column("name")).isEmpty();
		api.requireKept();
	}

	@ParameterizedTest
	@CsvSource({ "2024.10, invalidation_flow", "2026.8, invalidation_flow", "2026.8, redirect_uris",
			"2024.8.6, redirect_uris" })
	void whatTheApiDemandsABlueprintMustHave(String release, String field) {
		ApiScene api = ApiScene.of(release);
		Answer refused = post(api, connection(api, "Family").replaceFirst("(?m)^ *" + field + ": .*$", ""));
		assertThat(refused.text()).contains(field).contains("This field is required.");
	}

	@Test
	void anEmptyListOfGrantTypesIsRefusedAsTheApiDoes() {
		ApiScene api = ApiScene.of("2026.5");
		Answer refused = post(api, connection(api, "Family").replaceFirst("grant_types: .*", "grant_types: []"));
		assertThat(refused.text()).contains("grant_types", "This list may not be empty.");
	}

	@Test
	void whatWasPresentIsChangedAndWhatWasCreatedIsLeftAlone() {
		ApiScene api = ApiScene.of("2026.8");
		for (String state : List.of("present", "created")) {
			api.world().somebodyChangesTheApplication(connected(api, state), "group", "before");
			api.importBlueprint(application(state, state));
		}
		assertThat(api.get("/core/applications/present/").text("/group")).isEqualTo("blueprint");
		assertThat(api.get("/core/applications/created/").text("/group")).isEqualTo("before");
	}

	@Test
	void whatMustBeCreatedMustNotExist() {
		ApiScene api = ApiScene.of("2026.8");
		assertThat(api.importBlueprint(application("nas", "must_created")).text("/success")).isEqualTo("true");
		Answer again = api.importBlueprint(application("nas", "must_created"));
		assertThat(again.text("/success")).isEqualTo("false");
		assertThat(again.text("/logs/0/event")).contains("State is set to must_created and object exists already");
	}

	@Test
	void whatShallBeAbsentIsDeletedIfItIsThere() {
		ApiScene api = ApiScene.of("2026.8");
		connected(api, "nas");
		for (int time = 0; time < 2; time++) {
			assertThat(api.importBlueprint(application("nas", "absent")).text("/success")).isEqualTo("true");
			assertThat(api.world().tables().applications().isEmpty()).isTrue();
		}
		assertThat(api.get("/providers/oauth2/").column("name")).containsExactly("nas");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			!Context name                                      ; from the file
			!Context [other, otherwise]                        ; otherwise
			!Env [HOME, nothing is set]                        ; nothing is set
			!Format ['%s of %d%%', !Context name, 7]           ; from the file of 7%
			!If [!Context goes, chosen, !KeyOf nobody]          ; chosen
			!If [!Context stays, !KeyOf nobody, chosen]           ; chosen
			!If [!Condition [AND, 1, a, [b]], chosen, x]       ; chosen
			!If [!Condition [NAND, 1, 0], chosen, x]           ; chosen
			!If [!Condition [OR, 0, '', 1], chosen, x]         ; chosen
			!If [!Condition [NOR, 0, [], {}], chosen, x]       ; chosen
			!If [!Condition [XOR, 1, 0], chosen, x]            ; chosen
			!If [!Condition [XNOR, 1, 1], chosen, x]           ; chosen
			!If [!Condition [EQ, a, a], chosen, x]             ; chosen
			""")
	void aTagStandsForItsValue(String tag, String value) {
		ApiScene api = ApiScene.of("2026.8");
		Answer imported = api.importBlueprint("""
				version: 1
				context: {name: from the file, goes: true, stays: false}
				entries:
				  - {model: authentik_core.group, identifiers: {name: %s}}
				""".formatted(tag));
		assertThat(imported.text("/success")).as(imported.text()).isEqualTo("true");
		assertThat(api.get("/core/groups/").column("name")).contains(value);
	}

	@Test
	void theContextOfAnImportWinsAndAConditionPassesAnEntryOver() {
		ApiScene api = ApiScene.of("2026.8");
		String blueprint = """
				version: 1
				context: {wanted: true, name: one}
				entries:
				  - model: !Format ['authentik_core.%s', group]
				    conditions: [!Context wanted, !Condition [NEQ, !Context name, two]]
				    identifiers: {name: !Context name}
				""";
		api.importBlueprint(blueprint, "context", "{\"wanted\": false}");
		assertThat(api.get("/core/groups/").column("name")).doesNotContain("one");
		api.importBlueprint(blueprint, "context", "{\"name\": \"three\"}");
		assertThat(api.get("/core/groups/").column("name")).contains("three").doesNotContain("one");
		assertThat(api.importBlueprint(blueprint, "context", "three").text("/context/0"))
			.isEqualTo("Value must be valid JSON.");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
							{version: 2, entries: []}                                      ; Invalid blueprint version
							{version: 1, entries: [!Enumerate [[], SEQ, 1]]}               ; !Enumerate
							{version: 1, entries: [{model: !File /etc/hostname}]}          ; !File
							{version: 1, entries: [{model: !Find [x]}]}                    ; !Find needs more than it is given
							{version: 1, entries: [{identifiers: {}}]}                     ; entries.model
							{version: 1, entries: {model: x}}                              ; wrong value type
							{version: 1, metadata: {labels: {}}, entries: []}              ; metadata.name
							{version: 1, entries: [{model: authentik_stages_dummy.stage}]} ; authentik_stages_dummy.stage
							{version: 1, entries: [{model: x, permissions: []}]}           ; permissions
					{version: 1, entries: [{model: x, attrs: {icon: a.png}}]}      ; icon
					{version: 1, entries: [{model: x, attrs: {password: p}}]}      ; password
							'{version: 1'                                                  ; expected
							just text                                                      ; wrong value type
							{version: 1, entries: [{model: authentik_core.group}]}                                            ; No or invalid identifiers
							{version: 1, entries: [{model: authentik_core.group, identifiers: {colour: red}}]}                ; colour
							{version: 1, entries: [{model: authentik_core.group, identifiers: {name: a}, state: gone}]}       ; 'gone'
							{version: 1, entries: [{model: authentik_core.group, identifiers: {name: !KeyOf other}}]}         ; `other`
							{version: 1, entries: [{model: authentik_core.group, identifiers: {name: !Find [a.b, [c, d]]}}]}  ; a.b
							{version: 1, entries: [{model: authentik_core.group, identifiers: {name: !Find [a.b, c]}}]}       ; a field and its value
							{version: 1, entries: [{model: authentik_core.group, identifiers: {name: !Format ['%s']}}]}       ; Format
							{version: 1, entries: [{model: authentik_core.group, identifiers: {name: !Format ['%d', a]}}]}    ; Format
							{version: 1, entries: [{model: authentik_core.group, identifiers: {name: !Condition [IS, a]}}]}   ; 'IS'
							{version: 1, entries: [{model: authentik_core.group, identifiers: {pk: 7}, attrs: {name: a}}]}    ; choose the key
							""")
	void whatCannotBeAppliedIsRefusedByItsName(String blueprint, String named) {
		ApiScene api = ApiScene.of("2026.8");
		Answer imported = api.importBlueprint(blueprint);
		assertThat(imported.text("/success")).isEqualTo("false");
		assertThat(imported.text("/logs/0/event")).contains(named);
		assertThat(imported.text("/logs/0/log_level")).isEqualTo("warning");
		assertThat(post(api, blueprint).text()).contains("content", "Failed to validate blueprint");
	}

	@ParameterizedTest
	@MethodSource("releases")
	void anInstanceIsKeptUntilItIsDeletedAndItsObjectsAreKeptLonger(String release) {
		ApiScene api = ApiScene.under(release);
		String group = "{version: 1, entries: [{model: authentik_core.group, identifiers: {name: new}}]}";
		String instance = instance(api, group);
		api.send("POST", instance + "apply/");
		assertThat(api.get(BLUEPRINTS + "?name=new").column("last_applied_hash").get(0)).hasSize(128);
		assertThat(api.get(instance + "used_by/").json().isEmpty()).isTrue();
		assertThat(api.get(BLUEPRINTS + "available/").json().isEmpty()).isTrue();
		assertThat(api.put(instance, Map.of("name", "renamed", "content", group)).text("/name")).isEqualTo("renamed");
		assertThat(api.patch(instance, Map.of("content", group, "enabled", false)).text("/enabled")).isEqualTo("false");
		assertThat(api.patch(instance, Map.of("enabled", true)).text("/non_field_errors/0"))
			.isEqualTo("Either path or content must be set.");
		assertThat(api.delete(instance).status()).isEqualTo(204);
		assertThat(api.get(instance).status()).isEqualTo(404);
		assertThat(api.get("/core/groups/").column("name")).contains("new");
		api.requireKept();
	}

	@Test
	void groupsUsersAndMappingsComeFromSectionsOfABlueprint() {
		ApiScene api = ApiScene.of("2026.8");
		Answer imported = api.importBlueprint("""
				version: 1
				entries:
				  people:
				    - {model: authentik_core.group, id: group, identifiers: {name: Guests}}
				    - model: authentik_core.user
				      identifiers: {username: ivan}
				      attrs: {name: Ivan Example, groups: [!KeyOf group]}
				  mappings:
				    - model: authentik_providers_oauth2.scopemapping
				      identifiers: {name: Short names}
				      attrs: {scope_name: short, expression: "return {}"}
				""");
		assertThat(imported.text("/success")).as(imported.text()).isEqualTo("true");
		assertThat(api.get("/core/users/?groups_by_name=Guests").column("username")).containsExactly("ivan");
		assertThat(api.get("/propertymappings/provider/scope/?scope_name=short").column("name"))
			.containsExactly("Short names");
	}

	@Test
	void aNewInstanceIsJudgedWithoutItsContextAndAppliedWithIt() {
		ApiScene api = ApiScene.of("2026.8");
		String content = "{version: 1, entries: [{model: authentik_core.group, identifiers: {name: !Context %s}}]}";
		Map<String, Object> context = Map.of("name", "from the instance");
		assertThat(api.post(BLUEPRINTS, Map.of("name", "a", "content", content.formatted("name"), "context", context))
			.status()).isEqualTo(400);
		String instance = BLUEPRINTS + api
			.post(BLUEPRINTS, Map.of("name", "b", "content", content.formatted("[name, other]"), "context", context))
			.text("/pk") + "/";
		api.send("POST", instance + "apply/");
		assertThat(api.get("/core/groups/").column("name")).contains("from the instance").doesNotContain("other");
	}

	@Test
	void anInstanceThatIsSwitchedOffIsNotApplied() {
		ApiScene api = ApiScene.of("2026.8");
		String instance = instance(api, NOTHING);
		api.patch(instance, Map.of("content", NOTHING, "enabled", false));
		api.send("POST", instance + "apply/");
		assertThat(api.get(instance).text("/status")).isEqualTo("unknown");
	}

	@Test
	void anInstanceWhoseBlueprintDoesNotFitAnyMoreEndsInAnError() {
		ApiScene api = ApiScene.of("2026.8");
		String instance = instance(api, connection(api, "Family"));
		api.world().lacksTheDefaultFlows();
		api.send("POST", instance + "apply/");
		assertThat(api.get(instance).text("/status")).isEqualTo("error");
		assertThat(api.get(instance).text("/last_applied_hash")).isEmpty();
		assertThat(api.world().tables().applications().isEmpty()).isTrue();
	}

	@Test
	void filesThereAreNoneAndRegistriesCannotBeReached() {
		ApiScene api = ApiScene.of("2026.8");
		assertThat(api.post(BLUEPRINTS, Map.of("name", "file", "path", "default/flow.yaml")).text("/path/0"))
			.isEqualTo("Blueprint file does not exist");
		assertThat(api.importBlueprint(NOTHING, "path", "default/flow.yaml").text("/path/0"))
			.isEqualTo("Blueprint file does not exist");
		String instance = BLUEPRINTS
				+ api.post(BLUEPRINTS, Map.of("name", "registry", "path", "oci://registry.example/blueprint"))
					.text("/pk")
				+ "/";
		api.send("POST", instance + "apply/");
		assertThat(api.get(instance).text("/status")).isEqualTo("error");
	}

	@Test
	void anImportIsAFormOfSeveralParts() {
		ApiScene api = ApiScene.of("2026.8");
		assertThat(api.post(BLUEPRINTS + "import/", Map.of("file", NOTHING)).status()).isEqualTo(415);
		PlainClient admin = api.holderOf(DemoAuthentik.API_TOKEN);
		assertThat(admin
			.send("POST", "/api/v3" + BLUEPRINTS + "import/", "multipart/form-data; boundary=part", "--part--\r\n")
			.status()).isEqualTo(400);
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023.10", "2026.2" })
	void olderReleasesTakeTheImportForAnInstanceThatCannotBePostedTo(String release) {
		ApiScene api = ApiScene.of(release);
		assertThat(api.importBlueprint(NOTHING).status()).isEqualTo(405);
		assertThat(api.get(BLUEPRINTS + "import/").status()).isEqualTo(404);
	}

	@Test
	void whoMayAddBlueprintsMayImportWhatTheyMayCreateChangeAndDelete() {
		ApiScene api = ApiScene.of("2026.8");
		String blueprint = application("nas", "present");
		assertThat(importedBy(api, blueprint).status()).isEqualTo(403);

		api.world()
			.people()
			.userMay("wizard", "authentik_blueprints.add_blueprintinstance", "authentik_core.add_application",
					"authentik_core.change_application");
		assertThat(importedBy(api, blueprint).text("/application"))
			.isEqualTo("User lacks permission to create authentik_core.application");

		api.world()
			.people()
			.userMay("wizard", "authentik_blueprints.add_blueprintinstance", "authentik_core.add_application",
					"authentik_core.change_application", "authentik_core.delete_application");
		assertThat(importedBy(api, blueprint).text("/success")).isEqualTo("true");
	}

	@Test
	void whoMayOnlySeeABlueprintMayNotApplyIt() {
		ApiScene api = ApiScene.of("2026.8");
		String target = "/api/v3" + instance(api, NOTHING) + "apply/";
		PlainClient sender = api.holderOf(DemoAuthentik.LIMITED_TOKEN);
		assertThat(sender.send("POST", target).status()).isEqualTo(403);

		api.world().people().userMay("wizard", "authentik_blueprints.view_blueprintinstance");
		assertThat(sender.send("POST", target).status()).isEqualTo(403);

		api.world()
			.people()
			.userMay("wizard", "authentik_blueprints.view_blueprintinstance",
					"authentik_blueprints.add_blueprintinstance");
		assertThat(sender.send("POST", target).status()).isEqualTo(200);
	}

	private static Answer importedBy(ApiScene api, String blueprint) {
		return ApiScene.importBlueprint(api.holderOf(DemoAuthentik.LIMITED_TOKEN), blueprint);
	}

	private static String instance(ApiScene api, String content) {
		Answer created = post(api, content);
		assertThat(created.status()).as(created.text()).isEqualTo(201);
		return BLUEPRINTS + created.text("/pk") + "/";
	}

	private static Answer post(ApiScene api, String content) {
		return api.post(BLUEPRINTS, Map.of("name", "new", "content", content));
	}

	private static String connected(ApiScene api, String slug) {
		api.connect(slug);
		return slug;
	}

	private static String application(String slug, String state) {
		return """
				version: 1
				entries:
				  - model: authentik_core.application
				    id: application
				    state: %s
				    identifiers: {slug: %s}
				    attrs: {name: NAS, group: blueprint}
				""".formatted(state, slug);
	}

	/** What connects a NAS for one group, in the words of the scene's release. */
	private static String connection(ApiScene api, String group) {
		return """
				version: 1
				metadata: {name: NAS}
				entries:
				  - model: authentik_providers_oauth2.oauth2provider
				    id: provider
				    identifiers: {name: nas}
				    attrs:
				      authorization_flow: !Find [authentik_flows.flow, [slug, default-provider-authorization-implicit-consent]]
				      %s
				      %s
				      client_id: nas-client-nas
				      client_secret: nas-secret
				      redirect_uris: %s
				      signing_key: !Find [authentik_crypto.certificatekeypair, [name, authentik Self-signed Certificate]]
				      property_mappings:
				        - !Find [authentik_providers_oauth2.scopemapping, [managed, goauthentik.io/providers/oauth2/scope-openid]]
				        - !Find [authentik_providers_oauth2.scopemapping, [managed, goauthentik.io/providers/oauth2/scope-email]]
				        - !Find [authentik_providers_oauth2.scopemapping, [managed, goauthentik.io/providers/oauth2/scope-profile]]
				  - model: authentik_core.application
				    id: application
				    identifiers: {slug: nas}
				    attrs: {name: NAS, provider: !KeyOf provider}
				  - model: authentik_policies.policybinding
				    identifiers: {target: !KeyOf application, order: 0}
				    attrs: {group: !Find [authentik_core.group, [name, %s]]}
				"""
			.formatted(api.has(Behaviour.INVALIDATION_FLOW)
					? "invalidation_flow: !Find [authentik_flows.flow, [slug, default-provider-invalidation-flow]]"
					: "", api.has(Behaviour.GRANT_TYPES) ? "grant_types: [authorization_code]" : "",
					api.has(Behaviour.REDIRECT_URIS_AS_LIST)
							? "[{matching_mode: strict, url: '" + ApiScene.REDIRECT_URI + "'}]" : ApiScene.REDIRECT_URI,
					group);
	}

}
