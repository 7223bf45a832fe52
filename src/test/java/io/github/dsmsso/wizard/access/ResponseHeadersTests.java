package io.github.dsmsso.wizard.access;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.ActiveProfiles;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
@ActiveProfiles("style-guide")
class ResponseHeadersTests {

	@LocalServerPort
	private int port;

	private RawHttp browser;

	@BeforeEach
	void openBrowser() {
		this.browser = new RawHttp(this.port);
	}

	@ParameterizedTest
	@CsvSource({ "GET,/,127.0.0.1,200", "HEAD,/,127.0.0.1,200", "GET,/actuator/health,127.0.0.1,200",
			"GET,/access,127.0.0.1,302", "GET,/no-such-page,127.0.0.1,404", "GET,/assets/no-such.css,127.0.0.1,404",
			"GET,/style-guide/broken,127.0.0.1,500", "GET,/style-guide/problem,127.0.0.1,422",
			"POST,/style-guide/form,127.0.0.1,403", "PUT,/,127.0.0.1,405", "POST,/style-guide,127.0.0.1,403",
			"GET,/,evil.example,421" })
	void everyAnswerOfEveryStatusIsProtected(String method, String path, String host, int status) {
		RawHttp.Answer answer = this.browser.send(method, path, host, "", "Content-Length: 0");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Security-Policy")).hasValueSatisfying((policy) -> assertThat(policy)
			.matches("default-src 'none'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self';"
					+ " script-src 'nonce-[A-Za-z0-9+/]{22}==' 'strict-dynamic'; form-action 'self';"
					+ " base-uri 'none'; frame-ancestors 'none'; object-src 'none'"));
		assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(answer.header("Referrer-Policy")).hasValue("same-origin");
		assertThat(answer.header("Cross-Origin-Opener-Policy")).hasValue("same-origin");
		assertThat(answer.header("Cross-Origin-Resource-Policy")).hasValue("same-origin");
		assertThat(answer.header("Permissions-Policy")).hasValueSatisfying(
				(policy) -> assertThat(policy).contains("camera=()", "geolocation=()", "clipboard-read=()"));
		assertThat(answer.header("Cache-Control")).hasValue("no-store");
		assertThat(answer.header("Strict-Transport-Security")).isEmpty();
		assertThat(answer.headers()).noneMatch((line) -> line.matches("(?i)(server|x-powered-by):.*"));
	}

	@ParameterizedTest
	@MethodSource
	void whatTomcatRefusesByItselfIsProtectedToo(String request, int status) {
		RawHttp.Answer answer = this.browser.exchange(request.replace("|", "\r\n") + "\r\n\r\n");
		assertThat(answer.status()).isEqualTo(status);
		assertThat(answer.header("Content-Security-Policy"))
			.hasValue("default-src 'none'; form-action 'none'; base-uri 'none'; frame-ancestors 'none'");
		assertThat(answer.header("X-Content-Type-Options")).hasValue("nosniff");
		assertThat(answer.header("X-Frame-Options")).hasValue("DENY");
		assertThat(answer.header("Cache-Control")).hasValue("no-store");
		assertThat(answer.header("Permissions-Policy")).isPresent();
		assertThat(answer.headers()).noneMatch((line) -> line.matches("(?i)(server|x-powered-by):.*"));
		assertThat(answer.body()).doesNotContainIgnoringCase("tomcat");
	}

	static Stream<Arguments> whatTomcatRefusesByItselfIsProtectedToo() {
		String host = "|Host: localhost|Connection: close";
		return Stream.of(arguments("GET /a%2fb HTTP/1.1" + host, 400), arguments("GET /<x> HTTP/1.1" + host, 400),
				arguments("GET /%00 HTTP/1.1" + host, 400), arguments("GET / HTTP/1.1|Connection: close", 400),
				arguments("GET / HTTP/1.1|Host: a b|Connection: close", 400),
				arguments("GET / HTTP/1.1" + host + "|X: " + "x".repeat(20_000), 400),
				arguments("POST / HTTP/1.1" + host + "|Transfer-Encoding: odd", 501),
				arguments("POST / HTTP/1.1" + host + "|Content-Length: 1|Content-Length: 2", 400),
				arguments("GET /../../x HTTP/1.1" + host, 400), arguments("G@T / HTTP/1.1" + host, 400));
	}

	@Test
	void thePageOfErrorsIsNotThereForItsOwnSake() {
		assertThat(this.browser.get("/error").status()).isEqualTo(404);
		assertThat(this.browser.post("/error", "").status()).isEqualTo(404);
	}

	@Test
	void everyScriptOfAPageCarriesTheNonceOfThatPage() {
		RawHttp.Answer answer = this.browser.get("/style-guide");
		assertThat(scripts(answer)).isNotEmpty()
			.allMatch((script) -> script.contains("nonce=\"" + nonce(answer) + "\"") && script.contains("src="));
	}

	@Test
	void noNonceIsUsedTwice() {
		assertThat(nonce(this.browser.get("/"))).isNotEqualTo(nonce(this.browser.get("/")));
	}

	@Test
	void everyAssetIsLinkedByItsContentAndMayBeKeptForEver() {
		Pattern link = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
		assertThat(link.matcher(this.browser.get("/").body()).results().map((match) -> match.group(1)).toList())
			.hasSizeGreaterThanOrEqualTo(6)
			.allSatisfy((path) -> {
				assertThat(path).matches(".*-[0-9a-f]{32}\\.(css|js|svg)");
				RawHttp.Answer asset = this.browser.get(path);
				assertThat(asset.status()).isEqualTo(200);
				assertThat(asset.header("Cache-Control")).hasValue("public, max-age=31536000, immutable");
				assertThat(asset.header("X-Content-Type-Options")).hasValue("nosniff");
			});
	}

	@Test
	void anAssetWithoutItsHashIsNotKept() {
		RawHttp.Answer asset = this.browser.get("/assets/css/wizard.css");
		assertThat(asset.status()).isEqualTo(200);
		assertThat(asset.header("Cache-Control")).hasValue("no-store");
	}

	@Test
	void aHashThatFitsNothingIsNotKeptEither() {
		RawHttp.Answer asset = this.browser.get("/assets/css/wizard-0123456789abcdef0123456789abcdef.css");
		assertThat(asset.status()).isEqualTo(404);
		assertThat(asset.header("Cache-Control")).hasValue("no-store");
	}

	@Test
	void anUnexpectedErrorTellsAReferenceAndNothingOfTheInside() {
		RawHttp.Answer answer = this.browser.get("/style-guide/broken");
		assertThat(answer.body()).containsPattern("<code[^>]*>[0-9A-F]{8}</code>")
			.doesNotContain("Exception", "io.github", "java.", "a sentence nobody should read");
	}

	private static String nonce(RawHttp.Answer answer) {
		String policy = answer.header("Content-Security-Policy").orElseThrow();
		return policy.replaceFirst(".*'nonce-([^']+)'.*", "$1");
	}

	private static List<String> scripts(RawHttp.Answer answer) {
		return Pattern.compile("<script[^>]*>").matcher(answer.body()).results().map(MatchResult::group).toList();
	}

}
