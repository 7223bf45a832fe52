package io.github.dsmsso.wizard.access;

import java.util.List;

import io.github.dsmsso.wizard.KnownBad;
import io.github.dsmsso.wizard.OtherWizard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Import;
import org.springframework.core.Ordered;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@Import(PredictableCode.class)
@ActiveProfiles("style-guide")
@ExtendWith(OutputCaptureExtension.class)
class SetupCodePageTests {

	@LocalServerPort
	private int port;

	private RawHttp browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new RawHttp(this.port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/style-guide", "/no-such-page", "/actuator", "/actuator/env", "/actuator/info" })
	void withoutTheCodeEveryPageLeadsToTheQuestion(String path) {
		RawHttp.Answer answer = this.browser.get(path);
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.header("Location")).hasValueSatisfying((to) -> assertThat(to).endsWith("/access"));
	}

	@Test
	void anotherNameIsTurnedAwayBeforeASessionIsLookedUp() {
		assertThatAnotherNameIsTurnedAwayFirst(this.browser);
	}

	@Test
	void aWizardThatLooksUpTheSessionFirstIsFound() {
		try (OtherWizard bad = OtherWizard.with(SetupCodePageTests::withLateGuard)) {
			KnownBad.assertFound(25, "host checked after the session",
					() -> assertThatAnotherNameIsTurnedAwayFirst(new RawHttp(bad.port())));
		}
	}

	private static Object withLateGuard(Object part) {
		if (part instanceof FilterRegistrationBean<?> filter && filter.getFilter() instanceof RequestGuard) {
			filter.setOrder(Ordered.LOWEST_PRECEDENCE);
		}
		return part;
	}

	/** Whoever is sent to the question, or told that a form is stale, was looked up. */
	private static void assertThatAnotherNameIsTurnedAwayFirst(RawHttp browser) {
		String form = "code=" + PredictableCode.CODE + "&_csrf=" + browser.get("/access").csrf();
		for (String path : List.of("/", "/access", "/no-such-page")) {
			assertTurnedAway(browser.send("GET", path, "evil.example", ""));
			assertTurnedAway(browser.send("POST", path, "evil.example", form, "Content-Length: " + form.length(),
					"Content-Type: application/x-www-form-urlencoded"));
		}
		assertThat(browser.get("/").status()).as("the code was not taken").isEqualTo(302);
	}

	private static void assertTurnedAway(RawHttp.Answer answer) {
		assertThat(answer.status()).isEqualTo(421);
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@Test
	void theCodeOpensTheWizard() {
		RawHttp.Answer answer = this.browser.typeCode(PredictableCode.CODE);
		assertThat(answer.status()).isEqualTo(302);
		assertThat(answer.header("Location"))
			.hasValueSatisfying((to) -> assertThat(to).endsWith(":" + this.port + "/"));
		assertThat(this.browser.get("/style-guide").status()).isEqualTo(200);
	}

	@Test
	void theSessionBecomesAnotherOneWhenTheCodeIsTyped() {
		this.browser.get("/access");
		String before = this.browser.cookie();
		this.browser.typeCode(PredictableCode.CODE);
		assertThat(this.browser.cookie()).isNotEmpty().isNotEqualTo(before);
	}

	@Test
	void aSessionThatSomebodyPlantedDoesNotBecomeThisOne() {
		RawHttp stranger = new RawHttp(this.port);
		stranger.get("/access");
		this.browser.typeCode(PredictableCode.CODE);
		assertThat(stranger.get("/style-guide").status()).isEqualTo(302);
	}

	@Test
	void aWrongCodeIsRefusedInWordsAndNotRepeated() {
		RawHttp.Answer answer = this.browser.typeCode("ZZZZ-ZZZZ");
		assertThat(answer.header("Location")).hasValueSatisfying((to) -> assertThat(to).endsWith("/access?wrong"));
		assertThat(this.browser.get("/access?wrong").body()).contains("<title>Error: ")
			.contains("There is a problem", "aria-invalid=\"true\"")
			.doesNotContain("ZZZZ");
		assertThat(this.browser.get("/style-guide").status()).isEqualTo(302);
	}

	@Test
	void aCodeInTheAddressOpensNothing() {
		this.browser.get("/access?code=" + PredictableCode.CODE);
		assertThat(this.browser.get("/style-guide").status()).isEqualTo(302);
	}

	@Test
	void aCodeInTheAddressOfTheFormOpensNothingEither() {
		String token = this.browser.get("/access").csrf();
		this.browser.post("/access?code=" + PredictableCode.CODE, "_csrf=" + token);
		assertThat(this.browser.get("/style-guide").status()).isEqualTo(302);
		this.browser.post("/access?_csrf=" + this.browser.get("/access").csrf(), "code=" + PredictableCode.CODE);
		assertThat(this.browser.get("/style-guide").status()).isEqualTo(302);
	}

	@Test
	void whoeverHammersDoesNotKeepTheAdministratorOut(CapturedOutput console) {
		RawHttp stranger = new RawHttp(this.port);
		stranger.get("/access");
		int before = printedCodes(console);
		for (int i = 0; i < 6; i++) {
			stranger.typeCode("ZZZZ-ZZZZ");
		}
		assertThat(printedCodes(console)).isEqualTo(before);
		this.browser.typeCode(PredictableCode.CODE);
		assertThat(this.browser.get("/style-guide").status()).isEqualTo(200);
	}

	private static int printedCodes(CapturedOutput console) {
		return console.getOut().split("Setup code: ", -1).length - 1;
	}

	@Test
	void theSessionCookieIsHardToSteal() {
		assertThat(this.browser.get("/access").header("Set-Cookie"))
			.hasValueSatisfying((cookie) -> assertThat(cookie).startsWith("dsm-sso-wizard-")
				.contains("; HttpOnly", "; SameSite=Strict")
				.doesNotContain("Domain"));
	}

	@Test
	void aFormOfAForgottenSessionIsToldToStartAgain() {
		this.browser.typeCode(PredictableCode.CODE);
		RawHttp.Answer answer = this.browser.post("/style-guide/form", "_csrf=of-another-session");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("Your session has ended", "Nothing was changed");
	}

	@Test
	void aFormOfNoSessionAtAllIsToldToStartAgainToo() {
		RawHttp.Answer answer = this.browser.post("/style-guide/form", "");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("Your session has ended");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator/health", "/actuator/health/readiness", "/actuator/health/liveness" })
	void healthIsToldToEverybodyWithoutDetails(String path) {
		RawHttp.Answer answer = this.browser.get(path);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body()).contains("\"status\":\"UP\"").doesNotContain("components", "diskSpace");
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@Test
	void nameAndVersionAreToldToWhoeverHasTheCodeAndNothingElse() {
		this.browser.typeCode(PredictableCode.CODE);
		RawHttp.Answer answer = this.browser.get("/actuator/info");
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.body())
			.containsPattern("\\{\"build\":\\{\"name\":\"DSM SSO Wizard\",\"version\":\"[0-9][^\"]*\"}}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/access", "/no-such-page" })
	void everyPageSaysWhichVersionItIsOf(String path) {
		this.browser.typeCode(PredictableCode.CODE);
		assertThat(this.browser.get(path).body()).containsPattern(">DSM SSO Wizard [0-9]+\\.[0-9]+\\S*\\.</span>");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/env", "/actuator/beans", "/actuator/heapdump" })
	void nothingElseOfTheActuatorAnswersEvenWithTheCode(String path) {
		this.browser.typeCode(PredictableCode.CODE);
		assertThat(this.browser.get(path).status()).isEqualTo(404);
	}

}
