package io.github.dsmsso.wizard.pages;

import java.util.List;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A session that has ended, or went with a wizard that was started again, is told of on
 * the first page, which keeps the two addresses and leads to a run that was made.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class LostSessionTests {

	private static final String ENDED = "Your session has ended";

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages person;

	@AfterEach
	void close() {
		this.person.close();
		this.applier.forget();
		this.lab.close();
	}

	private WizardPages opens() {
		this.person = new WizardPages(this.port);
		return this.person;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/nas/certificate", "/nas/sign-in", "/authentik", "/authentik/token", "/people", "/review",
			"/apply", "/prove", "/default", "/record" })
	void everyPageLeadsToTheFirstWhichTellsOfItAndKeepsBothAddresses(String path) {
		opens().connects(this.lab).losesItsSession().goesTo(path);

		assertThat(this.person.text()).contains(ENDED, this.lab.dsmAddress(), this.lab.authentikAddress());
		this.person.press("Connect a NAS");
		assertThat(this.person.valueOf("address")).isEqualTo(this.lab.dsmAddress());
		this.person.press("Continue").trustsTheCertificate().signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
		assertThat(this.person.valueOf("address")).isEqualTo(this.lab.authentikAddress());
	}

	@Test
	void anAuthentikBelowAPathIsKeptWithItsPath() {
		opens()
			.remembers("dsm-sso-wizard-addresses-" + this.port,
					"https%3A%2F%2Fnas.example%3A5001%7Chttps%3A%2F%2Fauth.example%2Fsso%2F")
			.losesItsSession()
			.goesTo("/people");

		assertThat(this.person.text()).contains(ENDED, "https://nas.example:5001", "https://auth.example/sso/");
	}

	@Test
	void anAuthentikIsNotOfferedForAnotherNas() {
		opens().connects(this.lab).losesItsSession().goesTo("/people").press("Connect a NAS");
		try (Lab other = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"))) {
			this.person.signsInTo(other);
			assertThat(this.person.valueOf("address")).isEmpty();
		}
	}

	@Test
	void whereARunWasMadeTheFirstPageLeadsToIt() {
		opens().connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun().losesItsSession().goesTo("/prove");

		String reference = this.applier.unfinished().get(0).record().reference();
		assertThat(this.person.text()).contains(ENDED, reference);
		this.person.press("Review this run");
		assertThat(this.person.valueOf("address")).isEqualTo(this.lab.dsmAddress());
	}

	@Test
	void nothingOfAFinishedSessionCanBeOpenedAgain() {
		opens().connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.person.goesTo("/record").press("Sign out and finish");

		for (String path : List.of("/record", "/prove", "/apply", "/people", "/authentik/token")) {
			assertThat(this.person.goesTo(path).heading()).as(path).isEqualTo("Your NAS");
		}
	}

	@Test
	void whoHasFinishedOrBegunAnewIsToldNothing() {
		opens().connects(this.lab).goesTo("/");
		assertThat(this.person.text()).doesNotContain(ENDED);

		this.person.losesItsSession().goesTo("/people").press("Connect a NAS").goesTo("/");
		assertThat(this.person.text()).doesNotContain(ENDED);

		this.person.press("Connect a NAS").connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.person.goesTo("/record").press("Sign out and finish").goesTo("/");
		assertThat(this.person.text()).doesNotContain(ENDED);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "%", "non%20sense", "https%3A%2F%2F", "|", "%00",
			"https%3A%2F%2Fnas.example|javascript%3Ax" })
	void aCookieThatMakesNoSenseIsNone(String value) {
		opens().remembers("dsm-sso-wizard-addresses-" + this.port, value).losesItsSession().goesTo("/people");

		assertThat(this.person.text()).doesNotContain(ENDED);
		assertThat(this.person.heading()).isEqualTo("Your NAS");
	}

}
