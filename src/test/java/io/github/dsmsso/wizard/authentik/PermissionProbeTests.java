package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.authentik.AuthentikException.Reason;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class PermissionProbeTests {

	private static final String[] LISTS = { "flows/instances/", "crypto/certificatekeypairs/",
			"propertymappings/provider/scope/", "providers/oauth2/", "policies/bindings/", "core/groups/",
			"core/users/", "events/events/" };

	private static final String APPLICATION = "GET core/applications/dsm-sso-wizard-looks-for-its-rights/";

	private final ScriptedAuthentik authentik = ScriptedAuthentik.of("2026.8.3").ownedBySuperuser(false);

	@AfterEach
	void stop() {
		this.authentik.close();
	}

	@Test
	void aSuperuserIsNotAsked() {
		AuthentikClient client = this.authentik.ownedBySuperuser(true).client();
		assertThat(client.missingPermissions().isEmpty()).isTrue();
		assertThat(this.authentik.heard()).hasSize(2);
	}

	@Test
	void whoMaySeeEverythingLacksNothing() {
		letSeeEverything();
		assertThat(this.authentik.client().missingPermissions().permissions()).isEmpty();
	}

	@Test
	void everyAreaThatMayNotBeSeenIsNamed() {
		for (String list : LISTS) {
			this.authentik.answers("GET " + list, 403, ScriptedAuthentik.forbidden());
		}
		this.authentik.answers(APPLICATION, 403, ScriptedAuthentik.forbidden());
		assertThat(this.authentik.client().missingPermissions().permissions()).containsExactly(
				"authentik_flows.view_flow", "authentik_crypto.view_certificatekeypair",
				"authentik_providers_oauth2.view_scopemapping", "authentik_providers_oauth2.view_oauth2provider",
				"authentik_core.view_application", "authentik_policies.view_policybinding", "authentik_core.view_group",
				"authentik_core.view_user", "authentik_events.view_event");
	}

	@Test
	void oneRightIsNamedAlone() {
		letSeeEverything();
		this.authentik.answers("GET core/groups/", 403, ScriptedAuthentik.forbidden());
		assertThat(this.authentik.client().missingPermissions().permissions())
			.containsExactly("authentik_core.view_group");
	}

	@Test
	void aTokenThatEndsMeanwhileIsNotAMissingRight() {
		letSeeEverything();
		this.authentik.answers("GET core/groups/", 403, "{\"detail\": \"Token invalid/expired\"}");
		AuthentikException refused = catchThrowableOfType(AuthentikException.class,
				() -> this.authentik.client().missingPermissions());
		assertThat(refused.reason()).isEqualTo(Reason.TOKEN_INVALID);
	}

	@Test
	void lookingForRightsWritesNothing() {
		letSeeEverything();
		this.authentik.client().missingPermissions();
		assertThat(this.authentik.heard()).allSatisfy((request) -> assertThat(request.method()).isEqualTo("GET"));
	}

	private void letSeeEverything() {
		for (String list : LISTS) {
			this.authentik.lists(list);
		}
		this.authentik.answers(APPLICATION, 404, "{\"detail\": \"No Application matches the given query.\"}");
	}

}
