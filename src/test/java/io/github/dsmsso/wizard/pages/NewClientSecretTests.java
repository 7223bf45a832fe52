package io.github.dsmsso.wizard.pages;

import java.util.Map;
import java.util.Objects;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Another client secret on both sides, from the summary of what was set up or checked.
 */
@ImpatientWizard
class NewClientSecretTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages person;

	@BeforeEach
	void setsItUp() {
		this.applier.forget();
		this.person = new WizardPages(this.port).connects(this.lab);
	}

	@AfterEach
	void close() {
		this.person.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void isPlannedMadeProvenAndUndone() {
		this.person.makesThePlan().confirms().awaitsTheEndOfTheRun().goesTo("/record");
		Map<String, Object> before = this.lab.everything();
		this.person.press("Plan a new client secret");
		assertThat(this.person.heading()).isEqualTo("Review the plan");
		assertThat(this.person.text()).contains("Client secret");
		this.person.confirms().awaitsTheEndOfTheRun();
		assertThat(this.person.heading()).isEqualTo("Both systems are set up");

		assertThat(secret()).isNotEqualTo(secret(before));
		assertThat(this.lab.everything()).usingRecursiveComparison()
			.ignoringFields("oidc", "authentik")
			.isEqualTo(before);
		assertThat(signsIn()).isEqualTo("anna");
		assertThat(this.person.goesTo("/prove").text()).contains("Sign-in should work");

		this.person.undoesTheLastRun();
		assertThat(this.lab.everything()).isEqualTo(before);
		assertThat(signsIn()).isEqualTo("anna");
	}

	@Test
	void isPlannedForAConnectionThatWasOnlyChecked() {
		this.person.makesThePlan().confirms().awaitsTheEndOfTheRun();
		String before = secret();
		try (WizardPages another = new WizardPages(this.port)) {
			another.goesTo("/").press("Check an existing connection").connects(this.lab);
			another.goesTo("/record").press("Plan a new client secret");
			another.confirms().awaitsTheEndOfTheRun();
			assertThat(secret()).isNotEqualTo(before);
			assertThat(signsIn()).isEqualTo("anna");
		}
	}

	@Test
	void isNotPlannedWhereThereIsNoConnection() {
		try (WizardPages another = new WizardPages(this.port)) {
			another.goesTo("/").press("Check an existing connection").connects(this.lab);
			another.goesTo("/record").press("Plan a new client secret");
			assertThat(another.text()).contains("There is no client secret to replace");
			assertThat(another.hasAPlanToConfirm()).isFalse();
		}
	}

	private String secret() {
		return secret(this.lab.everything());
	}

	private static String secret(Map<String, Object> everything) {
		return Objects.toString(((Map<?, ?>) everything.get("oidc")).get("oidc_client_secret"));
	}

	private String signsIn() {
		return new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik())
			.signIn("anna", DemoAuthentik.PASSWORD)
			.account();
	}

}
