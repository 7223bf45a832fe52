package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What was answered stays until another answer is given, and whatever is dropped then is
 * named, in every tab.
 */
@ImpatientWizard
class NothingIsLostTests {

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
	void theSameAddressAgainChangesNothing() {
		this.person.connects(this.lab).makesThePlan().goesTo("/nas").press("Continue");
		assertThat(this.person.heading()).isEqualTo("Your authentik");

		this.person.press("Continue");
		assertThat(this.person.heading()).isEqualTo("People and access");

		this.person.goesTo("/review").confirms().awaitsTheEndOfTheRun();
		assertThat(this.person.heading()).isEqualTo("Both systems are set up");
	}

	@Test
	void anAddressThatWouldCostASignInSaysSo() {
		this.person.connects(this.lab).goesTo("/nas");
		assertThat(this.person.text()).contains("you need to sign in again");

		this.person.goesTo("/authentik");
		assertThat(this.person.text()).contains("you need to enter an API token again");
	}

	@Test
	void anotherCertificateAtTheSameAddressIsAskedAbout() {
		this.person.connects(this.lab);
		this.lab.dsm().server().present(LabCertificate.selfSigned("localhost", "127.0.0.1"));

		this.person.goesTo("/nas").press("Continue");

		assertThat(this.person.heading()).isEqualTo("Do you trust the certificate of your NAS?");
	}

	@Test
	void theFirstPageSaysWhatWasEnteredAndLeadsBackToIt() {
		this.person.connects(this.lab).makesThePlan();

		try (WizardPages tab = this.person.opensAnotherTab("/")) {
			assertThat(tab.text()).contains("You already entered", this.lab.dsmAddress(), this.lab.authentikAddress(),
					"deletes what you entered, in every tab");
			assertThat(tab.follows("Continue with these").heading()).isEqualTo("Review the plan");
		}
	}

	@Test
	void aFormSentAfterAnotherTabBeganAnewIsNotDroppedWithoutAWord() {
		HtmlPage people = this.person.connects(this.lab).page();
		try (WizardPages tab = this.person.opensAnotherTab("/")) {
			tab.press("Connect a NAS");
		}

		this.person.returnsTo(people).makesThePlan();

		assertThat(this.person.heading()).isEqualTo("Your NAS");
		assertThat(this.person.text()).contains("An answer was changed in another tab");
	}

	@Test
	void bothEmptyFieldsOfASignInAreNamedAtOnce() {
		this.person.reachesTheNasOf(this.lab).signsIn("", "");

		assertThat(this.person.text()).contains("The account is missing", "The password is missing");
	}

	@Test
	void everyWrongFieldOfThePeoplePageIsNamedAtOnceAndWhatWasTypedStays() {
		this.person.connects(this.lab)
			.type("redirect", "http://nas.example")
			.type("providerName", " ")
			.type("applicationSlug", "not a slug")
			.type("ssoName", "Our sign-in")
			.makesThePlan();

		assertThat(this.person.page().querySelectorAll(".error-summary li")).hasSize(3);
		assertThat(this.person.page().querySelectorAll(".field-wrong")).hasSize(3);
		assertThat(this.person.valueOf("applicationSlug")).isEqualTo("not a slug");
		assertThat(this.person.valueOf("ssoName")).isEqualTo("Our sign-in");
	}

	@Test
	void aPageOfAuthentikThatASentenceNamesIsALinkToIt() {
		this.person.reachesBothOf(this.lab);

		assertThat(this.person.source())
			.contains("href=\"" + this.lab.authentikAddress() + "/if/admin/#/core/tokens\"");
	}

}
