package io.github.dsmsso.wizard.pages;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikPeople;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.TestBrowser;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.htmlunit.html.DomNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The page about people stays a page that can be read, searched and sent, however many
 * there are: a family, a school, a firm.
 */
@ImpatientWizard
class ManyPeopleTests {

	private static final int LARGEST_PAGE = 150 * 1024;

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private WizardPages wizard;

	@AfterEach
	void close() {
		if (this.wizard != null) {
			this.wizard.close();
		}
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void aFamilyIsShownWhole() {
		opens();
		assertThat(titles()).containsExactly("1 person can sign in, but check the name first",
				"1 person has a name that differs from the DSM account in upper and lower case",
				"1 person has a name that differs from the DSM account in the @ part",
				"1 person has a disabled DSM account", "2 people can sign in",
				"2 people have no DSM account of the same name", "1 person is inactive in authentik");
		assertThat(this.wizard.page().querySelectorAll("details.people-group[open]")).hasSize(3);
		assertThat(this.wizard.text()).contains("2 service accounts in authentik", "ak-outpost-embedded", "wizard")
			.doesNotContain("Find people to add");
	}

	@ParameterizedTest
	@ValueSource(ints = { 300, 2_000 })
	void everybodyCanBeFoundAndNothingTypedIsLostMeanwhile(int people) {
		arrive(people);
		opens();
		assertThat(this.wizard.text())
			.contains("%,d people have no DSM account of the same name".formatted(people / 2 + 2))
			.contains("Find people to add");
		this.wizard.ticks("Family").type("ssoName", "Our sign-in").type("applicationSlug", "no good");

		this.wizard.type("find", "PERSON0017").press("Find");
		assertThat(titles()).containsExactly("1 person has no DSM account of the same name");
		assertThat(this.wizard.text()).contains("1 person matches “PERSON0017”");
		assertThat(this.wizard.page().getUrl().getQuery()).isEqualTo("find=PERSON0017");
		assertThatAllIsKept();

		this.wizard.type("person", "person0018")
			.press("Search")
			.ticks("person0018")
			.type("find", "")
			.press("Show everyone");
		assertThatAllIsKept();
		assertThat(this.wizard.page().querySelectorAll("#users input:checked")).hasSize(1);

		this.wizard.press("Show all %,d in a table: %s".formatted(people / 2 + 2, titles().get(5))).press("Next page");
		assertThat(this.wizard.text()).contains("Page 2 of " + (people / 2 + 2 + 49) / 50);
		assertThat(this.wizard.page().querySelectorAll("table.people tbody tr").size()).isLessThanOrEqualTo(50);
		assertThatAllIsKept();

		this.wizard.makesThePlan();
		assertThat(this.wizard.text()).contains("A slug can contain only letters");
		assertThatAllIsKept();
		this.wizard.type("applicationSlug", "nas").makesThePlan();
		assertThat(this.wizard.text()).contains("Our sign-in", "Family", "person0018");
	}

	@Test
	void theFirstLookAfterARunTakesThePeopleAsTheyWereReadAndTheNextReadsThemAgain() {
		arrive(300);
		opens();
		this.wizard.makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.lab.authentik().world().people().userComes("late", "Late Person", "", null);

		assertThat(this.wizard.goesTo("/prove").text()).contains("as read earlier in this session")
			.doesNotContain("late");
		assertThat(this.wizard.press("Check again").text()).contains("late")
			.doesNotContain("as read earlier in this session");
	}

	@Test
	void aSearchThatFindsNobodySaysSo() {
		opens();
		this.wizard.goesTo("/people?find=nobody-of-this-name&page=77");
		assertThat(this.wizard.text()).contains("Nobody matches “nobody-of-this-name”");
		assertThat(this.wizard.goesTo("/people?group=NO_SUCH_GROUP&page=x").heading()).isEqualTo("People and access");
	}

	@Test
	void tenThousandPeopleAreNoLargerPage() {
		arrive(10_000);
		opens();
		Map<String, Integer> sizes = new LinkedHashMap<>();
		sizes.put("all", size());
		this.wizard.goesTo("/people?find=person");
		sizes.put("found", size());
		this.wizard.goesTo("/people?group=NO_DSM_ACCOUNT&page=50");
		sizes.put("group", size());
		this.wizard.goesTo("/people?person=person");
		sizes.put("to choose from", size());
		Figures.keep("people", Map.of("people", 10_000, "largest page", LARGEST_PAGE, "bytes of HTML", sizes));
		assertThat(sizes.values()).allSatisfy((size) -> assertThat(size).isLessThan(LARGEST_PAGE));

		String file = this.wizard.downloads("/people/table.csv");
		assertThat(file.lines().count()).isGreaterThan(10_010);
	}

	@Test
	void theTableIsAFileThatASpreadsheetOpensAndRunsNothingOf() {
		AuthentikPeople people = this.lab.authentik().world().people();
		people.userComes("formula", "=HYPERLINK(\"https://evil.example\")", "@evil.example", null);
		people.userComes("-dash", "+1 \"quoted\", twice", "", null);
		opens();
		String file = this.wizard.downloads("/people/table.csv");
		assertThat(file).startsWith("\"Name\",\"authentik username\"")
			.contains("\"'=HYPERLINK(\"\"https://evil.example\"\")\",\"formula\",\"'@evil.example\"",
					"\"'+1 \"\"quoted\"\", twice\",\"'-dash\"", "\"anna\"", "ak-outpost-embedded");
		assertThat(file.lines()).allSatisfy((line) -> assertThat(line.split("\",\"")).hasSize(6));
	}

	/**
	 * The Enter key searches where a name is typed to be searched for, and else goes on.
	 */
	@ParameterizedTest
	@ValueSource(booleans = { true, false })
	void threeHundredPeopleAreUsedByKeyboard(boolean scripts) {
		arrive(300);
		Page page = browser.open(
				new Browser.NewContextOptions().setIgnoreHTTPSErrors(true).setJavaScriptEnabled(scripts),
				"http://localhost:" + this.port);
		connect(page);
		assertThat(page.locator("h1")).hasText("People and access");
		look(page, "people-300", scripts);
		page.fill("#find", "person001");
		page.keyboard().press("Enter");
		assertThat(page.locator("#main")).containsText("10 people match “person001”");
		assertThat(page.locator("#find")).hasValue("person001");
		look(page, "people-found", scripts);
		page.locator("summary:text('Or choose individual people')").press("Enter");
		page.fill("#person", "person0012");
		press(page, "Search");
		page.getByLabel("person0012").press("Space");
		look(page, "people-chosen", scripts);
		page.locator("summary:text('Advanced settings')").press("Enter");
		page.fill("#ssoName", "Our sign-in");
		page.keyboard().press("Enter");
		assertThat(page.locator("h1")).hasText("Review the plan");
		assertThat(page.locator("#main")).containsText("person0012");
		assertThat(page.locator("#main")).containsText("Our sign-in");
	}

	/** What axe looks with is a script. */
	private static void look(Page page, String name, boolean scripts) {
		if (scripts) {
			TestBrowser.lookAt(page, name);
			assertThatTargetsAreLargeEnough(page);
		}
		else {
			TestBrowser.keepScreenshot(page, name + "-without-scripts");
		}
	}

	private static void assertThatTargetsAreLargeEnough(Page page) {
		assertThat(page.evaluate("""
				[...document.querySelectorAll('main :is(button, summary, a, input:not([type=hidden]))')]
					.filter((target) => target.checkVisibility() && !target.hasAttribute('aria-hidden'))
					.filter((target) => target.getBoundingClientRect().height < 24)
					.map((target) => target.outerHTML)""")).isEqualTo(List.of());
	}

	private void connect(Page page) {
		press(page, "Connect a NAS");
		page.fill("#address", this.lab.dsmAddress());
		press(page, "Continue");
		press(page, "Trust this certificate for this session");
		page.fill("#account", DemoNas.ADMINISTRATOR);
		page.fill("#password", DemoNas.PASSWORD);
		press(page, "Sign in");
		page.fill("#address", this.lab.authentikAddress());
		press(page, "Continue");
		press(page, "Trust this certificate for this session");
		page.fill("#token", DemoAuthentik.API_TOKEN);
		press(page, "Continue");
	}

	private static void press(Page page, String button) {
		page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).press("Enter");
	}

	private void arrive(int people) {
		IntStream.range(0, people).forEach((number) -> {
			String name = "person%04d".formatted(number);
			this.lab.authentik().world().people().userComes(name, "Person " + number, name + "@example.org", null);
			if (number % 2 == 0) {
				this.lab.nas().account(name);
			}
		});
	}

	private void opens() {
		this.wizard = new WizardPages(this.port).connects(this.lab);
	}

	private int size() {
		assertThat(this.wizard.heading()).isEqualTo("People and access");
		return this.wizard.source().getBytes(StandardCharsets.UTF_8).length;
	}

	private List<String> titles() {
		return this.wizard.page()
			.querySelectorAll(".people-group .verdict")
			.stream()
			.map(DomNode::getTextContent)
			.map(String::strip)
			.toList();
	}

	private void assertThatAllIsKept() {
		assertThat(this.wizard.page().querySelectorAll("#groups input:checked")).hasSize(1);
		assertThat(this.wizard.valueOf("ssoName")).isEqualTo("Our sign-in");
		assertThat(this.wizard.valueOf("applicationSlug")).isEqualTo("no good");
	}

}
