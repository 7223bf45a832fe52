package io.github.dsmsso.wizard.access;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.dsmsso.wizard.TestBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ActiveProfiles;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(PredictableCode.class)
@ActiveProfiles("style-guide")
class SetupCodeInTheBrowserTests {

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void theCodeOpensTheWizardWithAndWithoutScripts(boolean scripts) {
		Page page = open(new Browser.NewContextOptions().setJavaScriptEnabled(scripts));
		typeCode(page, "aaaaaaaa");
		assertThat(page.url()).isEqualTo("http://localhost:" + this.port + "/");
		assertThat(page.locator("h1").textContent()).isNotEqualTo("Enter the setup code");
	}

	@Test
	void theQuestionAndItsComplaintAreAccessible() {
		Page page = open(new Browser.NewContextOptions().setViewportSize(320, 720));
		TestBrowser.keepScreenshot(page, "access");
		TestBrowser.assertAccessible(page);
		typeCode(page, "wrong");
		TestBrowser.keepScreenshot(page, "access-wrong");
		TestBrowser.assertAccessible(page);
		assertThat(page.evaluate("document.activeElement.className")).asString().contains("error-summary");
	}

	@Test
	void theColoursCanBeChosenBeforeTheCodeIsTyped() {
		Page page = open(new Browser.NewContextOptions());
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Dark theme")).click();
		assertThat(page.locator("html")).hasAttribute("data-bs-theme", "dark");
		assertThat(page.url()).endsWith("/access");
	}

	private Page open(Browser.NewContextOptions options) {
		return browser.open(options, "http://localhost:" + this.port + "/");
	}

	private static void typeCode(Page page, String code) {
		page.getByLabel("Setup code").fill(code);
		page.getByText("Open the wizard").click();
	}

}
