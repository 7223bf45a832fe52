package io.github.dsmsso.wizard.pages;

import java.nio.file.Path;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.wizard.TestBrowser;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The plan and the record in a real browser: on the screen, on paper, and on the disk.
 */
@ImpatientWizard
class RecordInTheBrowserTests {

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages wizard;

	private Page page;

	@AfterEach
	void close() {
		this.wizard.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void whatIsFoldedOnTheScreenStandsOnPaper() {
		setsItUp();
		Locator change = this.page.getByText("Well-known URL");
		assertThat(change).isHidden();
		this.page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		assertThat(change).isVisible();
		TestBrowser.keepScreenshot(this.page, "record-print");
		assertThat(this.page.locator("main").innerText())
			.contains("UTC", this.lab.dsmAddress(), "setup-admin in DSM, akadmin in authentik", "7.2.2", "Client ID",
					"anna", "erin")
			.doesNotContain("Show", "Download");
	}

	@Test
	void theFilesAreReadWithoutTheWizard() {
		this.wizard = new WizardPages(this.port).connects(this.lab).makesThePlan();
		looksAtTheFile("/review", "Download this plan", "plan-file");
		this.wizard.confirms().awaitsTheEndOfTheRun();
		looksAtTheFile("/record", "Download as HTML", "record-file");
	}

	private void setsItUp() {
		this.wizard = new WizardPages(this.port).connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		opens("/record");
	}

	private void opens(String path) {
		this.page = browser.open(new Browser.NewContextOptions(), "about:blank");
		this.wizard.sharesItsSessionWith(this.page);
		this.page.navigate("http://localhost:" + this.port + path);
	}

	private void looksAtTheFile(String path, String link, String name) {
		opens(path);
		Download download = this.page.waitForDownload(() -> this.page.getByText(link).click());
		Path file = Path.of("target", "downloads", name + ".html").toAbsolutePath();
		download.saveAs(file);
		assertThat(download.suggestedFilename()).endsWith(".html");
		Page read = browser.open(new Browser.NewContextOptions().setViewportSize(320, 800), file.toUri().toString());
		assertThat(read.locator("h1")).isVisible();
		TestBrowser.assertNoSidewaysOverflow(read);
	}

}
