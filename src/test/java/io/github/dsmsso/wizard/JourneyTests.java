package io.github.dsmsso.wizard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * The main job in a real browser: from five inputs to a person whom DSM greets, and back.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class JourneyTests {

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	private final AtomicLong transferred = new AtomicLong();

	private Lab lab;

	private Page page;

	@BeforeEach
	void open() {
		this.lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));
		this.page = browser.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true),
				"http://localhost:" + this.port);
		CDPSession network = this.page.context().newCDPSession(this.page);
		network.on("Network.loadingFinished",
				(event) -> this.transferred.addAndGet(event.get("encodedDataLength").getAsLong()));
		network.send("Network.enable");
	}

	@AfterEach
	void close() {
		this.lab.close();
	}

	@Test
	void fiveInputsLeadToAPersonWhomDsmGreetsAndUndoBackFieldByField() throws IOException {
		Map<String, ?> authentik = this.lab.authentik().world().inventory();
		Map<String, Object> dsm = this.lab.nas().sso().oidc();
		begin();
		signInToDsm(DemoNas.OTP_ADMINISTRATOR);
		assertThat(heading()).hasText("One-time code");
		this.page.fill("#code",
				this.lab.nas().account(DemoNas.OTP_ADMINISTRATOR).currentCode(this.lab.nas().clock().instant()));
		press("Sign in");
		connectToAuthentik();
		press("Continue to the plan");
		press("Create the application and configure DSM");
		assertThat(heading()).hasText("Both systems are set up");
		assertThat(this.lab.nas().sso().offersOidc()).isTrue();
		this.page.reload();
		assertThat(heading()).hasText("Both systems are set up");

		follow("Test the sign-in");
		assertThat(this.page.locator("#main")).containsText("Nobody has signed in to DSM through authentik since then");
		signInAtDsmAs("anna");
		assertThat(this.page.locator("#progress-dsm")).containsText("DSM opened a session for anna");
		assertThat(this.page.locator(".check-fail")).hasCount(0);

		follow("Go to the summary");
		assertThatTheFilesTellItAll();
		follow("Undo everything");
		press("Undo everything");
		assertThat(heading()).hasText("All changes undone");
		assertThat(this.lab.authentik().world().inventory()).isEqualTo(authentik);
		assertThat(this.lab.nas().sso().oidc()).isEqualTo(dsm);
		this.page.navigate("http://localhost:" + this.port + "/record");
		press("Sign out and finish");
		assertThat(heading()).hasText("Finished");
		Figures.keep("straight-way", Map.of("kilobytes", this.transferred.get() / 1024));
	}

	private void assertThatTheFilesTellItAll() throws IOException {
		for (String format : List.of("HTML", "Markdown", "JSON")) {
			Download download = download(format);
			String text = text(download);
			assertThat(text).contains(this.lab.dsmAddress(), this.lab.authentikAddress(), "preferred_username");
			assertThat(text).doesNotContain(this.lab.nas().sso().text("oidc_client_secret"), DemoNas.PASSWORD,
					DemoAuthentik.API_TOKEN);
			assertThat(download.suggestedFilename())
				.matches("dsm-sso-localhost-\\d+-\\d{4}-\\d\\d-\\d\\d\\.(html|md|json)");
		}
	}

	@Test
	void backAndReloadKeepWhatWasAnswered() {
		begin();
		assertThat(heading()).hasText("Sign in to your NAS");
		this.page.reload();
		assertThat(heading()).hasText("Sign in to your NAS");
		follow("Back");
		assertThat(this.page.locator("#address")).hasValue(this.lab.dsmAddress());
		this.page.goForward();
		this.page.navigate("http://localhost:" + this.port + "/review");
		assertThat(this.page.url()).doesNotContain("/review");
	}

	@Test
	void onlyAChosenGroupIsLetIn() {
		try (WizardPages person = new WizardPages(this.port)) {
			person.connects(this.lab).ticks("NAS users").makesThePlan().confirms().awaitsTheEndOfTheRun();
		}

		assertThat(visitor().signIn("anna", DemoAuthentik.PASSWORD).account()).isEqualTo("anna");
		assertThatThrownBy(() -> visitor().signIn("grace", DemoAuthentik.PASSWORD)).hasMessageContaining("denied");
	}

	private Visitor visitor() {
		return new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik());
	}

	@Test
	void ssoByDefaultStaysOnceAnAdministratorHasComeInByIt() throws IOException {
		connect(DemoNas.ADMINISTRATOR);
		press("Continue to the plan");
		press("Create the application and configure DSM");
		follow("Test the sign-in");
		signInAtDsmAs("anna");
		assertThat(this.page.locator("#progress-dsm")).containsText("DSM opened a session for");
		follow("Set up SSO by default");
		beginTheTrial();
		press("Keep SSO by default");
		assertThat(this.page.locator(".error-summary"))
			.containsText("No administrator sign-in through single sign-on has been detected");

		signInAtDsmAs("anna");
		press("Keep SSO by default");

		assertThat(heading()).hasText("SSO by default is on");
		assertThat(this.lab.nas().sso().defaultLogin()).isTrue();
		follow("Go to the summary");
		assertThat(this.page.locator("#main")).containsText("anna signed in through authentik");
		assertThat(text(download("Markdown"))).contains("anna signed in through authentik", "Sign-in page");
		follow("Undo everything");
		press("Undo everything");
		assertThat(heading()).hasText("All changes undone");
		assertThat(this.lab.nas().sso().defaultLogin()).isFalse();
	}

	@Test
	void whoIsCalledOtherwiseOnTheNasIsBridgedAndGreetedUntilThatIsUndone() {
		connect(DemoNas.ADMINISTRATOR);
		this.page.getByLabel("An attribute of the user, or the username where the attribute is not set").check();
		press("Update the list with these names");
		assertThat(this.page.locator("#main")).containsText("DSM receives the name “dave”.");
		TestBrowser.lookAt(this.page, "people-bridged");
		press("Continue to the plan");
		TestBrowser.lookAt(this.page, "plan-bridged");
		press("Create the application and configure DSM");
		assertThat(heading()).hasText("Both systems are set up");

		signInAtDsmAs("dave@example.org", "dave");

		follow("Test the sign-in");
		follow("Go to the summary");
		follow("Undo everything");
		press("Undo everything");
		assertThat(heading()).hasText("All changes undone");
		assertThat(this.lab.authentik().world().inventory().get("scopemapping").toString())
			.doesNotContain("synology_username");
		assertThat(this.lab.authentik().world().inventory().get("user").toString()).doesNotContain("synology_username");
	}

	/** On a NAS and an authentik of the same name, which has to be acknowledged. */
	private void beginTheTrial() {
		this.page.locator("input[name=acknowledged]").check();
		press("Turn on SSO by default for 3 minutes");
		assertThat(heading()).hasText("SSO by default is on trial: sign in now");
		assertThat(this.lab.nas().sso().defaultLogin()).isTrue();
	}

	private void connect(String administrator) {
		begin();
		signInToDsm(administrator);
		connectToAuthentik();
	}

	private void connectToAuthentik() {
		this.page.fill("#address", this.lab.authentikAddress());
		press("Continue");
		press("Trust this certificate for this session");
		this.page.fill("#token", DemoAuthentik.API_TOKEN);
		press("Continue");
		assertThat(heading()).hasText("People and access");
	}

	private void begin() {
		press("Connect a NAS");
		this.page.fill("#address", " HTTPS://LOCALHOST:" + this.lab.dsm().server().port() + "/ ");
		press("Continue");
		press("Trust this certificate for this session");
	}

	private void signInToDsm(String account) {
		this.page.fill("#account", account);
		this.page.fill("#password", DemoNas.PASSWORD);
		press("Sign in");
	}

	/**
	 * A person with a browser of their own opens DSM, comes in through authentik, and is
	 * greeted.
	 */
	private void signInAtDsmAs(String username) {
		signInAtDsmAs(username, username);
	}

	private void signInAtDsmAs(String username, String account) {
		Page dsm = browser.open(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true), this.lab.dsmAddress());
		signInAtAuthentik(dsm.waitForPopup(() -> dsm.locator("#sso").click()), username);
		assertThat(dsm.locator("#desktop-user")).hasText(account);
	}

	private static void signInAtAuthentik(Page window, String username) {
		window.locator("input[name=uid_field]").fill(username);
		window.locator("input[type=password]").fill(DemoAuthentik.PASSWORD);
		window.locator("button[type=submit]").click();
	}

	private Download download(String format) {
		return this.page.waitForDownload(() -> follow("Download as " + format));
	}

	private static String text(Download download) throws IOException {
		return new String(download.createReadStream().readAllBytes(), StandardCharsets.UTF_8);
	}

	private Locator heading() {
		return this.page.locator("h1");
	}

	private void press(String button) {
		this.page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(button).setExact(true)).click();
	}

	private void follow(String link) {
		this.page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(link).setExact(true)).click();
	}

}
