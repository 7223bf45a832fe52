package io.github.dsmsso.wizard.pages;

import java.time.Clock;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.wizard.TestBrowser;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Two technicians use one wizard for two NAS and one authentik: neither waits for the
 * other, and neither touches what the other is changing.
 */
@ImpatientWizard
class TwoTechniciansTests {

	private static final Predicate<LabRequest> SET_OIDC = Fault.call("SYNO.Core.Directory.OIDC.SSO", "set");

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final RunningDsm second = anotherNas(DsmVersion.DSM_7_4);

	private final RunningDsm third = anotherNas(DsmVersion.DSM_7_2_2);

	private final CallBarrier atFirst = new CallBarrier();

	private final CallBarrier atSecond = new CallBarrier();

	private WizardPages one;

	private WizardPages other;

	private RunningDsm anotherNas(DsmVersion version) {
		return RunningDsm.start(DemoNas.world(version, Clock.systemDefaultZone()),
				OutboundHttp.to(this.lab.authentik()), LabCertificate.selfSigned("localhost"), 0);
	}

	@BeforeEach
	void open() {
		this.applier.forget();
		this.one = new WizardPages(this.port);
		this.other = new WizardPages(this.port);
	}

	@AfterEach
	void close() {
		this.atFirst.open();
		this.atSecond.open();
		this.one.goesTo("/apply").awaitsTheEndOfTheRun().close();
		this.other.goesTo("/apply").awaitsTheEndOfTheRun().close();
		this.applier.forget();
		this.third.close();
		this.second.close();
		this.lab.close();
	}

	@Test
	void bothAreAtWorkAtTheSameTimeAndAThirdNasFollows() {
		this.lab.dsm().behind(this.atFirst.atFirst(SET_OIDC));
		this.second.behind(this.atSecond.atFirst(SET_OIDC));
		this.one.connects(this.lab).makesThePlan().confirms();
		this.atFirst.reached();
		connects(this.other, this.second).makesThePlan().confirms();
		this.atSecond.reached();

		Page watching = watches(this.one);
		Page alsoWatching = watches(this.other);
		assertThat(watching.locator("h1")).hasText("Applying the plan");
		assertThat(alsoWatching.locator("h1")).hasText("Applying the plan");
		assertThatTheFirstPageLists(this.lab.dsmAddress(), this.second.address());
		this.atSecond.open();
		assertThat(alsoWatching.locator("h1")).hasText("Both systems are set up");
		assertThat(watching.locator("h1")).hasText("Applying the plan");
		this.atFirst.open();
		assertThat(watching.locator("h1")).hasText("Both systems are set up");

		this.one.goesTo("/record").press("Connect another NAS to this authentik");
		this.one.givesTheNasAddress(this.third.address())
			.trustsTheCertificate()
			.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD)
			.press("Continue")
			.makesThePlan()
			.confirms()
			.awaitsTheEndOfTheRun();
		assertThat(clientsInUse()).hasSize(3);
	}

	@Test
	void twoPlansForTheSameApplicationAreNotAppliedAtTheSameTime() {
		this.lab.dsm().behind(this.atFirst.atFirst(SET_OIDC));
		this.one.connects(this.lab).makesThePlan();
		connects(this.other, this.second).makesThePlan();
		this.one.confirms();
		this.atFirst.reached();

		this.other.confirms();

		assertThat(this.other.text()).contains("Another run is changing this NAS or the same objects");
		assertThat(this.second.world().sso().offersOidc()).isFalse();
		this.atFirst.open();
		this.one.awaitsTheEndOfTheRun();
		this.other.goesTo("/people").makesThePlan().confirms().awaitsTheEndOfTheRun();
		assertThat(clientsInUse()).hasSize(2);
	}

	private WizardPages connects(WizardPages technician, RunningDsm nas) {
		return technician.givesTheNasAddress(nas.address())
			.trustsTheCertificate()
			.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD)
			.givesTheAuthentikAddress(this.lab.authentikAddress())
			.trustsTheCertificate()
			.givesTheToken(DemoAuthentik.API_TOKEN);
	}

	private Page watches(WizardPages technician) {
		Page page = browser.open(new Browser.NewContextOptions(), "about:blank");
		technician.sharesItsSessionWith(page);
		page.navigate("http://localhost:" + this.port + "/apply");
		return page;
	}

	private void assertThatTheFirstPageLists(String... addresses) {
		Page visitor = browser.open(new Browser.NewContextOptions(), "http://localhost:" + this.port + "/");
		for (String address : addresses) {
			assertThat(visitor.locator("main")).containsText("A run for " + address + " is in progress");
		}
		TestBrowser.lookAt(visitor, "start-two-runs");
	}

	/** The client IDs that the NAS with OpenID Connect on hold. */
	private Set<String> clientsInUse() {
		return Stream.of(this.lab.nas(), this.second.world(), this.third.world())
			.filter((nas) -> nas.sso().offersOidc())
			.map((nas) -> nas.sso().oidc().get("oidc_client_id"))
			.map(String::valueOf)
			.collect(Collectors.toSet());
	}

}
