package io.github.dsmsso.wizard.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Disturbance;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.wizard.DsmSsoWizardApplication;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.boot.web.server.servlet.context.ServletWebServerApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What happens when more than one thing happens: a second click, a second window, a
 * second administrator, a second wizard; a session, a token or a browser that ends on the
 * way. Each has a defined end, and nothing is ever made twice.
 */
@ImpatientWizard
class ConcurrencyTests {

	private static final Predicate<LabRequest> CREATE_PROVIDER = Fault.request("POST", "/providers/oauth2/");

	private static final Predicate<LabRequest> GET_OIDC = Fault.call("SYNO.Core.Directory.OIDC.SSO", "get");

	private static final Predicate<LabRequest> SET_OIDC = Fault.call("SYNO.Core.Directory.OIDC.SSO", "set");

	private static final Predicate<LabRequest> SET_PROFILE = Fault.call("SYNO.Core.Directory.SSO.Profile", "set");

	private static final Predicate<LabRequest> QUERY_APIS = Fault.call("SYNO.API.Info", "query");

	private static final Predicate<LabRequest> LOGIN = Fault.call("SYNO.API.Auth", "login");

	private static final Predicate<LabRequest> LOGOUT = Fault.call("SYNO.API.Auth", "logout");

	@LocalServerPort
	private int port;

	@Autowired
	private MessageSource messages;

	@Autowired
	private Applier applier;

	@Autowired
	private ServletWebServerApplicationContext server;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final CallBarrier gate = new CallBarrier();

	private final List<WizardPages> windows = new ArrayList<>();

	private final List<ConfigurableApplicationContext> machines = new ArrayList<>();

	private WizardPages wizard;

	private Map<String, Object> before;

	@BeforeEach
	void makeThePlan() {
		this.wizard = window(this.port).connects(this.lab).makesThePlan();
		this.before = this.lab.everything();
	}

	private WizardPages window(int port) {
		WizardPages window = new WizardPages(port);
		this.windows.add(window);
		return window;
	}

	@AfterEach
	void close() {
		this.gate.open();
		this.windows.forEach(WizardPages::close);
		this.machines.forEach(ConfigurableApplicationContext::close);
		awaitRest();
		this.applier.forget();
		this.lab.close();
	}

	/** Whatever is under way is watched from the first page until it has ended. */
	private void awaitRest() {
		try (WizardPages watcher = new WizardPages(this.port)) {
			watcher.goesTo("/");
			if (watcher.text().contains("in progress in another window")) {
				watcher.press("See the progress").awaitsTheEndOfTheRun();
			}
		}
	}

	@Test
	void aSecondClickOnConfirmIsRefusedWhileTheFirstIsAtWork() {
		HtmlPage plan = this.wizard.page();
		this.lab.dsm().behind(this.gate.atFirst(SET_OIDC));
		this.wizard.confirms();
		this.gate.reached();

		this.wizard.returnsTo(plan).confirms();

		assertThatItSays(this.wizard, "form.plan-outdated");
		this.gate.open();
		this.wizard.goesTo("/apply").awaitsTheEndOfTheRun();
		assertThatBothAreSetUpOnce();
	}

	@Test
	void backToThePlanAfterItWasAppliedConfirmsNothing() {
		HtmlPage plan = this.wizard.page();
		this.wizard.confirms().awaitsTheEndOfTheRun();
		Map<String, Object> applied = this.lab.everything();

		this.wizard.returnsTo(plan).confirms();

		assertThatItSays(this.wizard, "form.plan-outdated");
		assertThat(this.wizard.text()).contains(say("review.nothing"));
		assertThat(this.lab.everything()).isEqualTo(applied);
	}

	@Test
	void aSecondWindowWaitsForTheRunOfTheFirstAndCanWatchIt() {
		WizardPages second = window(this.port).connects(this.lab).makesThePlan();
		this.lab.dsm().behind(this.gate.atFirst(SET_OIDC));
		this.wizard.confirms();
		this.gate.reached();

		second.confirms();
		assertThatItSays(second, "apply.already-running");
		second.goesTo("/");
		assertThat(second.text()).contains("is in progress in another window");
		second.press("See the progress");
		assertThat(second.heading()).isEqualTo("Applying the plan");

		this.gate.open();
		assertThat(second.awaitsTheEndOfTheRun().heading()).isEqualTo("Both systems are set up");
		assertThatBothAreSetUpOnce();
	}

	@Test
	void aRunThatIsOnlyWatchedIsToldToTheEndAlthoughThisWindowNeverSignedIn() {
		WizardPages watcher = window(this.port);
		this.lab.dsm()
			.behind(Disturbance.meanwhile(() -> this.lab.nas().sessions().endAll()).atFirst(SET_PROFILE))
			.behind(this.gate.atFirst(SET_PROFILE));
		this.wizard.confirms();
		this.gate.reached();
		watcher.goesTo("/").press("See the progress");

		this.gate.open();

		assertThat(watcher.awaitsTheEndOfTheRun().heading()).isEqualTo("Some changes could not be undone");
		assertThatItSays(watcher, "dsm.session-gone");
	}

	@Test
	void aBrowserThatIsClosedStopsNothingAndAnotherOneTellsOfIt() {
		this.lab.dsm().behind(this.gate.atFirst(SET_OIDC));
		this.wizard.confirms();
		this.gate.reached();
		this.wizard.close();

		WizardPages reopened = window(this.port).goesTo("/");
		assertThat(reopened.text()).contains("is in progress in another window");
		reopened.press("See the progress");
		this.gate.open();

		assertThat(reopened.awaitsTheEndOfTheRun().heading()).isEqualTo("Both systems are set up");
		assertThatBothAreSetUpOnce();
	}

	@Test
	void somethingInAuthentikThatCameAfterThePlanStopsIt() {
		createInAuthentik("/core/applications/", "{\"name\":\"Synology\",\"slug\":\"synology\"}");
		this.before = this.lab.everything();

		this.wizard.confirms().awaitsTheEndOfTheRun();

		assertThatItSays(this.wizard, "apply.changed-meanwhile");
		assertThatEverythingIsAsBefore();
	}

	@Test
	void somethingInDsmThatChangesBeforeItsTurnStopsItAndIsKept() {
		this.lab.dsm()
			.behind(Disturbance
				.meanwhile(() -> this.lab.nas().sso().configure(Map.of("oidc_name", "Somebody was here")))
				.at(Calls.nth(2, GET_OIDC)));

		this.wizard.confirms().awaitsTheEndOfTheRun();

		assertThatItSays(this.wizard, "apply.changed-meanwhile");
		assertThat(this.lab.nas().sso().text("oidc_name")).isEqualTo("Somebody was here");
		this.lab.nas().sso().configure(Map.of("oidc_name", ""));
		assertThatEverythingIsAsBefore();
	}

	@Test
	void anApplicationThatIsDeletedBeforeDsmHearsOfItStopsIt() {
		this.lab.authentikBehind(
				Disturbance.meanwhile(() -> this.lab.authentik().world().somebodyDeletesTheApplication("synology"))
					.atFirst((request) -> request.path().startsWith("/application/o/synology/")));

		this.wizard.confirms().awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore();
		assertThat(this.lab.dsm().simulator().arrived().toString()).doesNotContain("OIDC.SSO set");
	}

	@Test
	void aDsmSessionThatEndsBeforeDsmWasTouchedLeavesNothing() {
		this.lab.dsm()
			.behind(Disturbance.meanwhile(() -> this.lab.nas().sessions().endAll()).at(Calls.nth(2, GET_OIDC)));

		this.wizard.confirms().awaitsTheEndOfTheRun();

		assertThatItSays(this.wizard, "dsm.session-gone");
		assertThatEverythingIsAsBefore();
	}

	@Test
	void aDsmSessionThatEndsAfterDsmWasTouchedIsMendedBySigningInAgain() {
		this.lab.dsm().behind(Disturbance.meanwhile(() -> this.lab.nas().sessions().endAll()).atFirst(SET_PROFILE));

		this.wizard.confirms().awaitsTheEndOfTheRun();
		assertThat(this.wizard.heading()).isEqualTo("Some changes could not be undone");
		assertThatItSays(this.wizard, "dsm.session-gone");
		assertThat(this.lab.nas().sso().offersOidc()).isFalse();

		this.wizard.goesTo("/nas/sign-in").signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
		assertThat(this.wizard.text()).contains(say("remains.title"));
		this.wizard.press("Undo the remaining changes").awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore();
	}

	@Test
	void aTokenThatIsDeletedBeforeAnythingWasWrittenLeavesNothing() {
		this.lab.authentikBehind(Disturbance.meanwhile(this::deleteTheToken).atFirst(CREATE_PROVIDER));

		this.wizard.confirms().awaitsTheEndOfTheRun();

		assertThatItSays(this.wizard, "authentik.token-invalid");
		assertThatEverythingIsAsBefore();
	}

	@Test
	void aTokenThatIsDeletedWhenDsmRefusesIsMendedByAnotherToken() {
		this.lab.dsm().behind(Fault.NOT_ACCEPTED.atFirst(SET_OIDC)).behind(this.gate.atFirst(SET_OIDC));
		this.wizard.confirms();
		this.gate.reached();
		deleteTheToken();
		this.gate.open();
		this.wizard.awaitsTheEndOfTheRun();
		assertThat(this.wizard.heading()).isEqualTo("Some changes could not be undone");
		assertThatItSays(this.wizard, "authentik.token-invalid");

		String another = "another-token-of-akadmin-opens-only-the-laboratory-000000000";
		this.lab.authentik().world().people().apiTokenComes("another", another, "akadmin");
		this.wizard.goesTo("/authentik/token").givesTheToken(another);
		this.wizard.press("Undo the remaining changes").awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore();
	}

	@Test
	void stopAndUndoInTheMiddleTakesBackWhatWasDone() {
		assertThatStopAndUndoTakesBackEverything(SET_OIDC);
	}

	@Test
	void stopAndUndoInTheLastStepTakesBackEverything() {
		assertThatStopAndUndoTakesBackEverything(SET_PROFILE);
	}

	@Test
	void stopAndUndoThatComesTooLateIsToldAndChangesNothing() {
		this.lab.dsm().behind(this.gate.atFirst(SET_OIDC));
		this.wizard.confirms();
		this.gate.reached();
		HtmlPage running = this.wizard.page();
		this.gate.open();
		this.wizard.awaitsTheEndOfTheRun();

		this.wizard.returnsTo(running).press("Stop and undo");

		assertThatItSays(this.wizard, "apply.too-late-to-stop");
		assertThat(this.wizard.text()).contains(say("apply.applied"));
		assertThatBothAreSetUpOnce();
	}

	private void assertThatStopAndUndoTakesBackEverything(Predicate<LabRequest> during) {
		this.lab.dsm().behind(this.gate.atFirst(during));
		this.wizard.confirms();
		this.gate.reached();

		this.wizard.press("Stop and undo");
		assertThat(this.wizard.heading()).isEqualTo("Stopping");
		this.gate.open();
		this.wizard.awaitsTheEndOfTheRun();

		assertThatItSays(this.wizard, "apply.stopped");
		assertThatEverythingIsAsBefore();
	}

	@Test
	void signOutAndForgetIsRefusedWhileARunIsUnderWay() {
		this.lab.dsm().behind(this.gate.atFirst(SET_OIDC));
		this.wizard.confirms();
		this.gate.reached();

		this.wizard.goesTo("/record").press("Sign out and finish");

		assertThat(this.wizard.heading()).isEqualTo("Applying the plan");
		this.gate.open();
		assertThat(this.wizard.awaitsTheEndOfTheRun().heading()).isEqualTo("Both systems are set up");
	}

	@Test
	void beginningAnewWhileARunIsUnderWaySignsOutOnlyWhenItHasEnded() {
		assertThatItSignsOutOnlyAtTheEnd(() -> this.wizard.goesTo("/").press("Connect a NAS"));
	}

	@Test
	void aSessionWithTheWizardThatTimesOutSignsOutOnlyWhenTheRunHasEnded() {
		assertThatItSignsOutOnlyAtTheEnd(() -> HttpSessions.expireAll(this.server));
	}

	private void assertThatItSignsOutOnlyAtTheEnd(Runnable closing) {
		CallBarrier logout = new CallBarrier();
		this.lab.dsm().behind(this.gate.atFirst(SET_OIDC)).behind(logout.atFirst(LOGOUT));
		this.wizard.confirms();
		this.gate.reached();

		closing.run();
		assertThat(this.lab.nas().sessions().count()).isOne();
		this.gate.open();

		logout.reached();
		assertThatBothAreSetUpOnce();
		logout.open();
	}

	@Test
	void ofTwoWizardsThatCreateAtTheSameTimeExactlyOneWins() {
		this.lab.authentikBehind(this.gate.atFirst(CREATE_PROVIDER));
		this.wizard.confirms();
		this.gate.reached();

		WizardPages other = besideAnotherWizard();
		assertThat(other.confirms().awaitsTheEndOfTheRun().heading()).isEqualTo("Both systems are set up");
		Map<String, Object> won = this.lab.everything();
		this.gate.open();
		this.wizard.awaitsTheEndOfTheRun();

		assertThat(this.wizard.heading()).isEqualTo("All changes undone");
		assertThat(this.wizard.text()).contains("name").contains(say("problem.action"));
		assertThat(this.lab.everything()).isEqualTo(won);
		assertThatBothAreSetUpOnce();
	}

	@Test
	void aWizardWhosePlanAnotherOneHasOvertakenEndsAsBefore() {
		this.lab.dsm().behind(this.gate.atFirst(SET_OIDC));
		WizardPages other = besideAnotherWizard();
		this.wizard.confirms();
		this.gate.reached();

		other.confirms().awaitsTheEndOfTheRun();
		assertThat(other.heading()).isEqualTo("All changes undone");
		assertThatItSays(other, "apply.changed-meanwhile");
		this.gate.open();

		assertThat(this.wizard.awaitsTheEndOfTheRun().heading()).isEqualTo("Both systems are set up");
		assertThatBothAreSetUpOnce();
	}

	/** With a plan on the review page, on a machine of its own. */
	private WizardPages besideAnotherWizard() {
		ServletWebServerApplicationContext machine = (ServletWebServerApplicationContext) new SpringApplicationBuilder(
				DsmSsoWizardApplication.class)
			.run("--server.port=0", "--wizard.access.setup-code=false");
		this.machines.add(machine);
		return window(machine.getWebServer().getPort()).connects(this.lab).makesThePlan();
	}

	@Test
	void anotherNasGivenWhileThePlanIsBeingMadeStays() {
		this.lab.authentikBehind(this.gate.atFirst(Fault.request("GET", "/providers/oauth2/")));
		this.wizard.goesTo("/people");

		overtakes("/nas", elsewhere(this.lab.dsmAddress()), WizardPages::makesThePlan);

		assertThatTheOtherNasStays();
	}

	@Test
	void anotherNasGivenWhileTheFormAboutPeopleIsOnItsWayStays() {
		this.wizard.confirms().awaitsTheEndOfTheRun();
		this.wizard = window(this.port).connects(this.lab);
		this.lab.authentikBehind(this.gate.atFirst(Fault.request("GET", "/core/applications/")));

		overtakes("/nas", elsewhere(this.lab.dsmAddress()), WizardPages::makesThePlan);

		assertThatTheOtherNasStays();
	}

	@Test
	void anotherNasGivenWhileTheFirstAddressIsBeingLookedAtStays() {
		beginsAnew().givesTheNasAddress(this.lab.dsmAddress());
		this.lab.dsm().behind(this.gate.atFirst(QUERY_APIS));

		overtakes("/nas", elsewhere(this.lab.dsmAddress()), WizardPages::trustsTheCertificate);

		assertThatTheOtherNasStays();
	}

	@Test
	void anotherNasGivenDuringTheSignInStaysAndNoSessionIsLeftOpen() {
		beginsAnew().reachesTheNasOf(this.lab);
		this.lab.dsm().behind(this.gate.atFirst(LOGIN));

		overtakes("/nas", elsewhere(this.lab.dsmAddress()),
				(tab) -> tab.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD));

		assertThatTheOtherNasStays();
		assertThat(this.lab.nas().sessions().count()).isZero();
	}

	@Test
	void anotherAuthentikGivenWhileTheTokenIsBeingTriedStays() {
		this.wizard.goesTo("/authentik/token");
		this.lab.authentikBehind(this.gate.atFirst(Fault.request("GET", "/core/users/me/")));

		overtakes("/authentik", elsewhere(this.lab.authentikAddress()),
				(tab) -> tab.givesTheToken(DemoAuthentik.API_TOKEN));

		assertThatItSays(this.wizard, "form.overtaken");
		assertThat(this.wizard.heading()).isEqualTo(say("certificate.page.title.authentik"));
		assertThat(this.wizard.goesTo("/authentik").valueOf("address"))
			.isEqualTo(elsewhere(this.lab.authentikAddress()));
	}

	@Test
	void anotherNasGivenWhileTheTokenIsBeingTriedLeavesTheTokenGood() {
		this.wizard.goesTo("/authentik/token");
		this.lab.authentikBehind(this.gate.atFirst(Fault.request("GET", "/core/users/me/")));

		overtakes("/nas", elsewhere(this.lab.dsmAddress()), (tab) -> tab.givesTheToken(DemoAuthentik.API_TOKEN));

		assertThat(this.wizard.goesTo("/nas").valueOf("address")).isEqualTo(elsewhere(this.lab.dsmAddress()));
		this.wizard.goesTo("/nas/certificate")
			.trustsTheCertificate()
			.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD)
			.goesTo("/people");
		assertThat(this.wizard.heading()).isEqualTo("People and access");
	}

	@Test
	void theCertificateOfAnOldTabIsNotTheOneThatIsTrusted() {
		HtmlPage old = beginsAnew().givesTheNasAddress(this.lab.dsmAddress()).page();
		this.wizard.goesTo("/nas").givesTheNasAddress(this.lab.authentikAddress());

		this.wizard.returnsTo(old).trustsTheCertificate();

		assertThatItSays(this.wizard, "form.certificate-outdated");
		assertThat(this.wizard.heading()).isEqualTo(say("certificate.page.title.nas"));
		assertThat(this.wizard.text()).contains(this.lab.authentikAddress());
		assertThat(this.wizard.goesTo("/nas/sign-in").heading()).isEqualTo("Your NAS");
	}

	@Test
	void theCertificateOfAnOldTabIsNotTheOneThatIsTrustedForAuthentikEither() {
		HtmlPage old = beginsAnew().signsInTo(this.lab).givesTheAuthentikAddress(this.lab.authentikAddress()).page();
		this.wizard.goesTo("/authentik").givesTheAuthentikAddress(this.lab.dsmAddress());

		this.wizard.returnsTo(old).trustsTheCertificate();

		assertThatItSays(this.wizard, "form.certificate-outdated");
		assertThat(this.wizard.text()).contains(this.lab.dsmAddress());
	}

	/** Nothing is answered yet. */
	private WizardPages beginsAnew() {
		return this.wizard.goesTo("/").press("Connect a NAS");
	}

	/** While one tab waits for its answer, another one gives an address. */
	private void overtakes(String page, String address, UnaryOperator<WizardPages> slow) {
		WizardPages other = this.wizard.opensAnotherTab(page);
		this.windows.add(other);
		CompletableFuture<WizardPages> waiting = CompletableFuture.supplyAsync(() -> slow.apply(this.wizard));
		this.gate.reached();
		other.givesTheNasAddress(address);
		this.gate.open();
		waiting.join();
	}

	private void assertThatTheOtherNasStays() {
		assertThatItSays(this.wizard, "form.overtaken");
		assertThat(this.wizard.heading()).isEqualTo(say("certificate.page.title.nas"));
		assertThat(this.wizard.text()).contains(elsewhere(this.lab.dsmAddress()));
		assertThat(this.wizard.goesTo("/nas").valueOf("address")).isEqualTo(elsewhere(this.lab.dsmAddress()));
	}

	/** The same server by another address. */
	private static String elsewhere(String address) {
		return address.replace("localhost", "127.0.0.1");
	}

	private void deleteTheToken() {
		this.lab.authentik().world().people().tokenGoes("demo-api");
	}

	private void createInAuthentik(String path, String json) {
		Map<String, List<String>> headers = Map.of("Authorization", List.of("Bearer " + DemoAuthentik.API_TOKEN),
				"Content-Type", List.of("application/json"), "Host", List.of("localhost"));
		assertThat(this.lab.authentik()
			.handle(LabRequest.of("POST", "/api/v3" + path, headers, json.getBytes(StandardCharsets.UTF_8)))
			.status()).isEqualTo(201);
	}

	private void assertThatEverythingIsAsBefore() {
		assertThat(this.wizard.heading()).isEqualTo("All changes undone");
		assertThat(this.lab.everything()).isEqualTo(this.before);
	}

	private void assertThatBothAreSetUpOnce() {
		assertThat(this.lab.nas().sso().offersOidc()).isTrue();
		Map<String, ? extends List<?>> made = this.lab.authentik().world().inventory();
		assertThat(made.get("oauth2provider")).hasSize(1);
		assertThat(made.get("application")).hasSize(1);
	}

	private void assertThatItSays(WizardPages window, String problem) {
		assertThat(window.text()).contains(say("problem." + problem + ".what"));
	}

	private String say(String key) {
		return this.messages.getMessage(key, null, Locale.ENGLISH);
	}

}
