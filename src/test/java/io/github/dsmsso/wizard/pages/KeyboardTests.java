package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.WaitUntilState;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.TestBrowser;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * A person without a mouse goes the whole way, on a narrow page. Wherever the Tab key
 * leads, it can be seen.
 */
@ImpatientWizard
class KeyboardTests {

	/** More stops than any page has. */
	private static final int MOST_STOPS = 120;

	/** What has the focus, as a person finds it: by its label or by its words. */
	private static final String FOCUSED = """
			() => {
				const focused = document.activeElement;
				return (focused.labels?.[0] ?? focused).textContent.trim().replace(/\\s+/g, ' ');
			}""";

	/** The ring is around it, or around the step whose name does not fit. */
	private static final String HAS_RING = """
			() => [document.activeElement, document.activeElement.closest('.step')]
				.filter((element) => element)
				.map((element) => getComputedStyle(element))
				.some((style) => style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2)""";

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private Page page;

	@AfterEach
	void close() {
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void theWholeWayIsGoneWithTheKeyboardAlone() {
		this.page = browser.open(new Browser.NewContextOptions().setViewportSize(320, 640).setIgnoreHTTPSErrors(true),
				"http://localhost:" + this.port);
		press("Connect a NAS", "Your NAS");
		type("DSM address", this.lab.dsmAddress());
		press("Continue", "Do you trust the certificate of your NAS?");
		press("Trust this certificate for this session", "Sign in to your NAS");
		type("DSM account", DemoNas.ADMINISTRATOR);
		type("Password", DemoNas.PASSWORD);
		pressEnter("Your authentik");
		type("authentik address", this.lab.authentikAddress());
		press("Continue", "Do you trust the certificate of your authentik?");
		press("Trust this certificate for this session", "Your authentik API token");
		type("API token", DemoAuthentik.API_TOKEN);
		press("Continue", "People and access");
		press("Continue to the plan", "Review the plan");
		press("Create the application and configure DSM", "Both systems are set up");
		press("Test the sign-in", "Test the sign-in");
		press("Go to the summary", "Summary");
		press("Undo everything", "Undo everything?");
		press("Undo everything", "All changes undone");
		this.page.navigate("http://localhost:" + this.port + "/record");
		press("Sign out and finish", "Finished");
	}

	@Test
	void aScriptThatArrivesLateLeavesTheFocusToAPersonWhoWasQuicker() {
		this.page = browser.open(new Browser.NewContextOptions(), "about:blank");
		List<Route> late = new CopyOnWriteArrayList<>();
		this.page.route("**/focus*.js", late::add);
		this.page.navigate("http://localhost:" + this.port,
				new Page.NavigateOptions().setWaitUntil(WaitUntilState.COMMIT));
		assertThat(this.page.locator("h1")).isVisible();
		for (int stops = 0; !"Connect a NAS".equals(tab()); stops++) {
			assertThat(stops).isLessThan(MOST_STOPS);
		}
		this.page.waitForCondition(() -> !late.isEmpty());
		late.forEach(Route::resume);
		this.page.waitForLoadState(LoadState.LOAD);
		assertThat(this.page.getByText("Connect a NAS")).isFocused();
	}

	private void press(String words, String next) {
		tabTo(words);
		pressEnter(next);
	}

	/** Whoever waits until a page is all there begins at its heading. */
	private void pressEnter(String next) {
		this.page.keyboard().press("Enter");
		assertThat(this.page.locator("h1")).hasText(next);
		this.page.waitForLoadState(LoadState.LOAD);
	}

	private void type(String label, String value) {
		tabTo(label);
		this.page.keyboard().press("Control+A");
		this.page.keyboard().type(value);
	}

	private Object tab() {
		this.page.keyboard().press("Tab");
		return this.page.evaluate(FOCUSED);
	}

	private void tabTo(String words) {
		for (int stops = 0; stops < MOST_STOPS; stops++) {
			Object focused = tab();
			assertThat(this.page.evaluate(HAS_RING)).as("The ring around “%s” on %s", focused, this.page.url())
				.isEqualTo(true);
			assertThat(this.page.locator(":focus")).isInViewport();
			if (words.equals(focused)) {
				return;
			}
		}
		throw new AssertionError("The Tab key does not lead to “" + words + "” on " + this.page.url());
	}

}
