package io.github.dsmsso.wizard.pages;

import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What cannot be had back with another click is asked about first: what will happen, and
 * to whom. Until it is answered, nothing happens.
 */
@ImpatientWizard
class SecondQuestionTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages person;

	@BeforeEach
	void open() {
		this.person = new WizardPages(this.port);
	}

	@AfterEach
	void close() {
		this.person.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void undoingEverythingNamesWhatGoesAndWhoWillNotGetInAnyMore() {
		this.person.connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun().goesTo("/prove");
		Map<String, Object> connected = this.lab.everything();

		this.person.goesTo("/record").follows("Undo everything");

		assertThat(this.person.heading()).isEqualTo("Undo everything?");
		assertThat(this.person.text()).contains("cannot afterwards: anna", "Application “Synology DSM” is deleted",
				"SSO Client settings", this.lab.dsmAddress());
		assertThat(this.lab.everything()).isEqualTo(connected);

		this.person.follows("Cancel");
		assertThat(this.person.heading()).isEqualTo("Summary");
		assertThat(this.lab.everything()).isEqualTo(connected);

		this.person.undoesEverything();
		assertThat(this.person.heading()).isEqualTo("All changes undone");
	}

	@Test
	void whereThereWasAConnectionBeforeItComesBack() {
		this.person.connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.applier.forget();
		this.lab.nas().sso().configure(Map.of("oidc_redirect_uri", "https://elsewhere.example"));
		this.person.goesTo("/").press("Connect a NAS").connects(this.lab).makesThePlan().ticksEveryRisk();
		this.person.confirms().awaitsTheEndOfTheRun().goesTo("/record").follows("Undo everything");

		assertThat(this.person.text()).contains("goes back to the connection that existed before this run")
			.doesNotContain("Nobody can sign in");
	}

	@Test
	void leavingAnInterruptedRunSaysThatItMayBeIncomplete() {
		StoppedWizard stopped = new StoppedWizard(this.applier);
		this.person.connects(this.lab).makesThePlan();
		this.lab.dsm()
			.behind(stopped.beforeTheCall()
				.at(Calls.first(Fault.call("SYNO.Core.Directory.SSO.Profile", "set")).andAllAfter()));
		this.person.confirms().awaitsTheEndOfTheRun();
		stopped.startsAgain();
		this.lab.healed();
		this.person.losesItsSession().goesTo("/").follows("Keep everything as it is");

		assertThat(this.person.heading()).isEqualTo("Keep everything as it is?");
		assertThat(this.person.text()).contains("may be incomplete", "can no longer undo this run",
				this.lab.dsmAddress());

		this.person.follows("Cancel");
		assertThat(this.person.text()).contains("Setup was interrupted");

		this.person.keepsEverythingAsItIs();
		assertThat(this.person.text()).doesNotContain("Setup was interrupted");
	}

	@Test
	void whereThereIsNothingToUndoNothingIsAsked() {
		this.person.connects(this.lab).goesTo("/record/undo");
		assertThat(this.person.heading()).isEqualTo("Summary");

		this.person.goesTo("/recovery/forget?reference=NONE");
		assertThat(this.person.heading()).isEqualTo("Connect your Synology NAS to authentik");
	}

}
