package io.github.dsmsso.wizard;

import java.util.Arrays;
import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.Visitor;
import io.github.dsmsso.lab.authentik.AuthentikVersion;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.DsmVersion;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The token of a service account: with the rights that the job takes it does the whole
 * job; without one of them both systems end as before, or what is left is told.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class RestrictedTokenTests {

	/** As the README lists them. */
	private static final String[] ENOUGH = { "authentik_flows.view_flow", "authentik_crypto.view_certificatekeypair",
			"authentik_providers_oauth2.view_scopemapping", "authentik_providers_oauth2.view_oauth2provider",
			"authentik_providers_oauth2.add_oauth2provider", "authentik_providers_oauth2.change_oauth2provider",
			"authentik_providers_oauth2.delete_oauth2provider", "authentik_core.view_application",
			"authentik_core.add_application", "authentik_core.change_application", "authentik_core.delete_application",
			"authentik_policies.view_policybinding", "authentik_policies.add_policybinding",
			"authentik_policies.delete_policybinding", "authentik_core.view_group", "authentik_core.view_user",
			"authentik_events.view_event" };

	@LocalServerPort
	private int port;

	private @Nullable Lab lab;

	private @Nullable WizardPages wizard;

	private Map<String, Object> before;

	@AfterEach
	void close() {
		this.wizard.close();
		this.lab.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023.10", "2024.10.2", "2025.10", "2026.8" })
	void enoughRightsDoTheWholeJob(String release) {
		connectsTo(release, ENOUGH);
		this.wizard.ticks("NAS users");
		confirmsThePlan();
		assertThat(this.wizard.text()).contains("Both systems are set up");

		this.wizard.goesTo("/prove");
		new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik())
			.signIn("anna", DemoAuthentik.PASSWORD);
		assertThat(this.wizard.press("Look and check again").text()).contains("anna signed in at authentik");

		assertThat(this.wizard.goesTo("/people").makesThePlan().text()).doesNotContain("no administrator");
		undoes();
		assertThatEverythingIsAsBefore();
	}

	@Test
	void aRightToCreateThatIsMissingIsNamedAndEverythingIsAsBefore() {
		connectsTo("2026.8", without("authentik_core.add_application"));
		confirmsThePlan();

		assertThat(this.wizard.text()).contains("authentik_core.add_application");
		assertThatEverythingIsAsBefore();
	}

	@Test
	void aRightToDeleteThatIsMissingIsNamedAndAnotherTokenUndoesTheRest() {
		connectsTo("2026.8", without("authentik_providers_oauth2.delete_oauth2provider"));
		confirmsThePlan();
		undoes();
		assertThat(this.wizard.heading()).isEqualTo("Something was left behind");
		assertThat(this.wizard.text()).contains("authentik_providers_oauth2.delete_oauth2provider");

		this.wizard.goesTo("/authentik/token").givesTheToken(DemoAuthentik.API_TOKEN);
		this.wizard.press("Undo what is left").awaitsTheEndOfTheRun();
		assertThatEverythingIsAsBefore();
	}

	private void connectsTo(String release, String... permissions) {
		this.lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of(release));
		this.lab.authentik().world().people().userMay("wizard", permissions);
		this.before = this.lab.everything();
		this.wizard = new WizardPages(this.port).reachesBothOf(this.lab).givesTheToken(DemoAuthentik.LIMITED_TOKEN);
		assertThat(this.wizard.heading()).isEqualTo("People and access");
	}

	/** Which rights to write there are cannot be seen, which has to be acknowledged. */
	private void confirmsThePlan() {
		assertThat(this.wizard.makesThePlan().text())
			.contains("The token belongs to “wizard”, who is no administrator of authentik.");
		this.wizard.ticksEveryRisk().confirms().awaitsTheEndOfTheRun();
	}

	private static String[] without(String permission) {
		return Arrays.stream(ENOUGH).filter((right) -> !right.equals(permission)).toArray(String[]::new);
	}

	private void undoes() {
		this.wizard.goesTo("/record").press("Undo everything").awaitsTheEndOfTheRun();
	}

	private void assertThatEverythingIsAsBefore() {
		assertThat(this.wizard.heading()).isEqualTo("Everything is as before");
		assertThat(this.lab.everything()).isEqualTo(this.before);
	}

}
