package io.github.dsmsso.wizard.pages;

import java.util.List;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.wizard.WizardPages;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page to print before authentik is away.
 */
@ImpatientWizard
class EmergencyPageTests {

	@LocalServerPort
	private int port;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages person;

	@BeforeEach
	void reachesThePlan() {
		this.person = new WizardPages(this.port).connects(this.lab).makesThePlan();
	}

	@AfterEach
	void close() {
		this.person.close();
		this.lab.close();
	}

	@Test
	void thePlanLeadsToItAndItNamesWhoCanSignInByPassword() {
		assertThat(this.person.follows("Sign in to DSM without authentik").text())
			.contains(this.lab.dsmAddress(), "anna", "otp-admin", "setup-admin")
			.doesNotContain("No local administrator account is enabled");
	}

	@Test
	void whereDsmDoesNotShowItsAccountsItSaysWhatToCheck() {
		this.lab.dsm().behind(Fault.NOT_PERMITTED.always(Fault.call("SYNO.Core.Group.Member", "list")));
		assertThat(this.person.goesTo("/emergency").text()).contains("DSM did not show its accounts");
	}

	@Test
	void aNasWithoutALocalAdministratorIsWarnedOf() {
		List.of("anna", "otp-admin", "setup-admin").forEach((name) -> this.lab.nas().account(name).disabled());
		assertThat(this.person.goesTo("/emergency").text()).contains("No local administrator account is enabled");
	}

}
