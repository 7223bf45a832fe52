package io.github.dsmsso.wizard.pages;

import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import com.microsoft.playwright.options.Media;
import com.microsoft.playwright.options.WaitForSelectorState;
import io.github.dsmsso.wizard.TestBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every fragment, in a real browser.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = { "wizard.access.setup-code=false",
		"spring.messages.basename=messages/layout,messages/access,messages/pages,messages/address,messages/network,messages/terms,messages/test" })
@ActiveProfiles("style-guide")
class StyleGuideTests {

	@LocalServerPort
	private int port;

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@Test
	void everyFragmentIsAccessibleAndFitsTheScreen() {
		Page page = open(new Browser.NewContextOptions().setViewportSize(320, 900).setColorScheme(ColorScheme.LIGHT),
				"/style-guide");
		TestBrowser.keepScreenshot(page, "style-guide-320-light");
		TestBrowser.assertAccessible(page);
	}

	@ParameterizedTest
	@CsvSource({ "320,DARK", "768,LIGHT", "1280,DARK" })
	void theSameInOtherWidthsAndColours(int width, ColorScheme colours) {
		Page page = open(new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(colours),
				"/style-guide");
		TestBrowser.keepScreenshot(page, "style-guide-" + width + "-" + colours);
		TestBrowser.assertLooksAccessible(page);
	}

	@ParameterizedTest
	@CsvSource({ "/,200", "/no-such-page,404", "/style-guide/broken,500", "/style-guide/problem,422" })
	void otherPagesAreAccessibleToo(String path, int status) {
		Page page = open(new Browser.NewContextOptions().setViewportSize(320, 640), path);
		TestBrowser.keepScreenshot(page, "page-" + status);
		TestBrowser.assertAccessible(page);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', value = { "dark|rgb(18, 24, 27)", "light|rgb(245, 247, 247)" })
	void theSwitchOverrulesTheDevice(String theme, String background) {
		Page page = open(new Browser.NewContextOptions().setJavaScriptEnabled(false)
			.setColorScheme("dark".equals(theme) ? ColorScheme.LIGHT : ColorScheme.DARK), "/style-guide");
		page.locator(".theme-switch button[value=" + theme + "]").click();
		assertThat(page.url()).endsWith("/style-guide");
		assertThat(background(page)).isEqualTo(background);
	}

	@Test
	void aLanguageWrittenFromTheRightFitsToo() {
		Page page = open(new Browser.NewContextOptions().setViewportSize(320, 900), "/style-guide");
		page.evaluate("document.documentElement.dir = 'rtl'");
		TestBrowser.keepScreenshot(page, "style-guide-rtl");
		TestBrowser.assertAccessible(page);
	}

	@Test
	void withTheColoursOfTheDeviceEverythingStillShows() {
		Page page = open(new Browser.NewContextOptions().setForcedColors(ForcedColors.ACTIVE), "/style-guide");
		TestBrowser.keepScreenshot(page, "style-guide-forced-colours");
		assertThat(page.locator("#who-1").evaluate("(radio) => getComputedStyle(radio).appearance")).isEqualTo("auto");
		TestBrowser.assertLooksAccessible(page);
	}

	@Test
	void onPaperThereAreNoButtons() {
		Page page = open(new Browser.NewContextOptions().setColorScheme(ColorScheme.DARK), "/style-guide");
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
		TestBrowser.keepScreenshot(page, "style-guide-print");
		assertThat(page.locator("button:visible, .steps:visible").count()).isZero();
		assertThat(background(page)).isEqualTo("rgb(255, 255, 255)");
	}

	@Test
	void workGoingOnIsFollowedUntilItIsOver() {
		Page page = open(new Browser.NewContextOptions(), "/style-guide/progress");
		assertThat(page.locator("#progress-profile .word").textContent()).isEqualTo("waiting");
		page.evaluate("window.stillTheSamePage = true");
		page.locator("#progress-profile .word:text-is('done')").waitFor();
		assertThat(page.evaluate("window.stillTheSamePage")).isEqualTo(true);
		page.locator("#progress:not([data-poll])").waitFor();
		assertThat(page.locator(".line-done").count()).isEqualTo(5);
	}

	@Test
	void whoThinksForLongIsAskedBeforeTheSessionEnds() {
		Page page = open(new Browser.NewContextOptions(), "about:blank");
		page.clock().install();
		page.navigate("http://127.0.0.1:" + this.port + "/style-guide");
		page.clock().fastForward("12:59");
		assertThat(page.locator("#idle").isVisible()).isFalse();
		page.clock().fastForward("00:02");
		TestBrowser.assertAccessible(page);
		Response answer = page.waitForResponse("**/style-guide", () -> page.getByText("Stay signed in").click());
		assertThat(answer.request().method()).isEqualTo("HEAD");
		page.locator("#idle").waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
		page.clock().fastForward("13:01");
		assertThat(page.locator("#idle").isVisible()).isTrue();
	}

	@Test
	void withoutScriptsNothingIsOfferedThatNeedsThem() {
		Page page = open(new Browser.NewContextOptions().setJavaScriptEnabled(false), "/style-guide");
		assertThat(page.locator("[data-reveal]").first().isVisible()).isFalse();
		assertThat(page.locator("[data-copy]").first().isVisible()).isFalse();
	}

	@Test
	void theKeyboardBeginsAtTheErrors() {
		Page page = open(new Browser.NewContextOptions(), "/style-guide");
		assertThat(page.evaluate("document.activeElement.classList.contains('error-summary')")).isEqualTo(true);
	}

	@Test
	void theKeyboardBeginsAtTheHeadingWhereThereIsNoError() {
		Page page = open(new Browser.NewContextOptions(), "/");
		assertThat(page.evaluate("document.activeElement.tagName")).isEqualTo("H1");
	}

	@Test
	void thePasswordCanBeShownAndHidden() {
		Page page = open(new Browser.NewContextOptions(), "/style-guide");
		page.getByLabel("Show Password").click();
		assertThat(page.locator("#nas-password").getAttribute("type")).isEqualTo("text");
		page.getByLabel("Hide Password").click();
		assertThat(page.locator("#nas-password").getAttribute("type")).isEqualTo("password");
	}

	@Test
	void copyingSaysThatItWasDone() {
		Page page = open(new Browser.NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")),
				"/style-guide");
		page.getByText("Copy redirect URI").click();
		page.waitForCondition(() -> page.locator("#announcement").textContent().contains("Copied"));
		assertThat(page.locator("#announcement").textContent()).isEqualTo("Copy redirect URI: Copied");
	}

	@Test
	void everyTargetIsLargeEnoughToHit() {
		Page page = open(new Browser.NewContextOptions().setViewportSize(320, 640), "/style-guide");
		assertThat(page.evaluate("""
				[...document.querySelectorAll('button, summary, input:not([type=hidden])')]
					.filter((target) => target.checkVisibility())
					.filter((target) => target.getBoundingClientRect().height < 24)
					.map((target) => target.outerHTML)""")).isEqualTo(List.of());
	}

	private Page open(Browser.NewContextOptions options, String path) {
		return browser.open(options, path.startsWith("/") ? "http://127.0.0.1:" + this.port + path : path);
	}

	private static String background(Page page) {
		return (String) page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor");
	}

}
