package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
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
 * While a server is slow, the page says what is being done, then what it waits for and
 * how long it will; a second click is answered, and nothing that was typed is lost.
 */
@ImpatientWizard
class WaitingTests {

	private static final Predicate<LabRequest> LOGIN = Fault.call("SYNO.API.Auth", "login");

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final CallBarrier gate = new CallBarrier();

	private Page page;

	@BeforeEach
	void open() {
		this.page = browser.open(new Browser.NewContextOptions(), "http://localhost:" + this.port + "/finished");
	}

	@AfterEach
	void close() {
		this.gate.open();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void aSlowSignInIsSaidAtOnceAfterASecondAndAfterFiveAndASecondClickIsAnswered() {
		reaches("/nas/sign-in", (person) -> person.reachesTheNasOf(this.lab));
		this.lab.dsm().behind(this.gate.atFirst(LOGIN));
		this.page.fill("#account", DemoNas.ADMINISTRATOR);
		this.page.fill("#password", DemoNas.PASSWORD);
		List<String> said = hears();

		awaits("Already sent", () -> click(button("Sign in")));
		this.gate.open();

		assertThat(this.page.locator("h1")).hasText("Your authentik");
		assertThat(said).containsExactly("Signing in to DSM… | ", "Signing in to DSM… | Signing in to DSM…",
				"Signing in to DSM… | DSM is slow to respond. The wizard waits up to 60 seconds for each answer.",
				"Signing in to DSM… | Already sent. Waiting for the answer; if nothing happens for a minute, reload this page.");
	}

	@Test
	void anotherColourThemeKeepsWhatWasTyped() {
		reaches("/nas/sign-in", (person) -> person.reachesTheNasOf(this.lab));
		this.page.fill("#account", "anna");

		button("Dark theme").click();

		assertThat(this.page.locator("html")).hasAttribute("data-bs-theme", "dark");
		assertThat(button("Dark theme")).hasAttribute("aria-pressed", "true");
		assertThat(this.page.locator("#account")).hasValue("anna");
		this.page.reload();
		assertThat(this.page.locator("html")).hasAttribute("data-bs-theme", "dark");
	}

	@Test
	void aFinishedStepShowsWhereTheKeyboardIsOnANarrowPage() {
		reaches("/authentik", (person) -> person.signsInTo(this.lab));
		this.page.setViewportSize(320, 640);

		do {
			this.page.keyboard().press("Shift+Tab");
		}
		while (!Boolean.TRUE.equals(this.page.evaluate("document.activeElement.matches('.step-label')")));

		assertThat(this.page.locator(".step:has(:focus-visible)")).hasCSS("outline-style", "solid");
		assertThat(this.page.locator(".step:has(:focus-visible)")).hasCSS("outline-width", "3px");
	}

	/** A person goes there without scripts, and goes on with them. */
	private void reaches(String path, Consumer<WizardPages> way) {
		try (WizardPages person = new WizardPages(this.port)) {
			way.accept(person);
			person.sharesItsSessionWith(this.page);
		}
		this.page.navigate("http://localhost:" + this.port + path);
	}

	private Locator button(String name) {
		return this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	/**
	 * What the button and the line below the page say, each time that changes. While a
	 * page is on its way a browser answers no question about the one before; that one
	 * tells by itself, and clicks again once it has told everything.
	 */
	private List<String> hears() {
		List<String> said = new ArrayList<>();
		this.page.onConsoleMessage((message) -> said.add(message.text()));
		this.page.evaluate("""
				() => {
					const button = document.querySelector('main form .btn-primary');
					const line = document.getElementById('waiting');
					const told = new Set([button.textContent + " | "]);
					new MutationObserver(() => {
						const words = `${button.textContent} | ${line.textContent}`;
						if (!told.has(words)) {
							told.add(words);
							console.log(words);
						}
						if (words.includes('slow')) {
							button.click();
						}
					}).observe(document.body, { subtree: true, childList: true, characterData: true });
				}""");
		return said;
	}

	private void awaits(String words, Runnable action) {
		this.page.waitForConsoleMessage(
				new Page.WaitForConsoleMessageOptions().setPredicate((message) -> message.text().contains(words)),
				action);
	}

	/** Does not wait for the page that follows. */
	private static void click(Locator button) {
		button.click(new Locator.ClickOptions().setNoWaitAfter(true));
	}

}
