package io.github.dsmsso.wizard.access;

import io.github.dsmsso.wizard.OtherWizard;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
@ActiveProfiles("style-guide")
class RequestGuardTests {

	@LocalServerPort
	private int port;

	private RawHttp browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new RawHttp(this.port);
	}

	@ParameterizedTest
	@ValueSource(strings = { "localhost", "127.0.0.1", "[::1]", "LocalHost" })
	void itsOwnNamesAreAnswered(String host) {
		assertThat(this.browser.send("GET", "/", host + ":" + this.port, "").status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "evil.example", "localhost.evil.example", "127.0.0.1.evil.example", "192.168.1.20",
			"0.0.0.0", "127.0.0.2" })
	void anotherNameIsNotAnswered(String host) {
		RawHttp.Answer answer = this.browser.send("GET", "/", host, "");
		assertThat(answer.status()).isEqualTo(421);
		assertThat(answer.header("Content-Type")).hasValue("text/plain;charset=UTF-8");
		assertThat(answer.header("Set-Cookie")).isEmpty();
		assertThat(answer.body()).doesNotContain(host);
	}

	@Test
	void anotherNameIsNotAnsweredEvenWithASessionOrForHealth() {
		this.browser.get("/style-guide");
		assertThat(this.browser.send("GET", "/style-guide", "evil.example", "").status()).isEqualTo(421);
		assertThat(this.browser.send("GET", "/actuator/health", "evil.example", "").status()).isEqualTo(421);
	}

	@Test
	void aForwardedNameIsNotBelieved() {
		RawHttp.Answer answer = this.browser.send("GET", "/", "evil.example", "", "X-Forwarded-Host: localhost",
				"Forwarded: host=localhost");
		assertThat(answer.status()).isEqualTo(421);
	}

	@ParameterizedTest
	@ValueSource(strings = { "PUT", "DELETE", "PATCH", "OPTIONS", "PROPFIND" })
	void onlyLinksAndFormsAreAnswered(String method) {
		RawHttp.Answer answer = this.browser.send(method, "/", "127.0.0.1:" + this.port, "", "Content-Length: 0");
		assertThat(answer.status()).isEqualTo(405);
		assertThat(answer.header("Allow")).hasValue("GET, HEAD, POST");
	}

	@Test
	void noRequestIsEchoed() {
		assertThat(this.browser.send("TRACE", "/", "127.0.0.1:" + this.port, "").status()).isEqualTo(405);
	}

	@ParameterizedTest
	@CsvSource({ "cross-site,navigate,document,200", "cross-site,no-cors,image,403", "cross-site,cors,empty,403",
			"cross-site,navigate,iframe,403", "same-site,no-cors,script,403", "same-site,navigate,document,200",
			"same-origin,cors,empty,200", "none,navigate,document,200" })
	void anotherSiteMayLinkToAPageAndNothingElse(String site, String mode, String destination, int status) {
		RawHttp.Answer answer = this.browser.get("/", "Sec-Fetch-Site: " + site, "Sec-Fetch-Mode: " + mode,
				"Sec-Fetch-Dest: " + destination);
		assertThat(answer.status()).isEqualTo(status);
	}

	@ParameterizedTest
	@ValueSource(strings = { "Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: null",
			"Origin: https://evil.example", "Origin: http://127.0.0.1:1", "Origin: http://localhost" })
	void aFormOfAnotherSiteIsRefusedEvenWithTheRightToken(String header) {
		String token = "_csrf=" + this.browser.get("/style-guide").csrf();
		RawHttp.Answer answer = this.browser.post("/style-guide/form", token, header, "Sec-Fetch-Mode: navigate",
				"Sec-Fetch-Dest: document");
		assertThat(answer.status()).isEqualTo(403);
		assertThat(answer.body()).contains("This request was refused");
	}

	@Test
	void itsOwnFormIsTaken() {
		String token = "_csrf=" + this.browser.get("/style-guide").csrf();
		RawHttp.Answer answer = this.browser.post("/style-guide/form", token, "Sec-Fetch-Site: same-origin",
				"Origin: http://127.0.0.1:" + this.port);
		assertThat(answer.status()).isEqualTo(302);
	}

	@Test
	void aFormLargerThanAnyOfOursIsRefused() {
		assertThat(this.browser.post("/style-guide/form", "a=" + "x".repeat(64 * 1024)).status()).isEqualTo(413);
	}

	@Test
	void aFormAsLargeAsOneMayBeIsTaken() {
		String token = "_csrf=" + this.browser.get("/style-guide").csrf();
		String form = token + "&a=" + "x".repeat(64 * 1024 - token.length() - 3);
		assertThat(this.browser.post("/style-guide/form", form).status()).isEqualTo(302);
		assertThat(this.browser.post("/style-guide/form", form + "x").status()).isEqualTo(413);
	}

	@Test
	void theUsualPortOfAnOriginIsNotNamed() {
		try (OtherWizard wizard = OtherWizard.with((part) -> part, "--wizard.access.setup-code=false",
				"--server.forward-headers-strategy=native")) {
			RawHttp browser = new RawHttp(wizard.port());
			assertThat(themeChosen(browser, "localhost", "http://localhost", "X: plain")).isEqualTo(303);
			assertThat(themeChosen(browser, "localhost", "http://localhost:80", "X: plain")).isEqualTo(403);
			assertThat(themeChosen(browser, "localhost:443", "http://localhost:443", "X: plain")).isEqualTo(303);
			assertThat(themeChosen(browser, "localhost:443", "http://localhost", "X: plain")).isEqualTo(403);
			String tls = "X-Forwarded-Proto: https";
			assertThat(themeChosen(browser, "localhost", "https://localhost", tls)).isEqualTo(303);
			assertThat(themeChosen(browser, "localhost", "https://localhost:443", tls)).isEqualTo(403);
			assertThat(themeChosen(browser, "localhost", "http://localhost", tls)).isEqualTo(403);
		}
	}

	/** A port that is not the usual one has to be told by a header of the proxy. */
	@ParameterizedTest
	@CsvSource({ "framework, localhost, '', https://localhost, 303",
			"framework, localhost, localhost:8443, https://localhost:8443, 303",
			"framework, localhost:8443, '', https://localhost:8443, 403",
			"native, localhost, '', https://localhost, 303",
			"native, localhost, localhost:8443, https://localhost, 303",
			"native, localhost, localhost:8443, https://localhost:8443, 403",
			"none, localhost, localhost, https://localhost, 403" })
	void aProxyIsBelievedWhereThatWasSaid(String strategy, String host, String forwarded, String origin, int status) {
		try (OtherWizard wizard = OtherWizard.with((part) -> part, "--wizard.access.setup-code=false",
				"--server.forward-headers-strategy=" + strategy)) {
			String headers = "X-Forwarded-Proto: https"
					+ (forwarded.isEmpty() ? "" : "\r\nX-Forwarded-Host: " + forwarded);
			assertThat(themeChosen(new RawHttp(wizard.port()), host, origin, headers)).isEqualTo(status);
		}
	}

	private static int themeChosen(RawHttp browser, String host, String origin, String header) {
		String form = "theme=dark&_csrf=" + browser.get("/").csrf();
		return browser
			.send("POST", "/theme", host, form, header, "Origin: " + origin,
					"Content-Type: application/x-www-form-urlencoded", "Content-Length: " + form.length())
			.status();
	}

	@ParameterizedTest
	@ValueSource(strings = { "--spring.main.cloud-platform=kubernetes", "--server.forward-headers-strategy=native",
			"--server.forward-headers-strategy=framework" })
	void aForwardedNameDoesNotHideTheOneThatWasAskedFor(String setting) {
		try (OtherWizard wizard = OtherWizard.with((part) -> part, "--wizard.access.setup-code=false", setting)) {
			RawHttp page = new RawHttp(wizard.port());
			assertThat(page.send("GET", "/", "evil.example", "", "X-Forwarded-Host: localhost").status())
				.isEqualTo(421);
			assertThat(page.send("GET", "/", "localhost", "", "X-Forwarded-Host: evil.example").status())
				.isEqualTo(setting.contains("kubernetes") ? 200 : 421);
			assertThat(page.send("GET", "/", "localhost", "").status()).isEqualTo(200);
		}
	}

	@Test
	void aFormOfUnknownLengthIsRefused() {
		RawHttp.Answer answer = this.browser.send("POST", "/theme", "127.0.0.1:" + this.port, "0\r\n\r\n",
				"Transfer-Encoding: chunked", "Content-Type: application/x-www-form-urlencoded");
		assertThat(answer.status()).isEqualTo(411);
	}

	@ParameterizedTest
	@ValueSource(strings = { "multipart/form-data; boundary=x", "application/json", "text/plain" })
	void onlyPlainFormsAreTaken(String type) {
		RawHttp.Answer answer = this.browser.send("POST", "/theme", "127.0.0.1:" + this.port, "{}", "Content-Length: 2",
				"Content-Type: " + type);
		assertThat(answer.status()).isEqualTo(415);
	}

}
