package io.github.dsmsso.wizard;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.dsmsso.lab.browser.Chromium;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A real browser, found on this machine and never fetched. After each test it has to have
 * nothing to complain about in its console that the wizard's own policy caused.
 */
public class TestBrowser implements BeforeAllCallback, AfterEachCallback {

	/** What does not come by then does not come, however busy the machine is. */
	private static final Duration PATIENCE = Duration.ofSeconds(30);

	/** What axe calls the rules of WCAG 2.2 A and AA. */
	public static final List<String> WCAG = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

	/** What can differ between two widths and two colour schemes of the same page. */
	public static final List<String> RULES_OF_THE_LOOK = List.of("color-contrast", "link-in-text-block", "target-size",
			"scrollable-region-focusable");

	private final List<BrowserContext> contexts = new ArrayList<>();

	private final List<String> complaints = new ArrayList<>();

	private final Chromium chromium = new Chromium();

	@Override
	public void beforeAll(ExtensionContext test) {
		PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE.toMillis());
		this.chromium.beforeAll(test);
	}

	@Override
	public void afterEach(ExtensionContext test) {
		this.contexts.forEach(BrowserContext::close);
		this.contexts.clear();
		assertThat(this.complaints).isEmpty();
	}

	/** Opens a page in a browser window of its own, without cookies. */
	public Page open(Browser.NewContextOptions options, String url) {
		BrowserContext context = this.chromium.browser().newContext(options);
		this.contexts.add(context);
		Page page = context.newPage();
		page.onConsoleMessage((message) -> {
			if (message.text().contains("Policy")) {
				this.complaints.add(message.text());
			}
		});
		page.onPageError(this.complaints::add);
		page.navigate(url);
		return page;
	}

	/**
	 * Looks at a page as it is narrow and dark, and wide and light: it has one heading
	 * and no violation that axe can find, and a picture of each may be kept.
	 */
	public static void lookAt(Page page, String name) {
		assertThat(page.locator("h1").count()).as("headings of %s", name).isOne();
		shows(page, name, 320, ColorScheme.DARK);
		assertAccessible(page);
		shows(page, name, 1280, ColorScheme.LIGHT);
		assertLooksAccessible(page);
	}

	private static void shows(Page page, String name, int width, ColorScheme colours) {
		page.setViewportSize(width, 800);
		page.emulateMedia(
				new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
		keepScreenshot(page, name + "-" + width + "-" + colours);
	}

	/** No WCAG 2.2 A or AA violation that axe can find, and no scrolling sideways. */
	public static void assertAccessible(Page page) {
		assertAccessible(page, axe(page).withTags(WCAG));
	}

	/**
	 * The same of a page that was found accessible in another width or other colours.
	 */
	public static void assertLooksAccessible(Page page) {
		assertAccessible(page, axe(page).withRules(RULES_OF_THE_LOOK));
	}

	private static void assertAccessible(Page page, AxeBuilder axe) {
		assertNoSidewaysOverflow(page);
		List<Rule> violations = axe.analyze().getViolations();
		assertThat(violations).extracting((rule) -> rule.getId() + " " + rule.getNodes()).isEmpty();
	}

	/**
	 * Asks axe for violations alone, in the page itself: without frames of other origins
	 * it needs no second page to put its results together, which takes as long as the
	 * look.
	 */
	public static AxeBuilder axe(Page page) {
		AxeRunOptions onlyViolations = new AxeRunOptions();
		onlyViolations.setResultTypes(List.of("violations"));
		return new AxeBuilder(page).setLegacyMode(true).options(onlyViolations);
	}

	/** The whole page is in sight without scrolling sideways. */
	public static void assertNoSidewaysOverflow(Page page) {
		assertThat(((Number) page.evaluate("document.documentElement.scrollWidth - innerWidth")).intValue())
			.as("Sideways overflow of %s", page.url())
			.isLessThanOrEqualTo(0);
	}

	/**
	 * With {@code -Dscreenshots=true}: for a person to look at, in
	 * {@code target/screenshots}.
	 */
	public static void keepScreenshot(Page page, String name) {
		if (Boolean.getBoolean("screenshots")) {
			Path file = Path.of("target", "screenshots", name.toLowerCase(Locale.ROOT) + ".png");
			page.screenshot(new Page.ScreenshotOptions().setFullPage(true).setPath(file));
		}
	}

}
