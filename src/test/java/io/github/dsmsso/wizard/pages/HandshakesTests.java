package io.github.dsmsso.wizard.pages;

import java.util.LinkedHashMap;
import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * How often the wizard shakes hands with the two servers on the way through its pages.
 * Connections are kept for longer than a page is read, so the pace makes no difference as
 * long as the servers keep them as well.
 */
@ImpatientWizard
class HandshakesTests {

	private static final String WIZARD = "dsm-sso-wizard";

	/** The page about the certificate looks by a handshake of its own. */
	private static final int LOOKS = 1;

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final Map<String, Integer> byPage = new LinkedHashMap<>();

	private int looks;

	private int before;

	@AfterEach
	void close() {
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void aWholeWalkNeedsAFewHandshakes() {
		this.applier.forget();
		try (WizardPages person = new WizardPages(this.port)) {
			person.givesTheNasAddress(this.lab.dsmAddress());
			this.looks += LOOKS;
			count("certificate of the NAS");
			person.trustsTheCertificate();
			count("NAS");
			person.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
			count("sign-in to DSM");
			person.givesTheAuthentikAddress(this.lab.authentikAddress());
			this.looks += LOOKS;
			count("certificate of authentik");
			person.trustsTheCertificate();
			count("authentik");
			person.givesTheToken(DemoAuthentik.API_TOKEN);
			count("token and people");
			person.makesThePlan();
			count("plan");
			person.confirms().awaitsTheEndOfTheRun();
			count("apply");
			person.goesTo("/prove");
			count("verify");
			person.goesTo("/record");
			count("record");
			person.undoesEverything();
			count("undo");
		}
		this.byPage.put("whole walk", handshakes());
		Figures.keep("handshakes", this.byPage);
		assertThat(this.lab.dsm().server().connections(WIZARD)).isLessThanOrEqualTo(4);
		assertThat(this.lab.authentikServer().connections(WIZARD)).isLessThanOrEqualTo(6);
	}

	private void count(String page) {
		this.byPage.put(page, handshakes() - this.before);
		this.before = handshakes();
	}

	private int handshakes() {
		return this.looks + this.lab.dsm().server().connections(WIZARD)
				+ this.lab.authentikServer().connections(WIZARD);
	}

}
