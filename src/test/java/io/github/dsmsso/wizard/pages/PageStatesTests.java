package io.github.dsmsso.wizard.pages;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Page;
import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.browser.Visitor;
import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.CallBarrier;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.wizard.TestBrowser;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every page in every state that a person can bring it into, with nothing that axe finds:
 * neither by WCAG 2.2 A and AA nor by best practice.
 */
@ImpatientWizard
class PageStatesTests {

	private static final Predicate<LabRequest> SET_OIDC = Fault.call("SYNO.Core.Directory.OIDC.SSO", "set");

	private static final Predicate<LabRequest> SET_PROFILE = Fault.call("SYNO.Core.Directory.SSO.Profile", "set");

	private static final PageStates states = new PageStates();

	@RegisterExtension
	static final TestBrowser browser = new TestBrowser();

	@LocalServerPort
	private int port;

	@Autowired
	private Applier applier;

	private final CallBarrier gate = new CallBarrier();

	private final List<WizardPages> persons = new ArrayList<>();

	private Lab lab;

	private WizardPages person;

	private Page page;

	@BeforeEach
	void open() {
		this.applier.forget();
		use(DsmVersion.DSM_7_2_2, "2026.5");
		this.page = browser.open(new Browser.NewContextOptions(), address() + "/finished");
		this.person = another();
	}

	private void use(DsmVersion dsm, String authentik) {
		if (this.lab != null) {
			this.lab.close();
		}
		this.lab = Lab.start(dsm, AuthentikVersion.of(authentik));
	}

	private WizardPages another() {
		WizardPages another = new WizardPages(this.port);
		this.persons.add(another);
		return another;
	}

	@AfterEach
	void close() {
		this.gate.open();
		this.persons.forEach(WizardPages::close);
		this.applier.forget();
		this.lab.close();
	}

	@AfterAll
	static void keepFigures() {
		states.keepFigures();
	}

	@Test
	void theAddressOfTheNas() {
		look("nas");
		givesTheNas("nas-address-missing", "");
		givesTheNas("nas-http", "http://nas.example.com:5000");
		givesTheNas("nas-path", "https://nas.example.com/photo/");
		givesTheNas("nas-quickconnect", "https://quickconnect.to/family");
		givesTheNas("nas-own-address", "localhost");
		givesTheNas("nas-name-not-found", "https://nas.invalid:5001");
		givesTheNas("nas-refused", "https://localhost:1");
		this.person.givesTheNasAddress(this.lab.authentikAddress()).trustsTheCertificate();
		look("nas-something-else");
		use(DsmVersion.DSM_7_0_1, "2026.5");
		this.person.givesTheNasAddress(this.lab.dsmAddress()).trustsTheCertificate();
		look("nas-too-old");
	}

	private void givesTheNas(String name, String address) {
		this.person.givesTheNasAddress(address);
		look(name);
	}

	@Test
	void theSignInToDsm() {
		this.person.givesTheNasAddress(this.lab.dsmAddress());
		look("nas-certificate");
		this.person.trustsTheCertificate();
		look("sign-in");
		signsIn("sign-in-empty", "", "");
		signsIn("sign-in-wrong", DemoNas.ADMINISTRATOR, "wrong");
		signsIn("sign-in-not-administrator", "carla", DemoNas.PASSWORD);
		signsIn("code", DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD);
		this.person.givesTheCode("");
		look("code-missing");
		this.person.givesTheCode("000000");
		look("code-wrong");
		this.person.goesTo("/nas/sign-in");
		signsIn("sign-in-wrong-again", DemoNas.ADMINISTRATOR, "wrong");
		signsIn("sign-in-too-many", DemoNas.ADMINISTRATOR, "wrong");
	}

	private void signsIn(String name, String account, String password) {
		this.person.signsIn(account, password);
		look(name);
	}

	@Test
	void theAddressAndTheTokenOfAuthentik() {
		this.person.signsInTo(this.lab);
		look("authentik");
		this.person.givesTheAuthentikAddress("");
		look("authentik-address-missing");
		this.person.givesTheAuthentikAddress("https://localhost:1");
		look("authentik-refused");
		this.person.givesTheAuthentikAddress(this.lab.dsmAddress());
		look("authentik-certificate");
		this.person.trustsTheCertificate();
		look("authentik-something-else");
		this.person.givesTheAuthentikAddress(this.lab.authentikAddress()).trustsTheCertificate();
		look("token");
		givesTheToken("token-missing", "");
		givesTheToken("token-unknown", "no-such-token-at-all-0000000000000000000000000000000000000000");
		givesTheToken("token-app-password", DemoAuthentik.APP_PASSWORD);
		givesTheToken("token-expired", DemoAuthentik.EXPIRED_TOKEN);
		givesTheToken("token-limited", DemoAuthentik.LIMITED_TOKEN);
		this.person.givesTheToken(DemoAuthentik.API_TOKEN).goesTo("/nas");
		look("nas-signed-in-already");
		this.person.goesTo("/authentik");
		look("authentik-connected-already");
		this.person.goesTo("/");
		look("start-entered");
	}

	private void givesTheToken(String name, String token) {
		this.person.givesTheToken(token);
		look(name);
	}

	@Test
	void peopleAndThePlan() {
		this.person.connects(this.lab);
		look("people");
		this.person.type("find", "anna").press("Find");
		look("people-found");
		this.person.type("find", "nobody").press("Find");
		look("people-not-found");
		this.person.goesTo("/people")
			.type("applicationSlug", "no good")
			.type("providerName", " ")
			.type("redirect", "http://nas")
			.makesThePlan();
		look("people-wrong-fields");
		this.person.goesTo("/people")
			.type("applicationSlug", "synology")
			.type("providerName", "synology")
			.type("redirect", this.lab.dsmAddress())
			.ticks("NAS users")
			.makesThePlan();
		look("review-restricted");
		HtmlPage plan = this.person.page();
		this.person.goesTo("/people").ticks("Family").makesThePlan().returnsTo(plan).confirms();
		look("review-outdated");
	}

	@Test
	void aPlanThatIsApplied() {
		this.person.connects(this.lab).makesThePlan();
		look("review");
		this.person.goesTo("/code");
		look("tools-planned");
		this.person.goesTo("/review");
		this.person.goesTo("/emergency");
		look("emergency");
		this.person.goesTo("/review");
		this.lab.dsm().behind(this.gate.atFirst(SET_PROFILE));
		this.person.confirms();
		this.gate.reached();
		this.person.goesTo("/apply");
		look("apply-running");
		WizardPages other = another().goesTo("/");
		look("start-under-way", other);
		this.gate.open();
		this.person.awaitsTheEndOfTheRun();
		look("applied");
		this.person.goesTo("/review");
		look("review-nothing");
		this.person.goesTo("/");
		look("start-run");
		this.person.goesTo("/prove");
		look("prove");
		this.person.goesTo("/default");
		look("default-not-proven");
		annaSignsIn();
		this.person.goesTo("/prove").press("Check again");
		look("prove-signed-in");
		tries();
		this.person.awaitsTheEndOfTheTrial();
		look("default-taken-back");
		this.person.goesTo("/prove").goesTo("/record");
		look("record");
		this.person.goesTo("/code");
		look("tools");
		this.person.goesTo("/record");
		this.person.follows("Undo everything");
		look("undo-question");
		this.person.press("Undo everything").awaitsTheEndOfTheRun();
		look("undone");
		this.person.goesTo("/record");
		look("record-undone");
		this.person.press("Sign out and finish");
		look("finished");
	}

	private void tries() {
		this.person.goesTo("/default");
		look("default");
		this.person.press("Turn on SSO by default for 3 minutes");
		look("default-not-confirmed");
		this.person.ticksEveryRisk().press("Turn on SSO by default for 3 minutes").awaitsTheTrial();
		look("default-on-trial");
		this.person.press("Keep SSO by default");
		look("default-nobody-seen");
		this.person.press("Turn off SSO by default now");
	}

	private void annaSignsIn() {
		new Visitor(this.lab.dsmAddress(), this.lab.dsm().simulator(), this.lab.authentikAddress(),
				this.lab.authentik())
			.signIn("anna", DemoAuthentik.PASSWORD);
	}

	@Test
	void ssoByDefaultThatIsKept() {
		this.person.connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun().goesTo("/prove");
		annaSignsIn();
		this.person.press("Check again")
			.goesTo("/default")
			.ticksEveryRisk()
			.press("Turn on SSO by default for 3 minutes")
			.awaitsTheTrial();
		this.person.tick("statement", "true").press("Keep SSO by default").awaitsTheEndOfTheTrial();
		look("default-kept");
		this.person.losesItsSession().goesTo("/");
		look("start-default-kept");
		this.person.reviewsTheRun();
		look("recovery-default-kept");
	}

	@Test
	void aRunThatIsStoppedOnTheWay() {
		this.person.connects(this.lab).makesThePlan();
		this.lab.dsm().behind(this.gate.atFirst(SET_PROFILE));
		this.person.confirms();
		this.gate.reached();
		this.person.goesTo("/apply").press("Stop and undo");
		look("apply-stopping");
		this.gate.open();
		this.person.awaitsTheEndOfTheRun();
		look("apply-stopped");
	}

	@Test
	void aRunThatFails() {
		this.lab.dsm().behind(Fault.NOT_PERMITTED.at(Calls.first(SET_OIDC)));
		this.person.connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		look("apply-failed");
	}

	@Test
	void aRunThatWasInterrupted() {
		interrupted(SET_PROFILE);
		this.person.losesItsSession().goesTo("/review");
		look("start-interrupted");
		this.person.follows("Keep everything as it is");
		look("forget-question");
		this.person.goesTo("/").reviewsTheRun();
		look("recovery");
		this.lab.nas().sso().configure(Map.of("oidc_name", "Somebody was here"));
		this.person.press("Undo the changes of this run").awaitsTheEndOfTheRun();
		look("left-behind");
		this.person = another().goesTo("/");
		look("start-left-behind");
		this.person.reviewsTheRun();
		look("recovery-left-behind");
	}

	@Test
	void aRunThatCanBeUndone() {
		this.person.connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.person.losesItsSession().goesTo("/");
		look("start-open");
		this.person.reviewsTheRun();
		look("recovery-open");
		this.person.press("Undo the changes of this run").awaitsTheEndOfTheRun();
		look("recovered");
	}

	private void anotherProviderServesTheNas() {
		this.lab.nas()
			.sso()
			.configure(Map.of("oidc_name", "Old", "oidc_wellknown", "https://old.example/.well-known", "oidc_client_id",
					"old", "oidc_client_secret", "old-secret", "oidc_redirect_uri", "https://old.example"))
			.profile("oidc", true);
	}

	@Test
	void anotherProvidersConnectionThatWasInterrupted() {
		anotherProviderServesTheNas();
		interrupted(SET_OIDC);
		this.person.losesItsSession().goesTo("/").reviewsTheRun();
		look("recovery-foreign-key");
	}

	private void interrupted(Predicate<LabRequest> call) {
		StoppedWizard stopped = new StoppedWizard(this.applier);
		this.person.connects(this.lab).makesThePlan().ticksEveryRisk();
		this.lab.dsm().behind(stopped.beforeTheCall().at(Calls.first(call).andAllAfter()));
		this.person.confirms().awaitsTheEndOfTheRun();
		stopped.startsAgain();
		this.lab.healed();
	}

	@Test
	void aJournalThatCannotBeRead() {
		new StoppedWizard(this.applier).writesJournal("{ no journal\nof ours }\n".getBytes(StandardCharsets.UTF_8));
		this.person.goesTo("/");
		look("start-unreadable");
		this.person.press("Set it aside");
		look("start");
	}

	@Test
	void aConnectionThatExists() {
		anotherProviderServesTheNas();
		this.lab.authentik().world().connectionComes("nas", "nas-client", "S3cret", this.lab.dsmAddress());
		this.lab.authentik().world().connectionComes("older", "old-client", "S3cret", this.lab.dsmAddress());
		this.person.connects(this.lab);
		look("people-existing");
		this.person.makesThePlan();
		look("review-existing");
		this.person.confirms();
		assertThat(this.person.heading()).isEqualTo("Review the plan");
		look("review-not-confirmed");
	}

	@Test
	void aPlanThatCannotBeApplied() {
		this.lab.authentik().world().lacksTheDefaultFlows();
		this.person.connects(this.lab).makesThePlan();
		assertThat(this.person.hasAPlanToConfirm()).isFalse();
		look("review-blocked");
	}

	@Test
	void aConnectionThatIsChecked() {
		this.person.goesTo("/").press("Check an existing connection").connects(this.lab);
		look("no-connection");
		this.person.goesTo("/people").makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.applier.forget();
		this.lab.authentik().world().somebodyChangesTheProvider("synology", "signing_key", null);
		this.lab.nas().sso().configure(Map.of("oidc_redirect_uri", this.lab.dsmAddress() + "/#/signin"));
		this.person.goesTo("/").press("Check an existing connection").connects(this.lab);
		look("check-failed");
		this.person.goesTo("/record");
		look("record-checked");
	}

	@Test
	void aFindingThatIsFixedAfterARun() {
		this.person.connects(this.lab).makesThePlan().confirms().awaitsTheEndOfTheRun();
		this.lab.nas().sso().configure(Map.of("oidc_redirect_uri", this.lab.dsmAddress() + "/#/signin"));
		this.person.goesTo("/prove");
		look("prove-failed");
		this.person.press("Fix this: Redirect URI in DSM");
		look("review-fix");
		this.person.ticksEveryRisk().press("Apply these changes").awaitsTheEndOfTheRun().goesTo("/record");
		look("record-fixed");
		this.person.follows("Undo the last run");
		look("undo-last-question");
		this.person.press("Undo the last run").awaitsTheEndOfTheRun();
		look("undone-last");
	}

	@Test
	void dsm71WithoutADirectory() {
		use(DsmVersion.DSM_7_1_1, "2023.10");
		this.person.signsInTo(this.lab);
		look("nobody-could-sign-in");
	}

	@Test
	void whatIsNoPageOfTheWizard() {
		this.person.glancesAt("/no-such-page");
		look("not-found");
		this.person.glancesAt("/theme");
		look("not-this-way");
		this.person.goesTo("/").press("Connect a NAS");
		HtmlPage nas = this.person.page();
		this.person.losesItsSession().returnsTo(nas).press("Continue");
		look("stale");
		this.person.goesTo("/").press("Connect a NAS").connects(this.lab).makesThePlan();
		this.lab.dsm().behind(Fault.NOT_FOUND.always((request) -> true));
		this.person.goesTo("/review");
		look("problem");
	}

	private void look(String name) {
		look(name, this.person);
	}

	private void look(String name, WizardPages person) {
		states.look(this.page, address(), person, name);
	}

	private String address() {
		return "http://localhost:" + this.port;
	}

}
