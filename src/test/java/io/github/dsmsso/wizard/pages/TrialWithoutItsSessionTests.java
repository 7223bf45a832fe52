package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * SSO by default is on trial, and the session that began it ends, or somebody wants to
 * end it: unless it was kept, it goes back by itself all the same, and only then the
 * wizard signs out of DSM.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
@Import(TrialWithoutItsSessionTests.Time.class)
class TrialWithoutItsSessionTests {

	@LocalServerPort
	private int port;

	@Autowired
	private MessageSource messages;

	@Autowired
	private Applier applier;

	@Autowired
	private StandingTime time;

	@Autowired
	private ServletWebServerApplicationContext server;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final List<WizardPages> windows = new ArrayList<>();

	private final CallBarrier logout = new CallBarrier();

	private WizardPages wizard;

	private Map<String, Object> connected;

	private int sessionsWithDsm;

	@BeforeEach
	void beginTheTrial() {
		this.wizard = window().connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.connected = this.lab.everything();
		this.wizard.goesTo("/prove");
		new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik())
			.signIn("anna", DemoAuthentik.PASSWORD);
		this.time.stands();
		this.wizard.press("Check again")
			.goesTo("/default")
			.ticksEveryRisk()
			.press("Turn on SSO by default for 3 minutes")
			.awaitsTheTrial();
		assertThat(this.wizard.heading()).isEqualTo("SSO by default is on trial: sign in now");
		this.sessionsWithDsm = this.lab.nas().sessions().count();
		this.lab.dsm().behind(this.logout.atFirst(Fault.call("SYNO.API.Auth", "logout")));
	}

	private WizardPages window() {
		WizardPages window = new WizardPages(this.port);
		this.windows.add(window);
		return window;
	}

	@AfterEach
	void close() {
		this.time.passes();
		this.logout.open();
		watchFromTheFirstPage(window());
		this.windows.forEach(WizardPages::close);
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void aSessionThatExpiresLeavesTheTrialToItsTime() {
		HttpSessions.expireAll(this.server);
		assertThatItIsStillOnTrial();

		this.time.passes();

		this.logout.reached();
		assertThat(this.lab.everything()).isEqualTo(this.connected);
	}

	@Test
	void whoeverComesBackAfterwardsIsToldOfTheTrialAndOfItsEnd() {
		HtmlPage page = this.wizard.page();
		HttpSessions.expireAll(this.server);

		assertThat(this.wizard.returnsTo(page).tick("statement", "true").press("Keep SSO by default").heading())
			.isEqualTo("Your session has ended");
		this.wizard.goesTo("/").press("See the progress");
		assertThat(this.wizard.heading()).isEqualTo("SSO by default is on trial");
		assertThat(this.wizard.text()).contains("SSO by default is turned off again automatically");

		this.time.passes();

		assertThat(this.wizard.awaitsTheEndOfTheRun().heading()).isEqualTo("All changes undone");
		assertThatOnlyTheConnectionIsLeftToBeUndone();
	}

	@Test
	void signOutAndForgetLeadsBackToTheTrial() {
		this.wizard.goesTo("/record").press("Sign out and finish");

		assertThat(this.wizard.heading()).isEqualTo("SSO by default is on trial: sign in now");
		assertThatItIsStillOnTrial();
		this.time.passes();
		assertThat(this.wizard.awaitsTheEndOfTheTrial().heading())
			.isEqualTo("Nobody confirmed, so SSO by default was turned off again");
		assertThat(this.lab.everything()).isEqualTo(this.connected);
		this.logout.open();
		assertThat(this.wizard.goesTo("/record").press("Sign out and finish").heading())
			.isEqualTo(say("finished.title"));
	}

	@Test
	void beginningAnewLeavesTheTrialToItsTime() {
		this.wizard.goesTo("/").press("Connect a NAS");
		assertThatItIsStillOnTrial();

		this.time.passes();

		this.logout.reached();
		assertThat(this.lab.everything()).isEqualTo(this.connected);
	}

	@Test
	void anotherAddressOfTheNasLeavesTheTrialToItsTime() {
		this.wizard.goesTo("/nas").givesTheNasAddress(this.lab.dsmAddress().replace("localhost", "127.0.0.1"));
		assertThatItIsStillOnTrial();
		assertThat(this.wizard.goesTo("/default").heading()).isEqualTo("SSO by default is on trial: sign in now");

		this.time.passes();

		this.logout.reached();
		assertThat(this.lab.everything()).isEqualTo(this.connected);
	}

	@Test
	void whatWasKeptStaysWhenTheSessionExpiresAMomentLater() {
		this.wizard.tick("statement", "true").press("Keep SSO by default");
		HttpSessions.expireAll(this.server);

		this.time.passes();

		this.logout.reached().open();
		assertThat(this.lab.nas().sso().defaultLogin()).isTrue();
		assertThat(this.wizard.goesTo("/").text()).contains("can still be undone").doesNotContain("was on trial");
	}

	private void assertThatItIsStillOnTrial() {
		assertThat(this.lab.nas().sso().defaultLogin()).isTrue();
		assertThat(this.lab.nas().sessions().count()).isEqualTo(this.sessionsWithDsm);
	}

	/** Its undo switches SSO by default off as well. */
	private void assertThatOnlyTheConnectionIsLeftToBeUndone() {
		WizardPages first = window().goesTo("/");
		assertThat(first.page().querySelectorAll("section.notice")).hasSize(1);
		assertThat(first.text()).contains("can still be undone");
	}

	private static void watchFromTheFirstPage(WizardPages watcher) {
		if (watcher.goesTo("/").text().contains("in progress in another window")) {
			watcher.press("See the progress").awaitsTheEndOfTheRun();
		}
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

	/** Lets the test say when time passes. */
	@TestConfiguration(proxyBeanMethods = false)
	static class Time {

		@Bean
		@Primary
		StandingTime standingTime() {
			return new StandingTime();
		}

	}

}
