package io.github.dsmsso.wizard.pages;

import java.util.EnumSet;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.TestBrowser;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.pages.OneFixForEachFindingTests.Break;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A connection that works is broken in ten ways, one after the other, and each is found
 * and mended with one button, in a real browser.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class MendingInTheBrowserTests {

	static final EnumSet<Break> TEN = EnumSet.of(Break.NO_RSA_KEY, Break.ENCRYPTED_TOKENS, Break.NO_GRANT_TYPES,
			Break.ANOTHER_REDIRECT_URI, Break.NO_SCOPES, Break.SERVICE_OFF, Break.ANOTHER_WELL_KNOWN_URL,
			Break.ANOTHER_SECRET, Break.NO_NAME_ASKED_FOR, Break.DOMAIN_ACCOUNTS_ONLY);

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private Lab lab;

	private Page page;

	@BeforeEach
	void connects() {
		this.lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));
		try (WizardPages maker = new WizardPages(this.port)) {
			maker.connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		}
		this.applier.forget();
		this.page = browser.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true),
				"http://localhost:" + this.port);
	}

	@AfterEach
	void close() {
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void whatBreaksTheSignInIsMendedWithOneButtonAndPeopleSignInAgain() {
		for (Break broken : TEN) {
			broken.happens(this.lab);
			check();
			mend(broken);
			signInAtDsmAsAnna();
			this.applier.forget();
		}
	}

	/** In a session of its own, with the five inputs. */
	private void check() {
		this.page.context().clearCookies();
		this.page.navigate("http://localhost:" + this.port);
		press("Check an existing connection");
		this.page.fill("#address", this.lab.dsmAddress());
		press("Continue");
		press("Trust this certificate for this session");
		this.page.fill("#account", DemoNas.ADMINISTRATOR);
		this.page.fill("#password", DemoNas.PASSWORD);
		press("Sign in");
		this.page.fill("#address", this.lab.authentikAddress());
		press("Continue");
		press("Trust this certificate for this session");
		this.page.fill("#token", DemoAuthentik.API_TOKEN);
		press("Continue");
		assertThat(heading()).hasText("Check the connection");
	}

	private void mend(Break broken) {
		this.page.locator("button[name=check][value=" + broken.check() + "]").click();
		assertThat(heading()).hasText("Review the plan");
		for (Locator risk : this.page.locator("input[name=acknowledged]").all()) {
			risk.check();
		}
		press("Apply these changes");
		assertThat(heading()).hasText("Both systems are set up");
	}

	/** With a browser of her own. */
	private void signInAtDsmAsAnna() {
		Page dsm = browser.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true), this.lab.dsmAddress());
		Page window = dsm.waitForPopup(() -> dsm.locator("#sso").click());
		window.locator("input[name=uid_field]").fill("anna");
		window.locator("input[type=password]").fill(DemoAuthentik.PASSWORD);
		window.locator("button[type=submit]").click();
		assertThat(dsm.locator("#desktop-user")).hasText("anna");
	}

	private Locator heading() {
		return this.page.locator("h1");
	}

	private void press(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

}
