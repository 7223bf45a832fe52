package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.dsmsso.lab.Calls;
import io.github.dsmsso.lab.Fault;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.AuthentikVersion;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.DemoNas;
import io.github.dsmsso.lab.dsm.DsmVersion;
import io.github.dsmsso.wizard.Figures;
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
 * Every page of the wizard as a person meets it: narrow and wide, light and dark, with no
 * violation that axe can find.
 */
@ImpatientWizard
class PagesTests {

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final AtomicLong transferred = new AtomicLong();

	private final List<String> visited = new ArrayList<>();

	private Page page;

	@BeforeEach
	void open() {
		this.page = browser.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true),
				"http://localhost:" + this.port + "/no-such-page");
		CDPSession network = this.page.context().newCDPSession(this.page);
		network.on("Network.loadingFinished",
				(event) -> this.transferred.addAndGet(event.get("encodedDataLength").getAsLong()));
		network.send("Network.enable");
	}

	@AfterEach
	void close() {
		this.applier.forget();
		this.lab.close();
	}

	@Test
	void everyPageCanBeUsedByEverybody() {
		look("not-found");
		this.page.navigate("http://localhost:" + this.port);
		look("start");
		press("Connect a NAS");
		look("nas");
		send("address", "https://nas.example.com/photo/", "Continue");
		look("nas-wrong-address");
		assertThat(this.page.locator(".error-summary")).isFocused();
		send("address", this.lab.dsmAddress(), "Continue");
		look("nas-certificate");
		press("Trust this certificate for this session");
		look("nas-sign-in");
		this.page.fill("#account", DemoNas.OTP_ADMINISTRATOR);
		send("password", "wrong", "Sign in");
		look("nas-refused");
		send("password", DemoNas.PASSWORD, "Sign in");
		look("nas-code");
		send("code", this.lab.nas().account(DemoNas.OTP_ADMINISTRATOR).currentCode(this.lab.nas().clock().instant()),
				"Sign in");
		look("authentik");
		send("address", this.lab.authentikAddress(), "Continue");
		look("authentik-certificate");
		press("Trust this certificate for this session");
		look("authentik-token");
		send("token", DemoAuthentik.API_TOKEN, "Continue");
		assertThat(this.page.locator("h1")).hasText("People and access");
		this.page.locator("details summary").all().forEach((summary) -> summary.click());
		look("people");
		assertThat(this.page.locator("#main")).containsText("What is a redirect URI?");
		press("Continue to the plan");
		look("review");
		press("Create the application and configure DSM");
		assertThat(this.page.locator("h1")).hasText("Both systems are set up");
		look("apply");
		this.page.reload();
		assertThat(this.page.locator("h1")).hasText("Both systems are set up");
		follow("Test the sign-in");
		this.page.locator(".passed > summary").click();
		look("prove");
		follow("Go to the summary");
		look("record");
		follow("Undo everything");
		look("undo-question");
		press("Undo everything");
		assertThat(this.page.locator("h1")).hasText("All changes undone");
		look("undone");
		this.page.navigate("http://localhost:" + this.port + "/record");
		press("Sign out and finish");
		look("finished");
		Figures.keep("straight-way", Map.of("pages", this.visited, "kilobytes", this.transferred.get() / 1024));
	}

	@Test
	void backAndReloadKeepWhatWasAnswered() {
		this.page.navigate("http://localhost:" + this.port);
		press("Connect a NAS");
		send("address", this.lab.dsmAddress(), "Continue");
		press("Trust this certificate for this session");
		assertThat(this.page.locator("h1")).hasText("Sign in to your NAS");
		this.page.reload();
		assertThat(this.page.locator("h1")).hasText("Sign in to your NAS");
		follow("Back");
		assertThat(this.page.locator("#address")).hasValue(this.lab.dsmAddress());
		this.page.goForward();
		this.page.navigate("http://localhost:" + this.port + "/review");
		assertThat(this.page.url()).doesNotContain("/review");
	}

	@Test
	void whatAnEarlierRunLeftCanBeSeenByEverybody() {
		interruptARun();
		String start = "http://localhost:" + this.port;
		this.page.navigate(start);
		look("start-interrupted");
		press("Review this run");
		press("Continue");
		press("Trust this certificate for this session");
		this.page.fill("#account", DemoNas.ADMINISTRATOR);
		send("password", DemoNas.PASSWORD, "Sign in");
		press("Continue");
		press("Trust this certificate for this session");
		send("token", DemoAuthentik.API_TOKEN, "Continue");
		assertThat(this.page.locator("h1")).hasText("Interrupted run");
		look("recovery");
		this.lab.nas().sso().configure(Map.of("oidc_name", "Somebody was here"));
		press("Undo the changes of this run");
		assertThat(this.page.locator("h1")).hasText("Some changes could not be undone");
		look("left-behind");
		this.page = browser.open(new Browser.NewContextOptions(), start);
		look("start-open");
	}

	private void interruptARun() {
		StoppedWizard stopped = new StoppedWizard(this.applier);
		try (WizardPages wizard = new WizardPages(this.port)) {
			wizard.connects(this.lab).makesThePlan();
			this.lab.dsm()
				.behind(stopped.beforeTheCall()
					.at(Calls.first(Fault.call("SYNO.Core.Directory.SSO.Profile", "set")).andAllAfter()));
			wizard.confirms().awaitsTheEndOfTheRun();
		}
		stopped.startsAgain();
		this.lab.healed();
	}

	private void look(String name) {
		this.visited.add(name);
		TestBrowser.lookAt(this.page, name);
	}

	private void send(String field, String value, String button) {
		this.page.fill("#" + field, value);
		press(button);
	}

	private void press(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private void follow(String link) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
	}

}
