package io.github.dsmsso.wizard.access;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

import io.github.dsmsso.wizard.Figures;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A catalogue of hostile requests against every form of the wizard, sent letter by
 * letter, and how many of them it withstood. The forms are asked from the wizard itself:
 * one that is added is attacked too.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class AttacksTests {

	private static final List<String> FOREIGN_NAMES = List.of("evil.example", "localhost.evil.example",
			"127.0.0.1.evil.example", "evil.example:80", "localhost.", "127.0.0.2", "0.0.0.0", "[::]",
			"[::ffff:127.0.0.1]", "192.168.1.20", "169.254.169.254", "2130706433", "127.1", "0x7f.1", "nas",
			"localhost@evil.example", "evil.example#localhost", "xn--lcalhost-53a.example");

	private static final List<String> FOREIGN_SENDERS = List.of("Origin: https://evil.example", "Origin: null",
			"Origin: http://localhost:1", "Origin: https://localhost", "Sec-Fetch-Site: cross-site",
			"Sec-Fetch-Site: same-site");

	private static final List<String> FORWARDED = List.of("X-Forwarded-Host: localhost", "Forwarded: host=localhost",
			"X-Host: localhost", "X-Forwarded-Server: localhost", "X-Original-Host: localhost");

	private static final List<String> ODD_REQUESTS = List.of("GET /%2e%2e/x HTTP/1.1", "GET /..;/x HTTP/1.1",
			"GET /a%2fb HTTP/1.1", "GET /%00 HTTP/1.1", "GET /;x=/../../etc/passwd HTTP/1.1",
			"GET /assets/..%5c..%5capplication.yaml HTTP/1.1", "GET /WEB-INF/web.xml HTTP/1.1",
			"GET /application.yaml HTTP/1.1", "GET /actuator/env HTTP/1.1", "GET /actuator/heapdump HTTP/1.1",
			"GET /error HTTP/1.1", "TRACE / HTTP/1.1", "CONNECT evil.example:443 HTTP/1.1", "PUT / HTTP/1.1",
			"DELETE / HTTP/1.1", "GET /no-such HTTP/9.9", "G@T / HTTP/1.1");

	@LocalServerPort
	private int port;

	@Autowired
	@Qualifier("requestMappingHandlerMapping")
	private RequestMappingHandlerMapping mappings;

	private final Map<String, int[]> counts = new TreeMap<>();

	private final List<String> broken = new ArrayList<>();

	private RawHttp browser;

	@Test
	void theWizardWithstandsTheCatalogue() {
		this.browser = new RawHttp(this.port);
		String token = this.browser.get("/").csrf();
		foreignNames();
		forms(token);
		ODD_REQUESTS.forEach((line) -> attack("odd requests", line,
				this.browser.exchange(line + "\r\nHost: localhost\r\nConnection: close\r\n\r\n"),
				(answer) -> answer.status() >= 300 && answer.status() <= 505 && answer.status() != 500));
		keepFigures();
		assertThat(this.broken).isEmpty();
	}

	private void foreignNames() {
		for (String name : FOREIGN_NAMES) {
			for (String path : List.of("/", "/access", "/actuator/health")) {
				attack("foreign host names", name + path, this.browser.send("GET", path, name, ""),
						(answer) -> answer.status() == 421 || answer.status() == 400);
			}
		}
		for (String header : FORWARDED) {
			attack("forged forwarding", header, this.browser.send("GET", "/", "evil.example", "", header),
					(answer) -> answer.status() == 421);
		}
	}

	private void forms(String token) {
		for (String path : forms()) {
			String form = "_csrf=" + token;
			for (String sender : FOREIGN_SENDERS) {
				attack("forms of another site", path + " " + sender, this.browser.post(path, form, sender),
						AttacksTests::isRefused);
			}
			attack("forms without a token", path, this.browser.post(path, "a=b"), AttacksTests::isRefused);
			attack("forms with a wrong token", path, this.browser.post(path, "_csrf=wrong"), AttacksTests::isRefused);
			attack("tokens in the address", path, this.browser.post(path + "?" + form, ""), AttacksTests::isRefused);
			attack("forms of no session", path, new RawHttp(this.port).post(path, form), AttacksTests::isRefused);
			attack("forms of another kind", path, asJson(path, form), (answer) -> answer.status() == 415);
			attack("forms too large", path, this.browser.post(path, form + "&a=" + "x".repeat(70_000)),
					(answer) -> answer.status() == 413);
		}
	}

	private RawHttp.Answer asJson(String path, String form) {
		return this.browser.send("POST", path, "localhost:" + this.port, form, "Content-Type: text/plain",
				"Content-Length: " + form.length());
	}

	private static boolean isRefused(RawHttp.Answer answer) {
		return answer.status() == 403;
	}

	private List<String> forms() {
		List<String> paths = this.mappings.getHandlerMethods()
			.keySet()
			.stream()
			.filter((mapping) -> mapping.getMethodsCondition().getMethods().contains(RequestMethod.POST))
			.flatMap((mapping) -> mapping.getPatternValues().stream())
			.filter((path) -> !path.contains("{"))
			.distinct()
			.sorted()
			.toList();
		assertThat(paths).hasSizeGreaterThan(15);
		return paths;
	}

	private void attack(String kind, String what, RawHttp.Answer answer, Predicate<RawHttp.Answer> withstood) {
		int[] count = this.counts.computeIfAbsent(kind, (ignored) -> new int[2]);
		count[0]++;
		if (withstood.test(answer)) {
			count[1]++;
		}
		else {
			this.broken.add(kind + ": " + what + " was answered by " + answer.status());
		}
	}

	private void keepFigures() {
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("tried", this.counts.values().stream().mapToInt((count) -> count[0]).sum());
		figures.put("held", this.counts.values().stream().mapToInt((count) -> count[1]).sum());
		Map<String, Object> kinds = new LinkedHashMap<>();
		this.counts.forEach((kind, count) -> kinds.put(kind, Map.of("tried", count[0], "held", count[1])));
		figures.put("kinds", kinds);
		Figures.keep("attacks", figures);
	}

}
