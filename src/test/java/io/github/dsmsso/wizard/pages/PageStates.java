package io.github.dsmsso.wizard.pages;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.dsmsso.lab.run.Draw;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.TestBrowser;
import io.github.dsmsso.wizard.WizardPages;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Pages that a person without scripts has come to, each shown once more in a real browser
 * with everything unfolded: narrow and dark, wide and light. What axe finds is counted. A
 * run draws those that it looks at.
 */
final class PageStates {

	/** A run looks at one in so many of the states. */
	private static final int LOOKED_AT = 4;

	private static final String FOLDER = "/state-of-a-page/";

	private static final String BEST_PRACTICE = "best-practice";

	private static final List<String> RULES = Stream.concat(TestBrowser.WCAG.stream(), Stream.of(BEST_PRACTICE))
		.toList();

	private final Map<String, Integer> bytes = new LinkedHashMap<>();

	private int lookedAt;

	private long violations;

	private long bestPracticeViolations;

	/**
	 * Shows the page on which a person is, and looks at it.
	 * @param browser shows it
	 * @param address where the wizard is
	 */
	void look(Page browser, String address, WizardPages person, String name) {
		String html = person.source();
		assertThat(this.bytes.put(name, html.getBytes(StandardCharsets.UTF_8).length)).as("A second %s", name).isNull();
		assertThat(person.page().querySelectorAll("h1")).as("Headings of %s", name).hasSize(1);
		if (Draw.takes(name, LOOKED_AT)) {
			look(browser, address, html, name);
		}
	}

	private void look(Page browser, String address, String html, String name) {
		this.lookedAt++;
		browser.route("**" + FOLDER + "*",
				(route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(html)));
		browser.route("**/progress?*", (route) -> {
			// stays unanswered: a page of work that is going on would load its own
			// address again
		});
		browser.navigate(address + FOLDER + name);
		browser.evaluate("document.querySelectorAll('details').forEach((details) => details.open = true)");
		List<String> found = Stream
			.of(look(browser, name, 320, ColorScheme.DARK, TestBrowser.axe(browser).withTags(RULES)),
					look(browser, name, 1280, ColorScheme.LIGHT,
							TestBrowser.axe(browser).withRules(TestBrowser.RULES_OF_THE_LOOK)))
			.flatMap(List::stream)
			.toList();
		browser.navigate("about:blank");
		browser.unrouteAll();
		assertThat(found).as("What axe finds on %s", name).isEmpty();
	}

	private List<String> look(Page browser, String name, int width, ColorScheme colours, AxeBuilder axe) {
		browser.setViewportSize(width, 800);
		browser.emulateMedia(
				new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
		TestBrowser.keepScreenshot(browser, "state-" + name + "-" + width + "-" + colours);
		TestBrowser.assertNoSidewaysOverflow(browser);
		List<Rule> rules = axe.analyze().getViolations();
		long bestPractice = rules.stream().filter((rule) -> rule.getTags().contains(BEST_PRACTICE)).count();
		this.bestPracticeViolations += bestPractice;
		this.violations += rules.size() - bestPractice;
		return rules.stream().map((rule) -> width + " px: " + rule.getId() + " " + rule.getNodes()).toList();
	}

	/** Keeps what was counted. */
	void keepFigures() {
		Figures.keep("pages",
				Map.of("seed", Draw.seed(), "states", this.bytes.size(), "looked at", this.lookedAt, "violations",
						this.violations, "best practice violations", this.bestPracticeViolations, "bytes", this.bytes));
	}

}
