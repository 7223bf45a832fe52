package io.github.dsmsso.wizard.pages;

import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.wizard.TestBrowser;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.pages.WizardProcess.Signal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/**
 * A wizard that is killed while it makes changes: the page says so, and leads to the run
 * as soon as the wizard is back.
 */
class WizardGoneTests {

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@TempDir
	private Path journal;

	@Test
	void thePageSaysThatTheWizardIsGoneAndComesBackToTheRun() {
		CallBarrier gate = new CallBarrier();
		try (Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));
				WizardProcess killed = WizardProcess.start(this.journal);
				WizardPages person = new WizardPages(killed.port())) {
			Page page = browser.open(new Browser.NewContextOptions(),
					"http://localhost:" + killed.port() + "/finished");
			person.connects(lab).makesThePlan().sharesItsSessionWith(page);
			lab.dsm().behind(gate.atFirst(Fault.call("SYNO.Core.Directory.SSO.Profile", "set")));
			page.navigate("http://localhost:" + killed.port() + "/review");
			page.getByRole(AriaRole.BUTTON,
					new Page.GetByRoleOptions().setName("Create the application and configure DSM"))
				.click();
			assertThat(page.locator("h1")).hasText("Applying the plan");
			gate.reached();

			killed.gets(Signal.SIGKILL);

			assertThat(page.locator(".gone")).containsText("The wizard is not responding");
			TestBrowser.lookAt(page, "wizard-gone");
			killed.awaitEnd();
			gate.open();
			try (WizardProcess back = WizardProcess.start(this.journal, killed.port())) {
				back.port();
				assertThat(page.locator("#main")).containsText("Your session has ended");
				assertThat(page.locator("#main")).containsText("Setup was interrupted");
				assertThat(page.getByText("Review this run")).isVisible();
			}
		}
	}

}
