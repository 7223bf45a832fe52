package io.github.dsmsso.wizard.pages;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.Disturbance;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.JournalFiles;
import org.htmlunit.html.DomNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run that was interrupted, or that nobody finished, as the next person at the wizard
 * finds it: told on the first page, compared with how both systems stand, and undone,
 * finished or left as it is.
 */
@ImpatientWizard
class RecoveryTests {

	private static final String FOREIGN_KEY = "ForeignKeyOfAnotherProvider0815";

	private static final Predicate<LabRequest> CREATE_APPLICATION = Fault.request("POST", "/core/applications/");

	private static final Predicate<LabRequest> SET_OIDC = Fault.call("SYNO.Core.Directory.OIDC.SSO", "set");

	private static final Predicate<LabRequest> SET_PROFILE = Fault.call("SYNO.Core.Directory.SSO.Profile", "set");

	@LocalServerPort
	private int port;

	@Autowired
	private MessageSource messages;

	@Autowired
	private Applier applier;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final List<WizardPages> windows = new ArrayList<>();

	/** Every answer that a browser got. */
	private final List<String> answers = new CopyOnWriteArrayList<>();

	private StoppedWizard stopped;

	private Map<String, Object> before;

	@BeforeEach
	void begin() {
		this.applier.forget();
		this.stopped = new StoppedWizard(this.applier);
		this.before = this.lab.everything();
	}

	private WizardPages window() {
		WizardPages window = new WizardPages(this.port, (answer) -> this.answers.add(answer.getContentAsString()));
		this.windows.add(window);
		return window;
	}

	@AfterEach
	void noSecretWasShown() {
		this.windows.forEach(WizardPages::close);
		this.applier.forget();
		this.lab.close();
		assertThat(this.answers).isNotEmpty();
		for (String secret : List.of(DemoNas.PASSWORD, DemoAuthentik.API_TOKEN, FOREIGN_KEY, clientSecret())) {
			assertThat(this.answers).noneMatch((answer) -> answer.contains(secret));
		}
	}

	/** The one that the run made up, where it is still there. */
	private String clientSecret() {
		List<Map<String, Object>> providers = this.lab.authentik().world().inventory().get("oauth2provider");
		return providers.isEmpty() ? "no secret was made up" : String.valueOf(providers.get(0).get("client_secret"));
	}

	@Test
	void anInterruptedRunIsToldOnTheFirstPageAndItsAddressesAreFilledIn() {
		interruptedAt(SET_PROFILE);

		WizardPages wizard = window().goesTo("/");
		assertThat(wizard.text()).contains("Setup was interrupted on", this.lab.dsmAddress(),
				this.lab.authentikAddress());
		wizard.press("Review this run");
		assertThat(wizard.valueOf("address")).isEqualTo(this.lab.dsmAddress());
		wizard.press("Continue").trustsTheCertificate().signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
		assertThat(wizard.valueOf("address")).isEqualTo(this.lab.authentikAddress());
	}

	@Test
	void whatItLeftIsComparedWithBeforeAndPlanned() {
		interruptedAt(SET_PROFILE);

		WizardPages wizard = looksAtTheRun();

		assertThat(wizard.heading()).isEqualTo("Interrupted run");
		List<DomNode> objects = all(wizard, "section.change");
		assertThat(objects).extracting((object) -> object.querySelector("h3 .word").getTextContent())
			.containsExactly("As planned", "As planned", "As planned", "As before");
		assertThat(objects.get(2).querySelectorAll("tr.diff-change td:nth-of-type(2) .word")).isNotEmpty();
		assertThat(objects.get(3).querySelectorAll("tr.diff-change")).isEmpty();
		DomNode wellKnown = all(wizard, "section.change:nth-of-type(3) tr.diff-change").stream()
			.filter((row) -> row.getTextContent().contains("/.well-known/"))
			.findFirst()
			.orElseThrow();
		assertThat(wellKnown.querySelector("td[data-label=Before]").getTextContent()).doesNotContain("well-known");
		assertThat(wellKnown.querySelector("td[data-label=Now]").getTextContent()).contains("well-known", "differs");
		assertThat(wellKnown.querySelector("td[data-label=Planned]").getTextContent()).contains("well-known");
	}

	@Test
	void undoBringsEverythingBack() {
		interruptedAt(SET_PROFILE);

		WizardPages wizard = looksAtTheRun();
		assertThat(wizard.source()).doesNotContain(say("recovery.key"));
		wizard.press("Undo the changes of this run").awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore(wizard);
		assertThatNothingIsLeftToDecide();
	}

	@Test
	void finishDoesWhatIsNotDoneYet() {
		interruptedAt(SET_OIDC);

		WizardPages wizard = looksAtTheRun().press("Finish the run").awaitsTheEndOfTheRun();

		assertThat(wizard.heading()).isEqualTo("Both systems are set up");
		assertThatBothAreSetUpOnce();
		wizard.undoesEverything();
		assertThatEverythingIsAsBefore(wizard);
	}

	@Test
	void aRunThatOnlyReachedAuthentikIsFinishedOrUndoneAllTheSame() {
		stopsAt(this.stopped.beforeTheCall(), CREATE_APPLICATION, false);
		assertThat(this.lab.everything()).isNotEqualTo(this.before);

		WizardPages wizard = looksAtTheRun();
		assertThat(wizard.text()).contains("As planned", "As before");
		wizard.press("Undo the changes of this run").awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore(wizard);
	}

	@Test
	void leavingEverythingAsItIsForgetsTheRun() {
		interruptedAt(SET_PROFILE);
		Map<String, Object> left = this.lab.everything();

		looksAtTheRun().keepsEverythingAsItIs();

		assertThatNothingIsLeftToDecide();
		assertThat(this.lab.everything()).isEqualTo(left);
	}

	@Test
	void itCanBeForgottenFromTheFirstPageWithoutSigningIn() {
		interruptedAt(SET_PROFILE);

		window().goesTo("/").keepsEverythingAsItIs();

		assertThatNothingIsLeftToDecide();
	}

	@Test
	void aNewRunIsRefusedUntilItIsDecided() {
		interruptedAt(SET_OIDC);
		Map<String, Object> left = this.lab.everything();

		WizardPages wizard = window().connects(this.lab).makesThePlan().ticksEveryRisk().confirms();

		assertThatItSays(wizard, "problem.apply.unfinished-run.what");
		assertThatItSays(wizard, "problem.apply.unfinished-run.action");
		assertThat(this.lab.everything()).isEqualTo(left);
	}

	@Test
	void anotherNasThanThatOfTheRunIsRefusedAndBothAddressesAreNamed() {
		interruptedAt(SET_PROFILE);
		try (Lab other = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"))) {
			Map<String, Object> untouched = other.everything();

			WizardPages wizard = window().goesTo("/").press("Review this run").connects(other);

			assertThat(wizard.text()).contains(
					say("problem.apply.other-systems.what", this.lab.dsmAddress(), this.lab.authentikAddress()),
					say("problem.apply.other-systems.action"));
			assertThat(wizard.press("Review this run").valueOf("address")).isEqualTo(this.lab.dsmAddress());
			assertThat(other.everything()).isEqualTo(untouched);
		}
	}

	@Test
	void aFormerKeyThatIsTypedIsPutBack() {
		anotherProviderWasThere(true);
		interruptedAfter(SET_OIDC);

		WizardPages wizard = looksAtTheRun().type("key", FOREIGN_KEY)
			.press("Undo the changes of this run")
			.awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore(wizard);
	}

	@ParameterizedTest(name = "in use {0}")
	@ValueSource(booleans = { true, false })
	void withoutTheFormerKeyExactlyThatIsReportedAndTheKeyCanBeBroughtLater(boolean inUse) {
		anotherProviderWasThere(inUse);
		interruptedAfter(SET_OIDC);

		WizardPages wizard = looksAtTheRun().press("Undo the changes of this run").awaitsTheEndOfTheRun();

		assertThat(wizard.heading()).isEqualTo("Some changes could not be undone");
		assertThatItSays(wizard, "problem.apply.secret-not-known.what");
		assertThat(this.lab.authentik().world().inventory().get("oauth2provider")).isEmpty();
		WizardPages later = looksAtTheRun().type("key", FOREIGN_KEY)
			.press("Undo the changes of this run")
			.awaitsTheEndOfTheRun();
		assertThatEverythingIsAsBefore(later);
	}

	@Test
	void aRunThatNobodyFinishedCanBeUndoneFromAnotherSession() {
		applied();

		WizardPages wizard = looksAtTheRun();
		assertThat(wizard.heading()).isEqualTo("Run that can be undone");
		assertThat(wizard.source()).doesNotContain("Finish the run", say("recovery.key"));
		wizard.press("Undo the changes of this run").awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore(wizard);
	}

	@Test
	void aRunThatNobodyFinishedCanBeUndoneAfterARestart() {
		applied();
		this.stopped.stopsNow().startsAgain();

		assertThat(window().goesTo("/").text()).contains("can still be undone");
		WizardPages wizard = looksAtTheRun().press("Undo the changes of this run").awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore(wizard);
	}

	@Test
	void aFormerKeyIsNotAskedForWhileTheWizardStillKnowsIt() {
		anotherProviderWasThere(true);
		applied();

		WizardPages wizard = looksAtTheRun();
		assertThat(wizard.source()).doesNotContain(say("recovery.key"));
		wizard.press("Undo the changes of this run").awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore(wizard);
	}

	@Test
	void whatAnUndoLeftBehindIsToldOnTheFirstPageAndUndoneOnceItCanBe() {
		applied();
		this.lab.nas().sso().configure(Map.of("oidc_name", "Somebody was here"));
		looksAtTheRun().press("Undo the changes of this run").awaitsTheEndOfTheRun();
		this.lab.nas().sso().configure(Map.of("oidc_name", "authentik"));

		assertThat(window().goesTo("/").text())
			.contains("could not be undone. You can try again, or restore them by hand");
		WizardPages wizard = looksAtTheRun();
		assertThat(wizard.heading()).isEqualTo("Changes that were not undone");
		wizard.press("Undo the changes of this run").awaitsTheEndOfTheRun();

		assertThatEverythingIsAsBefore(wizard);
	}

	@Test
	void runsThatBuiltOnOneAnotherAreToldAndUndoneTheLatestFirst() {
		applied();
		this.lab.authentik().world().somebodyChangesTheProvider("synology", "include_claims_in_id_token", false);
		Map<String, Object> between = this.lab.everything();
		applied(WizardPages::confirmsTheChanges);

		WizardPages wizard = window().goesTo("/");
		assertThat(all(wizard, "section.notice")).hasSize(2);
		assertThat(wizard.text()).contains(say("start.unfinished.later"));
		assertThat(all(wizard, "button[value=RECOVER]")).hasSize(1);
		looksAtTheRun().press("Undo the changes of this run").awaitsTheEndOfTheRun();
		assertThat(this.lab.everything()).isEqualTo(between);

		this.lab.authentik().world().somebodyChangesTheProvider("synology", "include_claims_in_id_token", true);
		assertThat(window().goesTo("/").text()).doesNotContain(say("start.unfinished.later"));
		assertThatEverythingIsAsBefore(looksAtTheRun().press("Undo the changes of this run").awaitsTheEndOfTheRun());
		assertThatNothingIsLeftToDecide();
	}

	@Test
	void onlyOneOfTwoWindowsDecides() {
		interruptedAt(SET_PROFILE);
		WizardPages first = looksAtTheRun();
		WizardPages second = looksAtTheRun();

		first.press("Undo the changes of this run").awaitsTheEndOfTheRun();
		second.press("Undo the changes of this run");

		assertThatItSays(second, "problem.apply.nothing-to-undo.what");
		assertThatEverythingIsAsBefore(first);
	}

	@Test
	void aJournalThatCannotBeReadIsToldWithItsPathAndWhatToDo() {
		this.stopped.writesJournal("{ no journal\nof ours }\n".getBytes(StandardCharsets.UTF_8));

		WizardPages wizard = window().goesTo("/");
		String path = JournalFiles.in(StoppedWizard.JOURNAL).get(0).toString();
		assertThat(wizard.text()).contains(say("problem.apply.journal-unreadable.what", path),
				say("problem.apply.journal-unreadable.action"));
		wizard.press("Connect a NAS").connects(this.lab).makesThePlan().confirms();
		assertThat(wizard.text()).contains(path);
		assertThat(this.lab.everything()).isEqualTo(this.before);

		assertThat(window().goesTo("/").press("Set it aside").text()).doesNotContain(path);
		assertThat(Path.of(path + ".set-aside")).exists();
	}

	private void interruptedAt(Predicate<LabRequest> dsmCall) {
		stopsAt(this.stopped.beforeTheCall(), dsmCall, true);
	}

	private void interruptedAfter(Predicate<LabRequest> dsmCall) {
		stopsAt(this.stopped.afterTheCall(), dsmCall, true);
	}

	private void stopsAt(Disturbance stop, Predicate<LabRequest> call, boolean atDsm) {
		WizardPages wizard = window().connects(this.lab).makesThePlan().ticksEveryRisk();
		Calls fromThenOn = Calls.first(call).andAllAfter();
		if (atDsm) {
			this.lab.dsm().behind(stop.at(fromThenOn));
		}
		else {
			this.lab.authentikBehind(stop.at(fromThenOn));
		}
		wizard.confirms().awaitsTheEndOfTheRun();
		this.stopped.startsAgain();
		this.lab.healed();
	}

	private void applied() {
		applied(WizardPages::confirms);
	}

	private void applied(UnaryOperator<WizardPages> confirmation) {
		WizardPages wizard = confirmation.apply(window().connects(this.lab).makesThePlan().ticksEveryRisk())
			.awaitsTheEndOfTheRun();
		assertThat(wizard.heading()).isEqualTo("Both systems are set up");
	}

	private void anotherProviderWasThere(boolean inUse) {
		this.lab.nas()
			.sso()
			.configure(Map.of("oidc_name", "Old", "oidc_wellknown", "https://old.example/.well-known", "oidc_client_id",
					"old", "oidc_client_secret", FOREIGN_KEY, "oidc_redirect_uri", "https://old.example"))
			.profile("oidc", inUse);
		this.before = this.lab.everything();
	}

	private WizardPages looksAtTheRun() {
		return window().goesTo("/").reviewsTheRun();
	}

	private static List<DomNode> all(WizardPages wizard, String selector) {
		return List.copyOf(wizard.page().querySelectorAll(selector));
	}

	private void assertThatEverythingIsAsBefore(WizardPages wizard) {
		assertThat(wizard.heading()).isEqualTo("All changes undone");
		assertThat(this.lab.everything()).isEqualTo(this.before);
	}

	private void assertThatBothAreSetUpOnce() {
		assertThat(this.lab.nas().sso().offersOidc()).isTrue();
		assertThat(this.lab.authentik().world().inventory().get("oauth2provider")).hasSize(1);
		assertThat(this.lab.authentik().world().inventory().get("application")).hasSize(1);
	}

	private void assertThatNothingIsLeftToDecide() {
		assertThat(window().goesTo("/").source()).doesNotContain("Review this run");
		assertThat(JournalFiles.in(StoppedWizard.JOURNAL)).isEmpty();
	}

	private void assertThatItSays(WizardPages wizard, String key) {
		assertThat(wizard.text()).contains(say(key));
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

}
