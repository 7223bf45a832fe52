package io.github.dsmsso.wizard.access;

import io.github.dsmsso.wizard.DsmSsoWizardApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

@ExtendWith(OutputCaptureExtension.class)
class AccessRulesTests {

	@ParameterizedTest
	@ValueSource(strings = { "--server.address=0.0.0.0",
			"--wizard.access.allowed-hosts=wizard.example.org --wizard.access.https=true" })
	void withoutSetupCodeOnlyThisMachineMayReachTheWizard(String settings, CapturedOutput console) {
		assertThatException().isThrownBy(() -> start("--wizard.access.setup-code=false " + settings));
		assertThat(console).contains("APPLICATION FAILED TO START")
			.contains("wizard.access.setup-code is off")
			.contains("Set wizard.access.setup-code to true")
			.doesNotContain("\tat io.github");
	}

	@Test
	void aNameOnTheNetworkNeedsHttps(CapturedOutput console) {
		assertThatException().isThrownBy(() -> start("--wizard.access.allowed-hosts=nas.example.org"));
		assertThat(console).contains("APPLICATION FAILED TO START").contains("set wizard.access.https to true");
	}

	@Test
	void withHttpsTheSessionCookieIsBoundToItsHost() {
		try (ConfigurableApplicationContext wizard = start(
				"--wizard.access.allowed-hosts=localhost,127.0.0.1 --wizard.access.https=true")) {
			RawHttp browser = new RawHttp(wizard.getEnvironment().getRequiredProperty("local.server.port", int.class));
			assertThat(browser.get("/access").header("Set-Cookie")).hasValueSatisfying(
					(cookie) -> assertThat(cookie).startsWith("__Host-dsm-sso-wizard").contains("; Secure", "Path=/;"));
		}
	}

	@Test
	void withHttpsTheChoiceOfColoursIsKeptFromPlainHttpAsWell() {
		try (ConfigurableApplicationContext wizard = start("--wizard.access.https=true")) {
			RawHttp browser = new RawHttp(wizard.getEnvironment().getRequiredProperty("local.server.port", int.class));
			String token = browser.get("/access").csrf();
			assertThat(browser.post("/theme", "theme=dark&_csrf=" + token).header("Set-Cookie"))
				.hasValueSatisfying((cookie) -> assertThat(cookie).startsWith("theme=dark;").contains("; Secure"));
		}
	}

	private static ConfigurableApplicationContext start(String settings) {
		return new SpringApplicationBuilder(DsmSsoWizardApplication.class)
			.run(("--server.port=0 " + settings).split(" "));
	}

}
