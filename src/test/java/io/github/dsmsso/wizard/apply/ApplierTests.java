package io.github.dsmsso.wizard.apply;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.faults.Disturbance;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.Applications;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Directory;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for what is written, in which order, and what becomes of it when a call goes
 * wrong.
 */
class ApplierTests {

	private static final Predicate<LabRequest> CREATE_PROVIDER = Fault.request("POST", "/providers/oauth2/");

	private static final Predicate<LabRequest> CREATE_APPLICATION = Fault.request("POST", "/core/applications/");

	private static final Predicate<LabRequest> SET_OIDC = Fault.call("SYNO.Core.Directory.OIDC.SSO", "set");

	private static final Predicate<LabRequest> SET_PROFILE = Fault.call("SYNO.Core.Directory.SSO.Profile", "set");

	private final Bench bench = Bench.usual();

	static List<Fault> faults() {
		return List.of(Fault.LOST_BEFORE, Fault.LOST_AFTER, Fault.BAD_GATEWAY, Fault.SERVER_ERROR_AFTER,
				Fault.TRUNCATED_AFTER);
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void everythingIsWrittenOnceAndReadBack() {
		ApplyRun run = apply(this.bench.plan());

		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		assertThat(run.steps()).extracting(StepProgress::code)
			.containsExactly("guard", "provider.create", "application.create", "readiness", "oidc-sso.update",
					"sso-profile.update");
		assertThat(run.steps()).extracting(StepProgress::state).containsOnly(StepState.DONE);
		assertThat(this.bench.nas().sso().offersOidc()).isTrue();
		assertThat(this.bench.plan().changesNothing()).isTrue();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void aCreatedProviderIsFoundWhateverBecomesOfTheAnswer(Fault fault) {
		this.bench.authentikSuffers(fault.atFirst(CREATE_PROVIDER));
		assertThatItIsDoneOnce();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void aCreatedApplicationIsFoundWhateverBecomesOfTheAnswer(Fault fault) {
		this.bench.authentikSuffers(fault.atFirst(CREATE_APPLICATION));
		assertThatItIsDoneOnce();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void settingsAreReadBackWhateverBecomesOfTheAnswer(Fault fault) {
		this.bench.nasSuffers(fault.atFirst(SET_OIDC));
		assertThatItIsDoneOnce();
	}

	@ParameterizedTest
	@MethodSource("faults")
	void theSwitchIsReadBackWhateverBecomesOfTheAnswer(Fault fault) {
		this.bench.nasSuffers(fault.atFirst(SET_PROFILE));
		assertThatItIsDoneOnce();
	}

	@Test
	void aNasThatNeverAnswersLeavesNothingBehindInAuthentik() {
		Plan plan = this.bench.plan();
		Map<String, Object> before = this.bench.everything();
		this.bench.nasSuffers(Fault.LOST_BEFORE.always(SET_OIDC));

		ApplyRun run = apply(plan);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(run.problem()).isNotNull();
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void aWriteThatIsAcknowledgedAndDroppedIsNoticedAndTakenBack() {
		Plan plan = this.bench.plan();
		Map<String, Object> before = this.bench.everything();
		this.bench.nas().silentlyDropsWrites(true);

		ApplyRun run = apply(plan);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(run.problem().code()).isEqualTo("apply.not-as-written");
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void aPlanWhoseStartingPointHasMovedIsNotApplied() {
		Plan plan = this.bench.plan();
		this.bench.nas().sso().configure(Map.of("oidc_name", "Somebody was here"));
		Map<String, Object> before = this.bench.everything();

		ApplyRun run = apply(plan);

		assertThat(run.problem().code()).isEqualTo("apply.changed-meanwhile");
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void undoLeavesAloneWhatSomebodyElseHasChangedAndNamesIt() {
		ApplyRun run = apply(this.bench.plan());
		this.bench.nas().sso().configure(Map.of("oidc_name", "Somebody was here"));

		undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.LEFT_BEHIND);
		assertThat(run.steps()).filteredOn((step) -> step.state() == StepState.LEFT_BEHIND)
			.singleElement()
			.satisfies((step) -> assertThat(step.code()).isEqualTo("oidc-sso.update"));
		assertThat(this.bench.nas().sso().text("oidc_name")).isEqualTo("Somebody was here");
		assertThat(this.bench.nas().sso().enabled()).isFalse();
		assertThat(this.bench.authentikClient().applications().get("synology")).isEmpty();
	}

	@Test
	void undoRestoresWhatAnotherProviderHadThere() {
		this.bench.nas()
			.sso()
			.configure(Map.of("oidc_name", "Old", "oidc_wellknown", "https://old.example/.well-known", "oidc_client_id",
					"old", "oidc_client_secret", "old-secret", "oidc_redirect_uri", "https://old.example"))
			.profile("oidc", true);
		Map<String, Object> before = this.bench.everything();
		ApplyRun run = apply(this.bench.plan());
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);

		undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void ssoByDefaultGoesOffBeforeAnythingElseAndComesBackLast() {
		apply(this.bench.plan());
		this.bench.nas().sso().configure(Map.of("oidc_scope", "openid")).defaultLogin(true);
		this.bench.authentik().somebodyChangesTheProvider("synology", "include_claims_in_id_token", false);
		this.bench.recording().startAnew();

		undo(apply(this.bench.plan()));

		assertThat(this.bench.recording().writes()).extracting((write) -> write.call().text())
			.containsExactly("SYNO.Core.Directory.SSO.Setting set", "PATCH /providers/oauth2/{id}/",
					"SYNO.Core.Directory.OIDC.SSO set", "SYNO.Core.Directory.OIDC.SSO set",
					"PATCH /providers/oauth2/{id}/", "SYNO.Core.Directory.SSO.Setting set");
	}

	@Test
	void aMissingKeyIsCreatedOnRequestAndGoesWithTheUndo() {
		this.bench.authentik().keyRing().hasNoKeys();
		Map<String, Object> before = this.bench.everything();
		Plan plan = this.bench.plan();
		assertThat(plan.desired().createsSigningKey()).isTrue();

		ApplyRun run = apply(plan);
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		assertThat(this.bench.authentikClient().keys().list()).hasSize(1);
		undo(run);

		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void whoIsLetInCanBeChangedAndChangedBack() {
		apply(this.bench.plan());
		Map<String, Object> before = this.bench.everything();
		String group = this.bench.authentikClient().directory().groups().get(0).pk();
		DesiredState restricted = this.bench.suggested().withAccess(new AccessRestriction(Set.of(group), Set.of()));

		ApplyRun run = apply(this.bench.plan(restricted));
		assertThat(run.steps()).extracting(StepProgress::code).contains("binding.create");
		assertThat(this.bench.suggested().access()).isEqualTo(restricted.access());
		undo(run);

		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void undoLeavesAnApplicationOfTheSameSlugThatSomebodyElseHasMade() {
		ApplyRun run = apply(this.bench.plan());
		Edit.OTHER_APPLICATION.make(this.bench);

		undo(run);

		assertThat(leftBehind(run)).contains("apply.changed-by-others");
		assertThat(this.bench.authentikClient().applications().get("synology")).get()
			.satisfies((theirs) -> assertThat(theirs.name()).isEqualTo("Somebody else's"));
	}

	/**
	 * It is another one, although it is called the same and leads to the same provider.
	 */
	@Test
	void undoLeavesAnApplicationThatSomebodyElseHasMadeAnewForOurProvider() {
		ApplyRun run = apply(this.bench.plan());
		Applications applications = this.bench.authentikClient().applications();
		Application ours = applications.get("synology").orElseThrow();
		this.bench.authentik().somebodyDeletesTheApplication("synology");
		Application theirs = applications.create(ours);

		undo(run);

		assertThat(leftBehind(run)).contains("apply.changed-by-others");
		assertThat(applications.get("synology")).contains(theirs);
	}

	@Test
	void whereSomethingIsLeftTheSignInPageDoesNotStartWithSsoAgain() {
		this.bench.nas()
			.sso()
			.configure(Map.of("oidc_wellknown", "https://sso.old.example/.well-known/openid-configuration"))
			.profile("oidc", true)
			.defaultLogin(true);
		ApplyRun run = apply(this.bench.plan());
		this.bench.nas().sso().configure(Map.of("oidc_scope", "openid email"));

		undo(run);

		assertThat(leftBehind(run)).contains("apply.changed-by-others", "apply.password-stays-first");
		assertThat(this.bench.nas().sso().defaultLogin()).isFalse();
	}

	@Test
	void whatDsmStillLeadsPeopleToIsNotTakenAwayFromUnderIt() {
		ApplyRun run = apply(this.bench.plan());
		this.bench.nasSuffers(Fault.LOST_BEFORE.always(SET_PROFILE));

		undo(run);

		assertThat(this.bench.nas().sso().offersOidc()).isTrue();
		assertThat(leftBehind(run)).contains("apply.still-in-use");
		assertThat(this.bench.authentikClient().applications().get("synology")).isPresent();
		assertThat(this.bench.authentikClient().providers().list()).hasSize(1);
	}

	@Test
	void anApplicationOfTheRunThatSomebodyHasRenamedGoesAndIsNamed() {
		Map<String, Object> before = this.bench.everything();
		ApplyRun run = apply(this.bench.plan());
		this.bench.authentik()
			.somebodyChangesTheApplication("synology", "name", "Our NAS")
			.somebodyChangesTheApplication("synology", "slug", "our-nas");

		undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(run.exceptions()).singleElement().satisfies((told) -> {
			assertThat(told.code()).isEqualTo("apply.was-renamed");
			assertThat(told.arguments()).containsExactly("Synology DSM", "Our NAS");
		});
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void aKeyOfTheSameNameThatSomebodyElseHasMadeStays() {
		this.bench.authentik().keyRing().hasNoKeys();
		ApplyRun run = apply(this.bench.plan());
		CertificateKeyPair ours = this.bench.authentikClient().keys().list().get(0);
		this.bench.authentikClient().keys().delete(ours.pk());
		CertificateKeyPair theirs = this.bench.authentikClient().keys().createRsa(ours.name(), 365);

		undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(this.bench.authentikClient().keys().list()).extracting(CertificateKeyPair::pk)
			.containsExactly(theirs.pk());
	}

	@Test
	void aKeyOfTheSameNameThatCameAfterThePlanIsNeitherUsedNorDeleted() {
		this.bench.authentik().keyRing().hasNoKeys();
		Plan plan = this.bench.plan();
		CertificateKeyPair theirs = this.bench.authentikClient()
			.keys()
			.createRsa(plan.desired().newSigningKeyName(), 365);

		ApplyRun run = apply(plan);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(run.problem().code()).isEqualTo("apply.changed-meanwhile");
		assertThat(this.bench.authentikClient().keys().list()).extracting(CertificateKeyPair::pk)
			.containsExactly(theirs.pk());
	}

	/** A list may lack what the token may no longer see, or what a proxy remembers. */
	@Test
	void undoAsksForWhatTheRunMadeByItsKeyAndNotInLists() {
		this.bench.authentik().keyRing().hasNoKeys();
		Map<String, Object> before = this.bench.everything();
		ApplyRun run = applyAsMuchAsARunCan();
		listsOfAuthentikAreEmpty();

		undo(run);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void undoAsksForABindingOfAnOlderApplicationByItsKey() {
		apply(this.bench.plan());
		Map<String, Object> before = this.bench.everything();
		ApplyRun run = applyAsMuchAsARunCan();
		listsOfAuthentikAreEmpty();

		undo(run);

		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void undoDoesNotBelieveThatSomethingIsGoneOnOneAnswerAlone() {
		this.bench.authentik().keyRing().hasNoKeys();
		Map<String, Object> before = this.bench.everything();
		ApplyRun run = applyAsMuchAsARunCan();
		Stream
			.of("/providers/oauth2/{id}/", "/crypto/certificatekeypairs/{id}/",
					"/propertymappings/provider/scope/{id}/", "/policies/bindings/{id}/")
			.forEach((object) -> this.bench.suffers(Side.AUTHENTIK, Fault.NOT_FOUND,
					Calls.first(Calls.named("GET " + object))));

		undo(run);

		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/providers/oauth2/", "/crypto/certificatekeypairs/generate/",
			"/propertymappings/provider/scope/", "/policies/bindings/", "/core/applications/" })
	void aKeyThatLeadsNowhereIsNotBelieved(String created) {
		this.bench.authentik().keyRing().hasNoKeys();
		Map<String, Object> before = this.bench.everything();
		Disturbance astray = (server, request, later) -> {
			LabResponse response = server.handle(request);
			return response.withText(response.text()
				.replaceFirst("\"pk\":\"[^\"]*\"", "\"pk\":\"00000000-0000-4000-8000-000000000000\"")
				.replaceFirst("\"pk\":[0-9]+", "\"pk\":4711"));
		};
		this.bench.suffers(Side.AUTHENTIK, astray, Calls.all(Calls.named("POST " + created)));

		ApplyRun run = applyAsMuchAsARunCan();
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		undo(run);

		assertThat(this.bench.everything()).isEqualTo(before);
	}

	private ApplyRun applyAsMuchAsARunCan() {
		Directory directory = this.bench.authentikClient().directory();
		return apply(this.bench.plan(Scene.desired(this.bench.suggested(), directory)));
	}

	private void listsOfAuthentikAreEmpty() {
		Disturbance empty = (server, request, later) -> {
			LabResponse response = server.handle(request);
			return response.withText(response.text().replaceAll("(?s)\"results\":\\[.*\\]", "\"results\":[]"));
		};
		this.bench.suffers(Side.AUTHENTIK, empty, Calls.all(Calls.any()));
	}

	@Test
	void anInternalErrorOfAuthentikIsTheCauseAndNotWaitedFor() {
		Map<String, Object> before = this.bench.everything();
		Plan plan = this.bench.plan();
		this.bench.authentikSuffers((authentik) -> (request) -> CREATE_APPLICATION.test(request)
				? LabResponse.html(405, "").with("X-authentik-id", "0815") : authentik.handle(request));
		Instant begun = this.bench.time().instant();

		ApplyRun run = apply(plan);

		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(run.problem().code()).isEqualTo("authentik.internal-error");
		assertThat(Duration.between(begun, this.bench.time().instant())).isLessThan(Duration.ofSeconds(10));
		assertThat(this.bench.everything()).isEqualTo(before);
	}

	@Test
	void aLaterRunIsUndoneBeforeTheOneItHasBuiltOn() {
		Map<String, Object> before = this.bench.everything();
		ApplyRun first = apply(this.bench.plan());
		Map<String, Object> between = this.bench.everything();
		this.bench.authentik().somebodyChangesTheProvider("synology", "sub_mode", "user_upn");
		this.bench.time().pass(Duration.ofMinutes(1));
		ApplyRun second = apply(this.bench.plan());

		assertThat(unfinished()).containsExactly(second.reference(), first.reference());
		assertRefused("apply.newer-run", () -> undo(first));
		undo(second);
		this.bench.authentik().somebodyChangesTheProvider("synology", "sub_mode", "hashed_user_id");
		assertThat(this.bench.everything()).isEqualTo(between);
		assertThat(unfinished()).containsExactly(first.reference());
		undo(first);

		assertThat(this.bench.everything()).isEqualTo(before);
		assertThat(unfinished()).isEmpty();
	}

	@Test
	void forgettingALaterRunLeavesTheEarlierOneThatCanBeUndone() {
		ApplyRun first = apply(this.bench.plan());
		this.bench.authentik().somebodyChangesTheProvider("synology", "sub_mode", "user_upn");
		this.bench.time().pass(Duration.ofMinutes(1));
		ApplyRun second = apply(this.bench.plan());

		this.bench.bean(Applier.class).forget(second.reference());

		assertThat(unfinished()).containsExactly(first.reference());
		undo(first);
		assertThat(first.outcome()).isEqualTo(RunOutcome.UNDONE);
	}

	private List<String> unfinished() {
		return this.bench.bean(Applier.class).unfinished().stream().map((left) -> left.record().reference()).toList();
	}

	private static List<String> leftBehind(ApplyRun run) {
		assertThat(run.outcome()).isEqualTo(RunOutcome.LEFT_BEHIND);
		return run.steps()
			.stream()
			.filter((step) -> step.state() == StepState.LEFT_BEHIND)
			.map((step) -> step.problem().code())
			.toList();
	}

	private static void assertRefused(String code, ThrowingCallable action) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(action)
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo(code));
	}

	/** Its end is told a moment before its journal is put away. */
	@Test
	void whoUndoesARunTheMomentItsEndIsToldIsNotTurnedAway() {
		CountDownLatch watched = new CountDownLatch(1);
		CountDownLatch asked = new CountDownLatch(1);
		CountDownLatch told = new CountDownLatch(1);
		List<CompletableFuture<Void>> work = new ArrayList<>();
		Applier applier = new Applier(this.bench.bean(Steps.class), this.bench.bean(SecretRecovery.class),
				this.bench.bean(RunReferences.class), this.bench.bean(Journal.class), this.bench.time(),
				this.bench.bean(SteadyTime.class), (moment) -> {
					asked.countDown();
					work.get(0).join();
				}, (task) -> work.add(CompletableFuture.runAsync(() -> {
					await(watched);
					task.run();
				})));
		ApplyRun run = HeadlessWizard.start(applier, this.bench.plan(), this.bench.connection());
		run.whenAtRest(() -> {
			told.countDown();
			await(asked);
		});
		watched.countDown();
		await(told);

		applier.undo(run, this.bench.connection());

		work.get(1).join();
		assertThat(run.outcome()).isEqualTo(RunOutcome.UNDONE);
	}

	private static void await(CountDownLatch latch) {
		try {
			assertThat(latch.await(60, TimeUnit.SECONDS)).isTrue();
		}
		catch (InterruptedException ex) {
			throw new AssertionError(ex);
		}
	}

	private void assertThatItIsDoneOnce() {
		ApplyRun run = apply(this.bench.plan());
		assertThat(run.problem()).isNull();
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		assertThat(this.bench.authentikClient().providers().list()).hasSize(1);
		assertThat(this.bench.plan().changesNothing()).isTrue();
	}

	private ApplyRun apply(Plan plan) {
		return this.bench.start(plan);
	}

	private void undo(ApplyRun run) {
		this.bench.bean(Applier.class).undo(run, this.bench.connection());
	}

}
