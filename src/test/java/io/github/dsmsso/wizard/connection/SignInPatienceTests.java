package io.github.dsmsso.wizard.connection;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.webapi.Arrival;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.time.ShiftedClock;
import io.github.dsmsso.wizard.OtherWizard;
import io.github.dsmsso.wizard.WizardPages;
import org.htmlunit.html.HtmlInput;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A NAS never sees more sign-ins than it can bear, however fast, however often and from
 * however many windows people click.
 */
class SignInPatienceTests {

	private static final String WRONG = "not-the-password";

	private static final Predicate<LabRequest> LOGIN = Fault.call("SYNO.API.Auth", "login");

	private static final ShiftedClock CLOCK = new ShiftedClock(Clock.systemUTC());

	private static final HttpClient CLICKS = HttpClient.newHttpClient();

	private static OtherWizard machine;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final CallBarrier gate = new CallBarrier();

	private final List<WizardPages> windows = new ArrayList<>();

	private WizardPages wizard;

	@BeforeAll
	static void startTheWizard() {
		machine = OtherWizard.with((part) -> (part instanceof Clock) ? CLOCK : part,
				"--wizard.access.setup-code=false");
	}

	@AfterAll
	static void stopTheWizard() {
		machine.close();
	}

	@BeforeEach
	void reachTheSignIn() {
		this.wizard = window().reachesTheNasOf(this.lab);
		this.lab.dsm().simulator().forgetArrivals();
	}

	private WizardPages window() {
		WizardPages window = new WizardPages(machine.port());
		this.windows.add(window);
		return window;
	}

	@AfterEach
	void close() {
		this.gate.open();
		this.windows.forEach(WizardPages::close);
		this.lab.close();
	}

	@Test
	void ofTwentyWrongPasswordsAtOnceThreeReachTheNasAtMost() {
		HtmlPage other = window().reachesTheNasOf(this.lab).page();
		Stream<CompletableFuture<?>> clicks = IntStream.range(0, 20)
			.mapToObj((i) -> click((i % 2 == 0) ? other : this.wizard.page(), WRONG, "mark" + i));
		CompletableFuture.allOf(clicks.toArray(CompletableFuture[]::new)).join();
		assertThat(logins()).isBetween(1, 3);
		for (int i = 0; i < 4; i++) {
			this.wizard.signsIn(DemoNas.ADMINISTRATOR, WRONG);
		}
		assertThat(logins()).isEqualTo(3);
		assertThatItSays("form.too-many-sign-ins", "5");
		this.wizard.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
		assertThat(logins()).isEqualTo(3);
	}

	@Test
	void anotherBrowserDoesNotStartAtZeroAndAnHonestWaitEnds() {
		for (int i = 0; i < 3; i++) {
			this.wizard.signsIn(DemoNas.ADMINISTRATOR, WRONG);
		}
		WizardPages other = window().reachesTheNasOf(this.lab).signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
		assertThat(other.text()).contains(say("problem.form.too-many-sign-ins.what"));
		assertThat(logins()).isEqualTo(3);
		CLOCK.passes(Duration.ofMinutes(6));
		assertThat(other.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD).heading()).isEqualTo("Your authentik");
	}

	@Test
	void theThirdFailureIsToldWithTheWait() {
		for (int i = 0; i < 3; i++) {
			this.wizard.signsIn(DemoNas.ADMINISTRATOR, WRONG);
			CLOCK.passes(Duration.ofMinutes(1));
		}
		this.wizard.signsIn(DemoNas.ADMINISTRATOR, WRONG);
		assertThatItSays("form.too-many-sign-ins", "2");
	}

	@Test
	void aSuccessBeginsAnew() {
		for (int round = 0; round < 2; round++) {
			this.wizard.goesTo("/nas/sign-in").signsIn(DemoNas.ADMINISTRATOR, WRONG);
			this.wizard.signsIn(DemoNas.ADMINISTRATOR, WRONG).signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
			assertThat(this.wizard.heading()).isEqualTo("Your authentik");
		}
		assertThat(logins()).isEqualTo(6);
	}

	@Test
	void aSecondClickMeanwhileSignsInOnceAndIsAnswered() {
		HtmlPage form = this.wizard.type("account", DemoNas.ADMINISTRATOR).type("password", DemoNas.PASSWORD).page();
		CompletableFuture<?> first = firstClickIsHeldBack();
		this.wizard.returnsTo(form).press("Sign in");
		assertThatItSays("form.sign-in-sent-before");
		this.gate.open();
		first.join();
		assertThat(logins()).isOne();
		this.wizard.returnsTo(form).press("Sign in");
		assertThat(this.wizard.heading()).isEqualTo("Your authentik");
		assertThat(logins()).isOne();
		assertThat(this.lab.nas().sessions().count()).isOne();
	}

	@Test
	void whileAnotherWindowSignsInThisOneIsTold() {
		WizardPages other = window().reachesTheNasOf(this.lab);
		this.wizard.type("account", DemoNas.ADMINISTRATOR).type("password", DemoNas.PASSWORD);
		CompletableFuture<?> first = firstClickIsHeldBack();
		other.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
		assertThat(other.text()).contains(say("problem.form.sign-in-under-way.what"));
		this.gate.open();
		first.join();
		assertThat(other.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD).heading()).isEqualTo("Your authentik");
		assertThat(logins()).isEqualTo(2);
	}

	/** A click that reaches the NAS and waits there at the gate. */
	private CompletableFuture<?> firstClickIsHeldBack() {
		this.lab.dsm().behind(this.gate.atFirst(LOGIN));
		CompletableFuture<?> answer = click(this.wizard.page(), DemoNas.PASSWORD,
				valueOf("attempt", this.wizard.page()));
		this.gate.reached();
		return answer;
	}

	/** Sends the form of a page without waiting for its answer. */
	private static CompletableFuture<?> click(HtmlPage page, String password, String mark) {
		String form = "account=" + DemoNas.ADMINISTRATOR + "&password=" + password + "&attempt=" + mark + "&_csrf="
				+ URLEncoder.encode(valueOf("_csrf", page), StandardCharsets.UTF_8);
		String cookies = page.getWebClient()
			.getCookieManager()
			.getCookies()
			.stream()
			.map((cookie) -> cookie.getName() + "=" + cookie.getValue())
			.collect(Collectors.joining("; "));
		HttpRequest click = HttpRequest.newBuilder(URI.create("http://localhost:" + machine.port() + "/nas/sign-in"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.header("Cookie", cookies)
			.POST(BodyPublishers.ofString(form))
			.build();
		return CLICKS.sendAsync(click, BodyHandlers.discarding());
	}

	private static String valueOf(String field, HtmlPage page) {
		return page.getForms()
			.stream()
			.filter((form) -> form.getActionAttribute().equals("/nas/sign-in"))
			.flatMap((form) -> form.getInputsByName(field).stream())
			.map(HtmlInput::getValue)
			.findFirst()
			.orElse("");
	}

	@Test
	void aCodeWhoseAnswerIsLostIsNotSentAgain() {
		this.wizard.signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD);
		this.lab.dsm().behind(Fault.LOST_AFTER.atFirst(LOGIN));
		String code = currentCode();
		this.wizard.givesTheCode(code);
		assertThat(this.wizard.heading()).isEqualTo("One-time code");
		this.wizard.givesTheCode(code);
		assertThatItSays("form.code-sent-before");
		assertThat(codesSent()).isOne();
	}

	@Test
	void aCodeThatWasUsedIsNotSentAgainFromAnotherBrowserEither() {
		String code = currentCode();
		this.wizard.signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD).givesTheCode(code);
		assertThat(this.wizard.heading()).isEqualTo("Your authentik");
		WizardPages other = window().reachesTheNasOf(this.lab)
			.signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD)
			.givesTheCode(code);
		assertThat(other.text()).contains(say("problem.form.code-sent-before.what"));
		assertThat(codesSent()).isOne();
	}

	@Test
	void onlyAWrongCodeKeepsThePasswordForTheNextOne() {
		this.wizard.signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD).givesTheCode("000000");
		assertThat(this.wizard.heading()).isEqualTo("One-time code");
		this.lab.nas().account(DemoNas.OTP_ADMINISTRATOR).disabled();
		this.wizard.givesTheCode(currentCode()).goesTo("/nas/code");
		assertThat(this.wizard.heading()).isEqualTo("Sign in to your NAS");
	}

	private String currentCode() {
		return this.lab.nas().account(DemoNas.OTP_ADMINISTRATOR).currentCode(this.lab.nas().clock().instant());
	}

	private int logins() {
		return (int) arrivedLogins().count();
	}

	private int codesSent() {
		return (int) arrivedLogins().filter((login) -> login.parameterNames().contains("otp_code")).count();
	}

	private Stream<Arrival> arrivedLogins() {
		return this.lab.dsm()
			.simulator()
			.arrived()
			.stream()
			.filter((call) -> call.call().equals("SYNO.API.Auth/login"));
	}

	private void assertThatItSays(String problem, Object... arguments) {
		assertThat(this.wizard.text()).contains(say("problem." + problem + ".what"),
				say("problem." + problem + ".action", arguments));
	}

	private static String say(String key, Object... arguments) {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/pages");
		messages.setDefaultEncoding("UTF-8");
		return messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
