package io.github.dsmsso.wizard;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.run.Draw;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

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

	static List<String> releases() {
		return Draw.of("Releases", List.of("2023.10", "2024.10.2", "2025.10", "2026.8"), 1);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void enoughRightsDoTheWholeJob(String release) {
		connectsTo(release, DemoAuthentik.RIGHTS_OF_A_WIZARD);
		this.wizard.ticks("NAS users");
		confirmsThePlan();
		assertThat(this.wizard.text()).contains("Both systems are set up");

		this.wizard.goesTo("/prove");
		new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik())
			.signIn("anna", DemoAuthentik.PASSWORD);
		assertThat(this.wizard.press("Check again").text()).contains("anna signed in through authentik");

		assertThat(this.wizard.goesTo("/people").makesThePlan().text()).doesNotContain("no administrator");
		undoes();
		assertThatEverythingIsAsBefore();
	}

	@Test
	void anRsaKeyThatIsMissingTakesTheRightsToAddAndToDeleteOne() {
		this.lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.8"));
		this.lab.authentik().world().keyRing().hasOnlyAnEcKey();
		List<String> rights = new ArrayList<>(DemoAuthentik.RIGHTS_OF_A_WIZARD);
		rights.addAll(List.of("authentik_crypto.add_certificatekeypair", "authentik_crypto.delete_certificatekeypair"));
		connects(rights);
		this.wizard.tick("signingKey", "new");
		confirmsThePlan();
		assertThat(this.wizard.text()).contains("Both systems are set up");

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
		assertThat(this.wizard.heading()).isEqualTo("Some changes could not be undone");
		assertThat(this.wizard.text()).contains("authentik_providers_oauth2.delete_oauth2provider");

		this.wizard.goesTo("/authentik/token").givesTheToken(DemoAuthentik.API_TOKEN);
		this.wizard.press("Undo the remaining changes").awaitsTheEndOfTheRun();
		assertThatEverythingIsAsBefore();
	}

	private void connectsTo(String release, List<String> rights) {
		this.lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of(release));
		connects(rights);
	}

	private void connects(List<String> rights) {
		this.lab.authentik().world().people().userMay("wizard", rights.toArray(String[]::new));
		this.before = this.lab.everything();
		this.wizard = new WizardPages(this.port).reachesBothOf(this.lab).givesTheToken(DemoAuthentik.LIMITED_TOKEN);
		assertThat(this.wizard.heading()).isEqualTo("People and access");
	}

	/** Which rights to write there are cannot be seen, which has to be acknowledged. */
	private void confirmsThePlan() {
		assertThat(this.wizard.makesThePlan().text())
			.contains("The token belongs to “wizard”, who is not an authentik administrator.");
		this.wizard.ticksEveryRisk().confirms().awaitsTheEndOfTheRun();
	}

	private static List<String> without(String permission) {
		return DemoAuthentik.RIGHTS_OF_A_WIZARD.stream().filter((right) -> !right.equals(permission)).toList();
	}

	private void undoes() {
		this.wizard.undoesEverything();
	}

	private void assertThatEverythingIsAsBefore() {
		assertThat(this.wizard.heading()).isEqualTo("All changes undone");
		assertThat(this.lab.everything()).isEqualTo(this.before);
	}

}
