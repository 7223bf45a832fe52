package io.github.dsmsso.wizard.export;

import java.net.URL;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.TestBrowser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The summary as somebody opens it a year later: from a disk, without the wizard. */
class SummaryInTheBrowserTests {

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	static List<String> some() {
		return Draw.of("Summaries", List.of("connected", "unchanged", "planned", "undone", "hostile"), 2);
	}

	@ParameterizedTest
	@MethodSource("some")
	void itCanBeReadByEverybody(String kept) {
		TestBrowser.lookAt(open(kept), "summary-" + kept);
	}

	@ParameterizedTest
	@ValueSource(strings = { "connected", "hostile" })
	void itLoadsNothingAndRunsNothing(String kept) {
		Page page = browser.open(new Browser.NewContextOptions(), "about:blank");
		List<String> requests = new ArrayList<>();
		page.onRequest((request) -> requests.add(request.url()));
		page.onDialog((dialog) -> requests.add(dialog.message()));
		page.navigate(file(kept).toString());
		assertThat(requests).containsExactly(page.url());
		assertThat(page.locator("script, img, b, i").count()).isZero();
	}

	@Test
	void onPaperItIsBlackOnWhiteAndBeginsWithWhatItIs() {
		Page page = open("connected");
		page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.DARK));
		TestBrowser.keepScreenshot(page, "summary-print");
		assertThat(page.locator("body").evaluate("(body) => getComputedStyle(body).backgroundColor"))
			.isEqualTo("rgb(255, 255, 255)");
		assertThat(page.locator("main").innerText().lines().limit(12)).contains("2026-11-28 20:15 UTC", "7E7488F2");
	}

	private static Page open(String kept) {
		return browser.open(new Browser.NewContextOptions(), file(kept).toString());
	}

	private static URL file(String kept) {
		return Objects.requireNonNull(SummaryInTheBrowserTests.class.getResource(kept + ".html"));
	}

}
