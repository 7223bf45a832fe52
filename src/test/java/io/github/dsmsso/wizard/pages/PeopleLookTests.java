package io.github.dsmsso.wizard.pages;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabHandler;
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
 * While authentik is asked who gets in, the page says how far it is, in any window and
 * after any click, and a failure ends in a sentence.
 */
@ImpatientWizard
class PeopleLookTests {

	private static final String LOOKING = "Checking who can sign in";

	private static final Predicate<LabRequest> CHECK_ACCESS = Fault.request("GET",
			"/core/applications/synology/check_access/");

	private static final Predicate<LabRequest> USERS = Fault.request("GET", "/core/users/");

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.2"));

	private final CallBarrier gate = new CallBarrier();

	private final AtomicInteger asked = new AtomicInteger();

	private WizardPages wizard;

	@BeforeEach
	void connectWhereBindingsDoNotTell() {
		this.wizard = new WizardPages(this.port).connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		AuthentikWorld world = this.lab.authentik().world();
		world.groupIsBound("Family", "synology", false).groupIsBound("NAS users", "synology", false);
		world.somebodyChangesTheApplication("synology", "policy_engine_mode", "all");
		this.wizard.close();
		this.wizard = new WizardPages(this.port).connects(this.lab);
	}

	@AfterEach
	void close() {
		this.gate.open();
		this.wizard.close();
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void thePageTellsHowFarTheAskingIsAndASecondClickBeginsNoOther() {
		this.lab.authentikBehind((server) -> counted(this.gate.atFirst(CHECK_ACCESS).apply(server)));
		assertThat(this.wizard.glancesAt("/people").heading()).isEqualTo(LOOKING);
		assertThat(this.wizard.text()).containsPattern("authentik has answered [0-9] of [1-9] queries");
		int first = this.asked.get();

		assertThat(this.wizard.glancesAt("/people").heading()).isEqualTo(LOOKING);
		assertThat(this.wizard.glancesAt("/people?find=anna").heading()).isEqualTo(LOOKING);
		assertThat(this.wizard.source()).contains("<noscript><meta http-equiv=\"refresh\"");
		this.gate.open();

		assertThat(this.wizard.goesTo("/people").text()).contains("1 person can sign in");
		assertThat(this.asked.get()).isEqualTo(first);
	}

	@Test
	void aBrowserWithScriptsGoesOnByItself() {
		Page page = browser.open(new Browser.NewContextOptions(), "http://localhost:" + this.port);
		this.wizard.sharesItsSessionWith(page);
		this.lab.authentikBehind(this.gate.atFirst(CHECK_ACCESS));
		page.navigate("http://localhost:" + this.port + "/people");
		assertThat(page.locator("h1")).hasText(LOOKING);
		assertThat(page.locator("#progress")).containsText("Query authentik about individual users");
		TestBrowser.lookAt(page, "people-looking");
		this.gate.open();
		assertThat(page.locator("h1")).hasText("People and access");
	}

	@Test
	void aFailureMeanwhileEndsInASentenceAndTheNextLookIsAnother() {
		this.lab
			.authentikBehind((server) -> this.gate.atFirst(USERS).apply(Fault.UNAVAILABLE.always(USERS).apply(server)));
		assertThat(this.wizard.glancesAt("/people").heading()).isEqualTo(LOOKING);
		this.gate.open();
		assertThat(this.wizard.goesTo("/people").text()).contains("localhost is temporarily unavailable", "What to do");
		assertThat(this.wizard.heading()).isNotEqualTo("People and access");

		this.lab.healed();
		assertThat(this.wizard.goesTo("/people").heading()).isEqualTo("People and access");
	}

	@Test
	void whatIsChosenMeanwhileIsWhatIsLookedAt() {
		WizardPages other = this.wizard.opensAnotherTab("/people");
		this.lab.authentikBehind(this.gate.atFirst(CHECK_ACCESS));
		assertThat(this.wizard.glancesAt("/people").heading()).isEqualTo(LOOKING);
		other.type("ssoName", "Another name").press("Update the list");
		this.gate.open();
		assertThat(this.wizard.goesTo("/people").valueOf("ssoName")).isEqualTo("Another name");
		other.close();
	}

	private LabHandler counted(LabHandler server) {
		return (request) -> {
			if (CHECK_ACCESS.test(request)) {
				this.asked.incrementAndGet();
			}
			return server.handle(request);
		};
	}

}
