package io.github.dsmsso.lab.dsm;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import io.github.dsmsso.lab.browser.Chromium;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.JdkOutboundHttp;
import io.github.dsmsso.lab.dsm.webapi.Arrival;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Tests for DSM's page in a real browser, where there is one. */
class SignInPageTests {

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	@RegisterExtension
	static final Chromium chromium = new Chromium();

	private LabServer providerServer;

	private final DsmWorld world = DemoNas.world(DsmVersion.DSM_7_2_2, Clock.systemUTC());

	private RunningDsm dsm;

	private StubProvider provider;

	private BrowserContext context;

	private Page page;

	@BeforeEach
	void open() {
		this.providerServer = LabServer.https((request) -> this.provider.handle(request), CERTIFICATE, 0);
		this.provider = new StubProvider("https://localhost:" + this.providerServer.port(), Clock.systemUTC());
		this.dsm = RunningDsm.start(this.world, new JdkOutboundHttp(List.of(CERTIFICATE.certificate())), CERTIFICATE,
				0);
		this.world.sso().configure(this.provider.settings(this.dsm.address())).profile("oidc", true);
		this.context = chromium.browser().newContext(new Browser.NewContextOptions().setIgnoreHTTPSErrors(true));
		this.page = this.context.newPage();
	}

	@AfterEach
	void close() {
		this.context.close();
		this.dsm.close();
		this.providerServer.close();
	}

	@Test
	void aPasswordLeadsToTheDesktopAndBack() {
		this.page.navigate(this.dsm.address());
		signIn("anna", DemoNas.PASSWORD);
		assertThat(this.page.locator("#desktop")).hasText(Pattern.compile("Welcome, anna"));
		this.page.reload();
		assertThat(this.page.locator("#desktop-user")).hasText("anna");
		this.page.locator("#sign-out").click();
		assertThat(this.page.locator("#account-form")).isVisible();
		assertThat(this.world.sessions().count()).isZero();
	}

	@Test
	void aWrongPasswordIsToldAndASecondFactorIsAskedFor() {
		this.page.navigate(this.dsm.address());
		signIn("anna", "wrong");
		assertThat(this.page.locator("#message")).hasText("invalid user or password");
		assertThat(this.page.locator("#otp")).isHidden();
		signIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD);
		this.page.locator("#otp").fill(this.world.account(DemoNas.OTP_ADMINISTRATOR).currentCode(this.world.now()));
		this.page.locator("#sign-in").click();
		assertThat(this.page.locator("#desktop-user")).hasText(DemoNas.OTP_ADMINISTRATOR);
	}

	@Test
	void theButtonLeadsThroughThePopUpToTheDesktop() {
		this.page.navigate(this.dsm.address());
		assertThat(this.page.locator("#sso")).hasText("authentik");
		Page popUp = this.page.waitForPopup(() -> this.page.locator("#sso").click());
		assertThat(this.page.locator("#desktop-user")).hasText("anna");
		assertThat(popUp.isClosed()).isTrue();
		assertThat(this.dsm.simulator().arrived()).extracting(Arrival::path).contains("/index.cgi");
	}

	@Test
	void aRefusedTokenIsTold() {
		this.provider.encryptsTokens();
		this.page.navigate(this.dsm.address());
		this.page.locator("#sso").click();
		assertThat(this.page.locator("#message")).hasText("Your SSO is not properly configured. "
				+ "Please check your settings or contact your system administrator.");
	}

	@Test
	void withSsoFirstThePasswordFormIsOneClickAway() {
		this.world.sso().defaultLogin(true);
		this.page.navigate(this.dsm.address());
		assertThat(this.page.locator("#account-form")).isHidden();
		this.page.locator("#account-login").click();
		signIn("anna", DemoNas.PASSWORD);
		assertThat(this.page.locator("#desktop-user")).hasText("anna");
	}

	@Test
	void withoutSsoThereIsNoButton() {
		this.world.sso().profile("oidc", false).configure(Map.of("oidc_name", "authentik"));
		this.page.navigate(this.dsm.address());
		assertThat(this.page.locator("#sso")).isHidden();
	}

	private void signIn(String account, String password) {
		this.page.locator("#username").fill(account);
		this.page.locator("#password").fill(password);
		this.page.locator("#sign-in").click();
	}

}
