package io.github.dsmsso.wizard.pages;

import java.time.Clock;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A second NAS is connected to the authentik of the first, without showing the token
 * again.
 */
@ImpatientWizard
class AnotherNasTests {

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final RunningDsm second = RunningDsm.start(DemoNas.world(DsmVersion.DSM_7_4, Clock.systemDefaultZone()),
			OutboundHttp.to(this.lab.authentik()), LabCertificate.selfSigned("localhost"), 0);

	@AfterEach
	void close() {
		this.applier.forget();
		this.second.close();
		this.lab.close();
	}

	@Test
	void theSecondNasGetsAnApplicationOfItsOwn() {
		this.applier.forget();
		try (WizardPages person = new WizardPages(this.port)) {
			person.connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun().goesTo("/record");
			person.press("Connect another NAS to this authentik");
			assertThat(person.heading()).isEqualTo("Your NAS");
			assertThat(this.lab.nas().sessions().count()).isZero();

			person.givesTheNasAddress(this.second.address())
				.trustsTheCertificate()
				.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
			assertThat(person.valueOf("address")).isEqualTo(this.lab.authentikAddress());
			person.press("Continue");
			assertThat(person.heading()).isEqualTo("People and access");
			person.makesThePlan();
			assertThat(person.text()).doesNotContain("cut off");
			person.confirms().awaitsTheEndOfTheRun();

			assertThat(this.second.world().sso().offersOidc()).isTrue();
			assertThat(this.lab.nas().sso().offersOidc()).isTrue();
			assertThat(this.second.world().sso().oidc().get("oidc_client_id"))
				.isNotEqualTo(this.lab.nas().sso().oidc().get("oidc_client_id"));
			assertThat(person.goesTo("/").text()).contains(this.lab.dsmAddress());
		}
	}

}
