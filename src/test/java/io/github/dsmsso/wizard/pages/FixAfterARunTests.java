package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.pages.OneFixForEachFindingTests.Break;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What breaks after a session has set everything up is fixed from its own checks, by a
 * run that builds on the first and is undone before it.
 */
@ImpatientWizard
class FixAfterARunTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages person;

	private Map<String, Object> atFirst;

	@BeforeEach
	void setsItUpAndSomebodyBreaksIt() {
		this.applier.forget();
		this.atFirst = this.lab.everything();
		this.person = new WizardPages(this.port).connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		Break.NO_RSA_KEY.happens(this.lab);
	}

	@AfterEach
	void close() {
		this.person.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void eachFindingIsFixedWithItsButton() {
		Break.ANOTHER_REDIRECT_URI_IN_DSM.happens(this.lab);
		fixes("signature");
		assertThat(this.person.text()).contains("Signing key").contains("Problems this plan does not fix");
		this.person.ticksEveryRisk().press("Apply these changes").awaitsTheEndOfTheRun();
		fixes("dsm-redirect");
		assertThat(this.person.text()).doesNotContain("Problems this plan does not fix");
		this.person.ticksEveryRisk().press("Apply these changes").awaitsTheEndOfTheRun();

		assertThat(this.person.heading()).isEqualTo("Both systems are set up");
		assertThat(this.person.goesTo("/prove").text()).contains("Sign-in should work");
		assertThat(signsIn()).isEqualTo("anna");
		assertThat(this.person.goesTo("/record").text()).contains("6 changes");
	}

	/**
	 * A fix changes little, and the files are of the whole connection all the same: what
	 * is there is taken up.
	 */
	@Test
	void theFilesForOtherToolsAreThoseOfTheSetUp() {
		List<String> files = List.of("/code/blueprint", "/code/ansible", "/code/connection");
		List<String> before = files.stream().map(this.person::downloads).toList();
		fixes("signature");
		this.person.ticksEveryRisk().press("Apply these changes").awaitsTheEndOfTheRun();

		assertThat(files.stream().map(this.person::downloads)).containsExactlyElementsOf(before);
		assertThat(this.person.downloads("/code/opentofu")).contains("\"to\" : \"authentik_provider_oauth2.dsm\"");
		assertThat(this.person.downloads("/code/commands")).contains("authentik PATCH providers/oauth2/1/");
	}

	@Test
	void theFixIsUndoneFirstAndThenTheSetUp() {
		Map<String, Object> broken = this.lab.everything();
		fixes("signature");
		this.person.ticksEveryRisk().press("Apply these changes").awaitsTheEndOfTheRun();

		this.person.undoesTheLastRun();
		assertThat(this.person.heading()).isEqualTo("All changes undone");
		assertThat(this.person.text()).contains("You can undo them from the summary");
		assertThat(this.lab.everything()).isEqualTo(broken);

		this.person.undoesEverything();
		assertThat(this.lab.everything()).isEqualTo(this.atFirst);
		assertThat(this.applier.unfinished()).isEmpty();
	}

	@Test
	void bothAreForgottenWhenThePersonFinishes() {
		fixes("signature");
		this.person.ticksEveryRisk().press("Apply these changes").awaitsTheEndOfTheRun();
		assertThat(this.applier.unfinished()).hasSize(2);

		assertThat(this.person.goesTo("/record").press("Sign out and finish").heading()).isEqualTo("Finished");
		assertThat(this.applier.unfinished()).isEmpty();
	}

	private void fixes(String check) {
		this.person.goesTo("/prove");
		this.person.press(
				this.person.page().querySelector("button[name=check][value=" + check + "]").getTextContent().strip());
		assertThat(this.person.heading()).isEqualTo("Review the plan");
	}

	private String signsIn() {
		return new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik())
			.signIn("anna", DemoAuthentik.PASSWORD)
			.account();
	}

}
