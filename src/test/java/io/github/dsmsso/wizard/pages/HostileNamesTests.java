package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.htmlunit.WebResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Names that somebody else chose, on the way through every page and into every download:
 * they are shown, and do nothing.
 */
@ImpatientWizard
class HostileNamesTests {

	private static final String HOSTILE = "x\u202Eb\u2066c\u2028d\u0085e|f`g<img src=a onerror=b>\\|i\u0007&#x202e;"
			+ "[j](https://evil.example)'\"{{7777*7}}${7777*7}";

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final List<String> pages = new CopyOnWriteArrayList<>();

	@AfterEach
	void close() {
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void hostileNamesAreShownAndDoNothing() {
		nameEverythingSo();
		try (WizardPages wizard = new WizardPages(this.port, this::keep)) {
			wizard.connects(this.lab).makesThePlan();
			assertThatItIsHarmless(wizard.downloads(wizard.addressOfLink("plan as Markdown")));
			assertThatItIsAscii(wizard.downloads(wizard.addressOfLink("plan as JSON")));
			wizard.downloads(wizard.addressOfLink("Download this plan"));
			wizard.ticksEveryRisk().confirms().awaitsTheEndOfTheRun();
			assertThat(wizard.heading()).isEqualTo("Both systems are set up");
			wizard.goesTo("/prove").goesTo("/default").goesTo("/record");
			assertThatItIsHarmless(wizard.downloads("/record/summary.md"));
			assertThatItIsAscii(wizard.downloads("/record/summary.json"));
			wizard.downloads("/record/summary.html");
			wizard.undoesEverything();
		}
		assertThat(this.pages).filteredOn((page) -> page.contains("evil.example"))
			.hasSizeGreaterThanOrEqualTo(5)
			.allSatisfy((page) -> assertThat(page).doesNotContain("<img", "54439"));
	}

	private void nameEverythingSo() {
		this.lab.nas().hostname(HOSTILE);
		this.lab.nas()
			.sso()
			.configure(Map.of("oidc_name", HOSTILE, "oidc_client_id", HOSTILE, "oidc_wellknown",
					"https://old.example/" + HOSTILE, "oidc_redirect_uri", "https://old.example"))
			.profile("oidc", true);
		this.lab.nas().account("hostile").email(HOSTILE).description(HOSTILE);
		this.lab.authentik().world().people().groupComes(HOSTILE, false);
		this.lab.authentik().world().people().userComes("hostile", HOSTILE, "x@example.org", null, HOSTILE);
	}

	private static void assertThatItIsHarmless(String markdown) {
		assertThat(markdown).contains("evil.example")
			.doesNotContain("\u202E", "\u2066", "\u2028", "\u0085", "\u0007")
			.doesNotContainPattern("(?<!\\\\)<img")
			.doesNotContainPattern("(?<!\\\\)&#x202e");
		assertThat(markdown.split("\n\n")).filteredOn((block) -> block.startsWith("|"))
			.isNotEmpty()
			.allSatisfy((table) -> assertThat(table.lines().map(HostileNamesTests::bars).distinct())
				.as("bars of the rows of a table, which has three or four columns")
				.singleElement(InstanceOfAssertFactories.INTEGER)
				.isBetween(4, 5));
	}

	private static int bars(String row) {
		return row.replaceAll("\\\\.", "").replaceAll("[^|]", "").length();
	}

	private static void assertThatItIsAscii(String json) {
		assertThat(json).contains("evil.example").matches("[\\x20-\\x7e\\r\\n]+");
	}

	private void keep(WebResponse response) {
		if (response.getContentType().equals("text/html")) {
			this.pages.add(response.getContentAsString());
		}
	}

}
