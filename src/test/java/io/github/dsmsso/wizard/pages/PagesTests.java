package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ReducedMotion;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.AuthentikVersion;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.dsm.DemoNas;
import io.github.dsmsso.lab.dsm.DsmVersion;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.TestBrowser;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page of the wizard as a person meets it: narrow and wide, light and dark, with no
 * violation that axe can find.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class PagesTests {

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final AtomicLong transferred = new AtomicLong();

	private final List<String> visited = new ArrayList<>();

	private Page page;

	@BeforeEach
	void open() {
		this.page = browser.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true),
				"http://localhost:" + this.port + "/no-such-page");
		this.page.onResponse(
				(response) -> this.transferred.addAndGet(Math.max(0, response.request().sizes().responseBodySize)));
	}

	@AfterEach
	void close() {
		this.lab.close();
	}

	@Test
	void everyPageCanBeUsedByEverybody() {
		look("not-found");
		this.page.navigate("http://localhost:" + this.port);
		look("start");
		press("Connect a NAS");
		look("nas");
		send("address", "https://nas.example.com/#/signin", "Continue");
		look("nas-wrong-address");
		assertThat(this.page.locator(".error-summary")).isFocused();
		send("address", this.lab.dsmAddress(), "Continue");
		look("nas-certificate");
		press("Trust this certificate for this run");
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
		press("Trust this certificate for this run");
		look("authentik-token");
		send("token", DemoAuthentik.API_TOKEN, "Continue");
		this.page.locator("details summary").all().forEach((summary) -> summary.click());
		look("people");
		press("Make the plan");
		look("review");
		press("Create the application and configure DSM");
		assertThat(this.page.locator("h1")).hasText("Both systems are set up");
		look("apply");
		this.page.reload();
		assertThat(this.page.locator("h1")).hasText("Both systems are set up");
		follow("Prove it");
		this.page.locator(".passed > summary").click();
		look("prove");
		follow("Go to the record");
		look("record");
		press("Undo everything");
		assertThat(this.page.locator("h1")).hasText("Everything is as before");
		look("undone");
		this.page.navigate("http://localhost:" + this.port + "/record");
		press("Sign out and forget");
		look("finished");
		Figures.keep("pages", Map.of("visited", this.visited.size(), "pages", this.visited, "violations", 0,
				"kilobytes", this.transferred.get() / 1024));
	}

	@Test
	void backAndReloadKeepWhatWasAnswered() {
		this.page.navigate("http://localhost:" + this.port);
		press("Connect a NAS");
		send("address", this.lab.dsmAddress(), "Continue");
		press("Trust this certificate for this run");
		this.page.reload();
		assertThat(this.page.locator("h1")).hasText("Sign in to your NAS");
		follow("Back");
		assertThat(this.page.locator("#address")).hasValue(this.lab.dsmAddress());
		this.page.goForward();
		this.page.navigate("http://localhost:" + this.port + "/review");
		assertThat(this.page.url()).doesNotContain("/review");
	}

	/**
	 * Narrow and wide, light and dark; the heading stands once and belongs to this page.
	 */
	private void look(String name) {
		this.visited.add(name);
		assertThat(this.page.locator("h1")).hasCount(1);
		look(name, 320, ColorScheme.DARK);
		look(name, 1280, ColorScheme.LIGHT);
	}

	private void look(String name, int width, ColorScheme colours) {
		this.page.setViewportSize(width, 800);
		this.page.emulateMedia(
				new Page.EmulateMediaOptions().setColorScheme(colours).setReducedMotion(ReducedMotion.REDUCE));
		TestBrowser.keepScreenshot(this.page, name + "-" + width + "-" + colours);
		TestBrowser.assertAccessible(this.page);
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
