package io.github.dsmsso.wizard;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.ThrowableProxyUtil;
import ch.qos.logback.core.Appender;
import ch.qos.logback.core.AppenderBase;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.webapi.Arrival;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import org.htmlunit.WebResponse;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The whole way with secrets that are looked for afterwards, in nine encodings: in the
 * log at its most talkative, in every page, header, redirect and download, and in what
 * each of the two servers got to see of the other's. Each surface is shown to betray a
 * secret that is put there, else its silence would prove nothing.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT, properties = "wizard.access.setup-code=false")
class SecretHygieneTests {

	private static final String FOREIGN_SECRET = "ForeignSecretOfAnotherProvider0815";

	@LocalServerPort
	private int port;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final Capture log = new Capture();

	/** Pages, headers, redirects and downloads as the browser got them. */
	private final List<String> answers = new CopyOnWriteArrayList<>();

	/** What the NAS got to see: addresses, headers and bodies. */
	private final List<String> seenByDsm = new CopyOnWriteArrayList<>();

	private @Nullable WizardPages wizard;

	@BeforeEach
	void listen() {
		this.log.start();
		this.lab.dsm().behind(this::overheard);
		this.wizard = new WizardPages(this.port, this::hear);
	}

	private void hear(WebResponse response) {
		this.answers.add(response.getResponseHeaders() + "\n" + response.getContentAsString());
	}

	@AfterEach
	void close() {
		this.log.stop();
		this.wizard.close();
		this.lab.close();
	}

	@Test
	void noSecretIsFoundWhereItDoesNotBelong() {
		this.lab.nas()
			.sso()
			.configure(Map.of("oidc_name", "Old", "oidc_client_id", "old", "oidc_client_secret", FOREIGN_SECRET,
					"oidc_wellknown", "https://old.example/", "oidc_redirect_uri", "https://old.example"))
			.profile("oidc", true);
		String code = walkFromTheFirstPageToTheRecord();
		String clientSecret = this.lab.nas().sso().text("oidc_client_secret");
		lookAtTheRunFromAnotherWindow();
		undoAndFinish();

		Map<String, String> secrets = new LinkedHashMap<>();
		secrets.put("DSM password", DemoNas.PASSWORD);
		secrets.put("API token", DemoAuthentik.API_TOKEN);
		secrets.put("client secret", clientSecret);
		secrets.put("foreign client secret", FOREIGN_SECRET);
		secrets.put("wrong password", DemoNas.PASSWORD + "-mistyped");
		secrets.putAll(sessionSecrets());
		assertThat(sessionIds()).isNotEmpty().allSatisfy((id) -> assertThat(findings(id, this.log.lines)).isEmpty());
		assertThat(this.log.lines).as("what the log says at its most talkative").hasSizeGreaterThan(1000);
		assertThat(clientSecret).hasSizeGreaterThan(40).isNotEqualTo(FOREIGN_SECRET);
		secrets.forEach((name, secret) -> {
			assertThat(findings(secret, this.log.lines)).as("%s in the log", name).isEmpty();
			assertThat(findings(secret, this.answers)).as("%s in pages and downloads", name).isEmpty();
		});
		assertThat(this.log.lines).as("one-time code in the log").noneMatch(byItself(code));
		assertThat(findings(DemoAuthentik.API_TOKEN, this.seenByDsm)).as("API token at DSM").isEmpty();
		assertThat(this.lab.dsm().simulator().arrived()).noneMatch(Arrival::exposedSecret);
		assertThat(this.lab.authentik().arrived().toString()).doesNotContain(DemoNas.PASSWORD, clientSecret);
	}

	@Test
	void aSecretThatIsPutThereIsFound() {
		String secret = "Canary" + "OfTheLaboratory1";
		for (String encoded : encodings(secret)) {
			assertThat(findings(secret, List.of("before " + encoded + " after"))).as(encoded).isNotEmpty();
		}
		LoggerFactory.getLogger("io.github.dsmsso.test").trace("token {}", secret);
		assertThat(findings(secret, this.log.lines)).isNotEmpty();
		LoggerFactory.getLogger("org.springframework.test").warn("failed", new IllegalStateException(secret));
		assertThat(findings(secret, this.log.lines)).hasSizeGreaterThan(1);
		assertThat(findings("DSM SSO Wizard", this.answers)).isNotEmpty();
	}

	/** Returns the one-time code that was used. */
	private String walkFromTheFirstPageToTheRecord() {
		this.wizard.reachesTheNasOf(this.lab)
			.signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD + "-mistyped")
			.signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD);
		String code = this.lab.nas().account(DemoNas.OTP_ADMINISTRATOR).currentCode(this.lab.nas().clock().instant());
		this.wizard.givesTheCode(code)
			.givesTheAuthentikAddress(this.lab.authentikAddress())
			.trustsTheCertificate()
			.givesTheToken(DemoAuthentik.APP_PASSWORD)
			.givesTheToken(DemoAuthentik.API_TOKEN)
			.makesThePlan();
		downloadsThePlan();
		this.wizard.ticksEveryRisk().confirms().awaitsTheEndOfTheRun();
		assertThat(this.wizard.heading()).isEqualTo("Both systems are set up");
		this.wizard.goesTo("/prove").goesTo("/default").goesTo("/record");
		for (String form : List.of("html", "md", "json")) {
			assertThat(this.wizard.downloads("/record/summary." + form)).contains(this.lab.dsmAddress(),
					"Client secret");
		}
		return code;
	}

	private void downloadsThePlan() {
		for (String link : List.of("Download this plan", "plan as Markdown", "plan as JSON")) {
			assertThat(this.wizard.downloads(this.wizard.addressOfLink(link))).contains(this.lab.dsmAddress(), "lient",
					"ecret");
		}
	}

	private void lookAtTheRunFromAnotherWindow() {
		try (WizardPages window = new WizardPages(this.port, this::hear)) {
			window.goesTo("/").press("Review this run").connects(this.lab);
			assertThat(window.heading()).isEqualTo("Run that can be undone");
		}
	}

	private void undoAndFinish() {
		this.wizard.undoesEverything();
		assertThat(this.wizard.heading()).isEqualTo("All changes undone");
		assertThat(this.lab.nas().sso().text("oidc_client_secret")).isEqualTo(FOREIGN_SECRET);
		this.wizard.goesTo("/record").press("Sign out and finish");
	}

	/** A few digits are part of many a number. */
	private static Predicate<String> byItself(String code) {
		return Pattern.compile("(?<![0-9A-Za-z.])" + code + "(?![0-9A-Za-z])").asPredicate();
	}

	/** Those of the wizard's own sessions. */
	private List<String> sessionIds() {
		Pattern cookie = Pattern.compile("dsm-sso-wizard-\\d+=([^;]{16,});");
		return this.answers.stream()
			.flatMap((answer) -> cookie.matcher(answer).results())
			.map((found) -> found.group(1))
			.distinct()
			.toList();
	}

	/** The session id and the token that DSM handed out, as they came over the wire. */
	private Map<String, String> sessionSecrets() {
		Map<String, String> secrets = new LinkedHashMap<>();
		for (String request : this.seenByDsm) {
			request.lines().forEach((line) -> {
				if (line.startsWith("cookie: [id=")) {
					secrets.put("DSM session id", line.replaceAll("cookie: \\[id=([^\\];]*).*", "$1"));
				}
				if (line.startsWith("x-syno-token: [")) {
					secrets.put("DSM token", line.replaceAll("x-syno-token: \\[(.*)]", "$1"));
				}
			});
		}
		assertThat(secrets).containsOnlyKeys("DSM session id", "DSM token");
		return secrets;
	}

	private LabHandler overheard(LabHandler dsm) {
		return (request) -> {
			this.seenByDsm.add(written(request));
			return dsm.handle(request);
		};
	}

	private static String written(LabRequest request) {
		StringBuilder text = new StringBuilder(request.method() + " " + request.path() + "?" + request.query() + "\n");
		request.headers().forEach((name, values) -> text.append(name).append(": ").append(values).append("\n"));
		return text.append(request.text()).toString();
	}

	private static List<String> findings(String secret, Collection<String> surface) {
		List<String> encodings = encodings(secret);
		return surface.stream().filter((text) -> encodings.stream().anyMatch(text::contains)).toList();
	}

	private static List<String> encodings(String secret) {
		byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
		String hex = HexFormat.of().formatHex(bytes);
		String percent = Stream.of(hex.split("(?<=\\G..)")).map((pair) -> "%" + pair).reduce("", String::concat);
		String escaped = secret.chars()
			.mapToObj((letter) -> String.format(Locale.ROOT, "\\u%04x", letter))
			.reduce("", String::concat);
		String entities = secret.chars().mapToObj((letter) -> "&#" + letter + ";").reduce("", String::concat);
		return new ArrayList<>(List.of(secret, URLEncoder.encode(secret, StandardCharsets.UTF_8),
				Base64.getEncoder().withoutPadding().encodeToString(bytes),
				Base64.getUrlEncoder().withoutPadding().encodeToString(bytes), hex, hex.toUpperCase(Locale.ROOT),
				percent, escaped, entities, new StringBuilder(secret).reverse().toString()));
	}

	/**
	 * Keeps what is logged with its exceptions while every logger says all that it has to
	 * say, and prints none of it. What the laboratory and the browser log is not the
	 * wizard's: both may say what they hold.
	 */
	private static final class Capture extends AppenderBase<ILoggingEvent> {

		private static final List<String> OF_THE_TESTS = List.of("io.github.dsmsso.lab", "org.htmlunit",
				"org.apache.http", "com.sun.net.httpserver", "sun.net.httpserver");

		private final Logger root = (Logger) LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME);

		private final Level usual = this.root.getLevel();

		private final List<Appender<ILoggingEvent>> usualAppenders = new ArrayList<>();

		private final Queue<String> lines = new ConcurrentLinkedQueue<>();

		@Override
		public void start() {
			super.start();
			setContext(this.root.getLoggerContext());
			this.root.iteratorForAppenders().forEachRemaining(this.usualAppenders::add);
			this.usualAppenders.forEach(this.root::detachAppender);
			this.root.addAppender(this);
			this.root.setLevel(Level.TRACE);
		}

		@Override
		public void stop() {
			this.root.setLevel(this.usual);
			this.root.detachAppender(this);
			this.usualAppenders.forEach(this.root::addAppender);
			super.stop();
		}

		@Override
		protected void append(ILoggingEvent event) {
			if (OF_THE_TESTS.stream().noneMatch(event.getLoggerName()::startsWith)) {
				IThrowableProxy thrown = event.getThrowableProxy();
				this.lines.add(event.getLoggerName() + " " + event.getFormattedMessage()
						+ ((thrown != null) ? "\n" + ThrowableProxyUtil.asString(thrown) : ""));
			}
		}

	}

}
