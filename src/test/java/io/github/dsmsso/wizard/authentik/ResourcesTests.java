package io.github.dsmsso.wizard.authentik;

import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class ResourcesTests {

	private static final String KEY_PAIR = """
			{"pk": "k", "name": "authentik Self-signed Certificate", "cert_expiry": "2027-05-01T10:00:00Z",
			"private_key_available": true, "%s": %s}""";

	private final ScriptedAuthentik authentik = ScriptedAuthentik.of("2026.8.3");

	@AfterEach
	void stop() {
		this.authentik.close();
	}

	@ParameterizedTest
	@CsvSource({ "2025.10.4, private_key_type, rsa, rsa", "2025.10.4, private_key_type, ellipticcurve, ec",
			"2025.10.4, private_key_type, ed25519, ed25519", "2025.12.0, key_type, rsa, rsa",
			"2025.12.0, key_type, ec, ec" })
	void keyPairsTellTheirTypeInTodaysWords(String version, String field, String written, String expected) {
		this.authentik.ofVersion(version)
			.lists("crypto/certificatekeypairs/", KEY_PAIR.formatted(field, "\"" + written + "\""));
		assertThat(this.authentik.client().keys().list()).containsExactly(new CertificateKeyPair("k",
				"authentik Self-signed Certificate", expected, Instant.parse("2027-05-01T10:00:00Z")));
		assertThat(this.authentik.heard("GET crypto/certificatekeypairs/").queryParameters()).containsEntry("has_key",
				"true");
	}

	@Test
	void aKeyPairWhoseTypeTheListLeavesOutIsLookedAtAlone() {
		this.authentik.lists("crypto/certificatekeypairs/", KEY_PAIR.formatted("key_type", "null"))
			.answers("GET crypto/certificatekeypairs/k/", KEY_PAIR.formatted("key_type", "\"rsa\""));
		assertThat(this.authentik.client().keys().list()).singleElement().matches(CertificateKeyPair::isRsa);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			2024.2.4; {"common_name":"nas","validity_days":3650}
			2024.4.0; {"common_name":"nas","validity_days":3650,"alg":"rsa"}
			""")
	void anRsaPairIsGenerated(String version, String body) {
		this.authentik.ofVersion(version)
			.answers("POST crypto/certificatekeypairs/generate/", KEY_PAIR.formatted("private_key_type", "\"rsa\""));
		assertThat(this.authentik.client().keys().createRsa("nas", 3650).isRsa()).isTrue();
		assertThat(this.authentik.heard("POST crypto/certificatekeypairs/generate/").text()).isEqualTo(body);
	}

	@Test
	void anApplicationIsFoundByItsSlugAndNeverByAFilter() {
		this.authentik.answers("GET core/applications/synology/", Samples.APPLICATION_JSON);
		assertThat(this.authentik.client().applications().get("synology"))
			.contains(new Application("app", "Synology DSM", "synology", 7, true, "", "Sign-in to DSM", "us"));
		assertThat(this.authentik.heard("GET core/applications/synology/").query()).isEmpty();
	}

	@Test
	void aSlugNobodyUsesIsFree() {
		this.authentik.answers("GET core/applications/synology/", 404, "{\"detail\": \"No Application matches.\"}");
		assertThat(this.authentik.client().applications().get("synology")).isEmpty();
	}

	@Test
	void aSlugWithOddLettersStaysOneSegment() {
		this.authentik.answers("GET core/applications/a%2Fb%3Fc/", 404, "{\"detail\": \"No Application matches.\"}");
		assertThat(this.authentik.client().applications().get("a/b?c")).isEmpty();
	}

	@Test
	void anApplicationIsWrittenWithExactlyTheFieldsThisWizardSets() {
		this.authentik.answers("POST core/applications/", 201, Samples.APPLICATION_JSON)
			.answers("PATCH core/applications/synology/", Samples.APPLICATION_JSON);
		this.authentik.client().applications().create(Samples.application());
		this.authentik.client().applications().update(Samples.application(), Samples.application().withProvider(8));
		String body = """
				{"name":"Synology DSM","slug":"synology","provider":7,"policy_engine_mode":"any",\
				"meta_launch_url":"","meta_description":"Sign-in to DSM","meta_publisher":"us"}""";
		assertThat(this.authentik.heard("POST core/applications/").text()).isEqualTo(body);
		assertThat(this.authentik.heard("PATCH core/applications/synology/").text()).isEqualTo("{\"provider\":8}");
		assertThat(this.authentik.heard("POST core/applications/").header("content-type"))
			.startsWith("application/json");
	}

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void accessOfAnotherUserIsAskedForBySuperusersOnly(boolean superuser) {
		this.authentik.ownedBySuperuser(superuser).answers("GET core/applications/synology/check_access/", """
				{"passing": true, "messages": [], "log_messages": []}""");
		Applications applications = this.authentik.client().applications();
		assertThat(applications.checkAccess("synology", 21).isPresent()).isEqualTo(superuser);
		assertThat(applications.checkAccess("synology", ScriptedAuthentik.OWNER)).contains(true);
	}

	@Test
	void bindingsOfAnApplicationAreReadInTheirOrder() {
		this.authentik.lists("policies/bindings/", Samples.BINDING_JSON);
		assertThat(this.authentik.client().bindings().list("app"))
			.containsExactly(new PolicyBinding("b", "app", "group", null, null, 0, true, false));
		assertThat(this.authentik.heard("GET policies/bindings/").queryParameters()).containsEntry("target", "app")
			.containsEntry("ordering", "order");
	}

	@Test
	void aBindingNamesOneGroupOrOneUser() {
		this.authentik.answers("POST policies/bindings/", 201, Samples.BINDING_JSON);
		this.authentik.client().bindings().create(PolicyBinding.ofUser("app", 21, 3));
		assertThat(this.authentik.heard("POST policies/bindings/").text()).isEqualTo("""
				{"target":"app","user":21,"order":3,"enabled":true,"negate":false,"timeout":30,\
				"failure_result":false}""");
	}

	@ParameterizedTest
	@CsvSource({ "2024.2.4, false", "2024.4.0, true" })
	void usersAreListedAsSlimAsTheReleaseCan(String version, boolean slim) {
		this.authentik.ofVersion(version).lists("core/users/", """
				{"pk": 21, "username": "anna", "name": "Anna", "email": "anna@example.com", "is_active": true,
				"groups": ["g"], "groups_obj": null, "type": "internal"}""", """
				{"pk": 22, "username": "bob", "name": "", "is_active": false, "type": "service_account"}""");
		assertThat(this.authentik.client().directory().users()).containsExactly(
				new AuthentikUser(21, "anna", "Anna", "anna@example.com", true, "internal", List.of("g")),
				new AuthentikUser(22, "bob", "", "", false, "service_account", List.of()));
		assertThat(this.authentik.heard("GET core/users/").allQueryParameters())
			.matches((parameters) -> parameters.containsKey("include_groups") == slim);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			2025.10.4; "parent": "p"; p
			2025.10.4; "parent": null;
			2025.12.0; "parents": ["p"]; p
			""")
	void groupsNameTheirParents(String version, String field, String parent) {
		this.authentik.ofVersion(version)
			.lists("core/groups/", "{\"pk\": \"g\", \"name\": \"NAS users\", %s}".formatted(field));
		assertThat(this.authentik.client().directory().groups())
			.containsExactly(new AuthentikGroup("g", "NAS users", (parent != null) ? List.of(parent) : List.of()));
	}

	@Test
	void whetherPeopleMayRenameThemselvesIsASettingOfTheSystem() {
		this.authentik.answers("GET admin/settings/", "{\"default_user_change_username\": true, \"avatars\": \"\"}");
		assertThat(this.authentik.client().directory().settings().usersMayRename()).isTrue();
	}

	@Test
	void whoMayNotReadTheSettingsIsNotTold() {
		this.authentik.answers("GET admin/settings/", 403, ScriptedAuthentik.forbidden());
		assertThat(this.authentik.client().directory().settings().usersMayRename()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', nullValues = "null", textBlock = """
			2026.2.2 ; {}                                              ; true
			2026.5.6 ; {"flags": {"core_default_app_access": true}}    ; true
			2026.5.6 ; {"flags": {"core_default_app_access": false}}   ; false
			2026.8.3 ; {"flags": {}}                                   ; true
			2026.8.3 ; {}                                              ; true
			2026.11.0; {"flags": {}}                                   ; null
			2026.11.0; {"flags": {"core_default_app_access": true}}    ; true
			""")
	void whetherApplicationsAreOpenByDefaultIsAFlag(String release, String settings, Boolean open) {
		this.authentik.ofVersion(release).answers("GET admin/settings/", settings);
		assertThat(this.authentik.client().directory().settings().openByDefault()).isEqualTo(open);
	}

	@Test
	void flagThatMayNotBeReadIsNotKnown() {
		this.authentik.ofVersion("2026.8.3").answers("GET admin/settings/", 403, ScriptedAuthentik.forbidden());
		assertThat(this.authentik.client().directory().settings().openByDefault()).isNull();
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			return {"groups": []}                         ; false
			return {}                                     ; false
			return {"preferred_username": user.username}  ; true
			return {'preferred_username': user.username}  ; true
			return request.user.attributes                ; true
			return {**request.user.attributes}            ; true
			return {key: 1 for key in names}              ; true
			''                                            ; true
			""")
	void mappingOfOnesOwnMayFillAClaimUnlessItClearlyDoesNot(String expression, boolean may) {
		assertThat(new ScopeMapping("m", "Ours", "dsm", null, expression).mayFill("preferred_username")).isEqualTo(may);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			return {"preferred_username": request.user.username, "name": ""}      ; true
			return {'preferred_username' : user.username}                         ; true
			return {"preferred_username": request.user.username.lower()}          ; false
			return {"preferred_username": request.user.email}                     ; false
			return {"nickname": request.user.username}                            ; false
			return {"preferred_username": user.username, **user.attributes}       ; false
			''                                                                    ; false
			""")
	void mappingThatClearlySendsTheUserNameIsKnownByItsText(String expression, boolean sends) {
		assertThat(new ScopeMapping("m", "Ours", "dsm", null, expression).sends("preferred_username", "username"))
			.isEqualTo(sends);
	}

	@Test
	void bindingThatExpiresSaysSo() {
		this.authentik.lists("policies/bindings/", """
				{"pk": "b", "target": "app", "group": "g", "user": null, "policy": null, "order": 0, "enabled": true,
				"negate": false, "expiring": true, "expires": "2027-01-01T00:00:00Z"}""");
		assertThat(this.authentik.client().bindings().list("app")).singleElement()
			.satisfies((binding) -> assertThat(binding.isPlain()).isFalse());
	}

	@Test
	void beforeTheSettingsWereInTheApiTheyAreNotAskedFor() {
		assertThat(this.authentik.ofVersion("2023.10.7").client().directory().settings().usersMayRename()).isNull();
	}

}
