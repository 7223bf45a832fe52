package io.github.dsmsso.wizard.pages;

import java.util.Map;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The page that tests the sign-in tells by itself what happens on both sides, and where
 * it stops.
 */
@ImpatientWizard
class LiveSignInTests {

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final CallBarrier gate = new CallBarrier();

	private WizardPages person;

	@BeforeEach
	void connects() {
		this.applier.forget();
		this.person = new WizardPages(this.port).connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
	}

	@AfterEach
	void close() {
		this.gate.open();
		this.person.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void fiveSignInsThatFailAndOneThatSucceedsAreFollowedAsTheyHappen() {
		Page page = opens();
		Locator authentik = page.locator("#progress-authentik");
		Locator dsm = page.locator("#progress-dsm");
		assertThat(authentik).containsText("Nobody has signed in to DSM through authentik");

		assertThatThrownBy(() -> visitor().signIn("anna", "wrong")).hasMessageContaining("Invalid password");
		assertThat(authentik).containsText("authentik refused a sign-in as “anna”");
		Map.of("bob", "The DSM account is disabled", "Carla", "Upper and lower case differ", "dave@example.org",
				"The names differ in the @ part", "erin", "No DSM account with this name")
			.forEach((username, cause) -> {
				assertThat(visitor().signIn(username, DemoAuthentik.PASSWORD).account()).isNull();
				assertThat(authentik).containsText(username + " signed in at authentik at");
				assertThat(dsm).containsText("DSM opened no session for " + username + ". " + cause + ".");
			});

		visitor().signIn("anna", DemoAuthentik.PASSWORD);
		assertThat(authentik).containsText("anna signed in at authentik at");
		assertThat(dsm).containsText("DSM opened a session for anna");
		assertThat(page.locator("[data-poll]")).hasCount(0);
	}

	@Test
	void aDsmThatIsSlowIsNotTakenForAWizardThatIsGone() {
		Page page = opens();
		this.lab.dsm().behind(this.gate.atFirst(Fault.call("SYNO.Core.CurrentConnection", "list")));
		this.gate.reached();
		visitor().signIn("anna", DemoAuthentik.PASSWORD);
		page.waitForResponse((response) -> response.url().contains("/prove/progress"), () -> {
		});
		assertThat(page.locator("#progress .gone")).isEmpty();
		this.gate.open();
		assertThat(page.locator("#progress-dsm")).containsText("DSM opened a session for anna");
	}

	@Test
	void withoutScriptsTheSameIsTold() {
		this.person.goesTo("/prove");
		visitor().signIn("anna", DemoAuthentik.PASSWORD);
		assertThat(this.person.press("Check again").text()).contains("anna signed in at authentik at",
				"DSM opened a session for anna");
	}

	private Page opens() {
		Page page = browser.open(new Browser.NewContextOptions(), "http://localhost:" + this.port);
		this.person.sharesItsSessionWith(page);
		page.navigate("http://localhost:" + this.port + "/prove");
		return page;
	}

	private Visitor visitor() {
		return new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik());
	}

}
