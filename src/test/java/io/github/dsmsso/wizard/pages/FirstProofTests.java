package io.github.dsmsso.wizard.pages;

import java.util.concurrent.atomic.AtomicInteger;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/** What is seen when the page that tests the sign-in is opened for the first time. */
@ImpatientWizard
class FirstProofTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages person;

	@BeforeEach
	void setsItUp() {
		this.applier.forget();
		this.person = new WizardPages(this.port).connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
	}

	@AfterEach
	void close() {
		this.person.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void aSignInBetweenTheLastChangeAndTheFirstLookCounts() {
		visitor().signIn("anna", DemoAuthentik.PASSWORD);
		assertThat(this.person.goesTo("/prove").text()).contains("DSM opened a session for anna");
	}

	@Test
	void aSessionByPasswordFromBeforeIsNoSignIn() {
		assertThat(this.person.goesTo("/prove").text()).contains("Nobody has signed in to DSM through authentik");
	}

	/**
	 * DSM waits five seconds for authentik, and may have come behind all that is asked.
	 */
	@Test
	void aButtonThatDoesNotWorkOnceIsPressedAgain() {
		AtomicInteger pressed = new AtomicInteger();
		this.lab.dsm()
			.behind((dsm) -> (request) -> request.path().endsWith("/index.cgi") && pressed.incrementAndGet() == 1
					? LabResponse.of(200, "application/json", "{\"error\":{\"code\":100},\"success\":false}")
					: dsm.handle(request));
		assertThat(this.person.goesTo("/prove").text()).contains("Sign-in should work");
		assertThat(pressed).hasValue(2);
	}

	@Test
	void aReviewThatFindsNothingToChangeLeavesWhatWasProven() {
		this.person.goesTo("/prove").goesTo("/review");
		int asked = asked();
		assertThat(this.person.goesTo("/record").text()).contains("passed");
		assertThat(asked()).isEqualTo(asked);
	}

	private int asked() {
		return this.lab.dsm().simulator().arrived().size() + this.lab.authentik().arrived().size();
	}

	private Visitor visitor() {
		return new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik());
	}

}
