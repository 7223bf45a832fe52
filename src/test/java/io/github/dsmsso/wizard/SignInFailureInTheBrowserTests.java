package io.github.dsmsso.wizard;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.http.LabServer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The ways a sign-in fails in the browser alone, although both systems are set up as they
 * should be.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
@TestInstance(Lifecycle.PER_CLASS)
class SignInFailureInTheBrowserTests {

	private static final String NOT_PRIVILEGE = "not privilege";

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	private Lab lab;

	@BeforeAll
	void connect() {
		this.lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));
		try (WizardPages wizard = new WizardPages(this.port)) {
			wizard.connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		}
	}

	@AfterEach
	void heal() {
		this.lab.authentik().world().leavesTheOpener();
		this.lab.network().reconnect("localhost");
	}

	@AfterAll
	void close() {
		this.lab.close();
	}

	@Test
	void aBlockedPopUpIsNoPrivilege() {
		Page dsm = open(this.lab.dsmAddress());
		dsm.evaluate("window.open = () => null");
		dsm.locator("#sso").click();
		assertThat(dsm.locator("#message")).hasText(NOT_PRIVILEGE);
	}

	@Test
	void pagesThatCutTheOpenerLeaveThePopUpOpenAndNobodySignedIn() {
		this.lab.authentik().world().cutsTheOpener();
		Page dsm = open(this.lab.dsmAddress());
		Page popUp = signInThroughPopUp(dsm);
		assertThat(popUp.locator("#message")).hasText(NOT_PRIVILEGE);
		assertThatNobodyCameIn(dsm, popUp);
	}

	@Test
	void aDsmOpenedUnderAnotherNameThanTheRedirectUriIsNoPrivilege() {
		Page dsm = open(this.lab.dsmAddress().replace("localhost", "127.0.0.1"));
		Page popUp = signInThroughPopUp(dsm);
		assertThat(popUp.locator("#message")).hasText(NOT_PRIVILEGE);
		assertThatNobodyCameIn(dsm, popUp);
	}

	@Test
	void aDsmOpenedAtAnotherPortThanTheRedirectUriIsNoPrivilege() {
		try (LabServer other = LabServer.https(this.lab.dsm().simulator(), this.lab.dsm().server().certificate(), 0)) {
			Page dsm = open("https://localhost:" + other.port());
			Page popUp = signInThroughPopUp(dsm);
			assertThat(popUp.locator("#message")).hasText(NOT_PRIVILEGE);
			assertThatNobodyCameIn(dsm, popUp);
		}
	}

	@Test
	void aNasThatCannotReachAuthentikHasNoAddressToOpen() {
		this.lab.network().cutOff("localhost");
		Page dsm = open(this.lab.dsmAddress());
		dsm.locator("#sso").click();
		assertThat(dsm.locator("#message")).hasText("Unable to get the URL for SSO authentication");
	}

	private static Page open(String address) {
		return browser.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true), address);
	}

	private static Page signInThroughPopUp(Page dsm) {
		Page popUp = dsm.waitForPopup(() -> dsm.locator("#sso").click());
		popUp.locator("input[name=uid_field]").fill("anna");
		popUp.locator("input[type=password]").fill(DemoAuthentik.PASSWORD);
		popUp.locator("button[type=submit]").click();
		return popUp;
	}

	private void assertThatNobodyCameIn(Page dsm, Page popUp) {
		assertThat(popUp.isClosed()).isFalse();
		assertThat(dsm.locator("#account-form")).isVisible();
		assertThat(this.lab.nas().connectionLog().lines()).noneMatch((line) -> line.text().contains("[OIDC]"));
	}

}
