package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import io.github.dsmsso.lab.calls.Calls;
import io.github.dsmsso.lab.calls.Recording.Exchange;
import io.github.dsmsso.lab.calls.Side;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.HeadlessWizard;
import io.github.dsmsso.wizard.KnownBad;
import io.github.dsmsso.wizard.apply.DefaultLoginTrial.Decision;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for SSO by default on trial, by a clock that moves only while somebody waits:
 * when it is on, when it goes back, and what an undo finds afterwards.
 */
class DefaultLoginTrialTests {

	private static final Duration A_MOMENT = Duration.ofMillis(1);

	private static final Bench bench = Bench.usual();

	private final Queue<Runnable> work = new ArrayDeque<>();

	/** DSM's setting at the moments that a test asks about. */
	private final List<Boolean> seen = new ArrayList<>();

	private Applier applier;

	private Map<String, Object> untouched;

	private ApplyRun connection;

	private Map<String, Object> connected;

	@BeforeEach
	void connect() {
		bench.startOver();
		this.applier = newApplier();
		this.untouched = bench.everything();
		this.connection = HeadlessWizard.start(this.applier, bench.plan(), bench.connection());
		work();
		this.connected = bench.everything();
		bench.time().pass(Duration.ofMinutes(1));
		bench.recording().startAnew();
	}

	@AfterAll
	static void close() {
		bench.close();
	}

	@Test
	void itGoesBackByItselfAfterExactlyThreeMinutesAndNotBefore() {
		DefaultLoginTrial trial = beginTrial();
		look(DefaultLoginTrial.TIME.minus(A_MOMENT));

		work();

		assertThat(this.seen).containsExactly(true);
		assertThat(trial.decision()).isEqualTo(Decision.TIME_IS_UP);
		assertThat(trial.run().outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(bench.everything()).isEqualTo(this.connected);
		List<Exchange> writes = bench.recording().writes();
		assertThat(writes).extracting((write) -> write.call().text())
			.containsExactly("SYNO.Core.Directory.SSO.Setting set", "SYNO.Core.Directory.SSO.Setting set");
		assertThat(writes.get(1).at()).isEqualTo(writes.get(0).at().plus(DefaultLoginTrial.TIME));
	}

	@ParameterizedTest
	@ValueSource(ints = { -60, 60 })
	void aClockThatIsSetMeanwhileMakesItNeitherLongerNorShorter(int minutes) {
		assertThatItLastsThreeMinutes(new ClockOnTheWall(bench.time()), minutes, bench.bean(Pause.class));
	}

	@ParameterizedTest
	@ValueSource(ints = { -60, 60 })
	void aWizardThatGoesByTheClockOnTheWallIsFound(int minutes) {
		ClockOnTheWall wall = new ClockOnTheWall(bench.time());
		Pause byTheWall = (duration) -> {
			for (Instant end = wall.instant().plus(duration); wall.instant().isBefore(end);) {
				bench.time().pass(A_MOMENT);
			}
		};
		KnownBad.assertFound(19, "time by the clock on the wall, " + ((minutes < 0) ? "set back" : "set forth"),
				() -> assertThatItLastsThreeMinutes(wall, minutes, byTheWall));
	}

	/** After a minute and a bit somebody sets the clock by so many minutes. */
	private void assertThatItLastsThreeMinutes(ClockOnTheWall wall, int minutes, Pause pause) {
		this.applier = newApplier(wall, pause);
		beginTrial();
		bench.time().after(Duration.ofMinutes(1).plus(A_MOMENT), () -> wall.setBy(Duration.ofMinutes(minutes)));
		bench.recording().startAnew();

		work();

		List<Exchange> writes = bench.recording().writes();
		assertThat(bench.nas().sso().defaultLogin()).isFalse();
		assertThat(Duration.between(writes.get(0).at(), writes.get(1).at())).isEqualTo(DefaultLoginTrial.TIME);
	}

	@Test
	void whatIsKeptInTheLastMomentStays() {
		DefaultLoginTrial trial = beginTrial();
		bench.time().after(DefaultLoginTrial.TIME.minus(A_MOMENT), trial::keep);

		work();
		bench.time().pass(DefaultLoginTrial.TIME);

		assertThat(trial.decision()).isEqualTo(Decision.KEPT);
		assertThat(trial.run().outcome()).isEqualTo(RunOutcome.APPLIED);
		assertThat(bench.nas().sso().defaultLogin()).isTrue();
		assertThat(bench.recording().writes()).hasSize(1);
	}

	@Test
	void aWordThatComesTooLateIsRefused() {
		DefaultLoginTrial trial = beginTrial();
		work();

		assertRefused("apply.trial-is-over", trial::keep);
		assertRefused("apply.trial-is-over", trial::takeBack);
		assertThat(bench.nas().sso().defaultLogin()).isFalse();
	}

	@Test
	void aWordBeforeItIsOnIsRefused() {
		DefaultLoginTrial trial = beginTrial();
		assertRefused("apply.trial-is-over", trial::keep);
		work();
		assertThat(trial.decision()).isEqualTo(Decision.TIME_IS_UP);
	}

	@Test
	void itTellsHowMuchTimeIsLeft() {
		DefaultLoginTrial trial = beginTrial();
		List<Duration> told = new ArrayList<>();
		bench.time().after(A_MOMENT, () -> told.add(trial.timeLeft()));
		bench.time().after(Duration.ofMinutes(1).plus(A_MOMENT), () -> told.add(trial.timeLeft()));
		work();
		assertThat(told).containsExactly(DefaultLoginTrial.TIME, DefaultLoginTrial.TIME.minusMinutes(1));
	}

	@Test
	void itIsTakenBackAtOnceWhenSomebodySaysSo() {
		DefaultLoginTrial trial = beginTrial();
		Instant began = bench.time().instant();
		bench.time().after(Duration.ofSeconds(10), trial::takeBack);

		work();

		assertThat(trial.decision()).isEqualTo(Decision.TAKEN_BACK);
		assertThat(bench.everything()).isEqualTo(this.connected);
		assertThat(Duration.between(began, bench.time().instant())).isLessThan(Duration.ofSeconds(11));
	}

	@Test
	void theUndoOfTheConnectionSwitchesItOffFirst() {
		keptTrial();
		bench.recording().startAnew();

		this.applier.undo(this.connection, bench.connection());
		work();

		assertThat(this.connection.outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(bench.everything()).isEqualTo(this.untouched);
		assertThat(bench.recording().writes()).extracting((write) -> write.call().text())
			.containsExactly("SYNO.Core.Directory.SSO.Setting set", "SYNO.Core.Directory.SSO.Profile set",
					"SYNO.Core.Directory.OIDC.SSO set", "DELETE /core/applications/{slug}/",
					"DELETE /providers/oauth2/{id}/");
	}

	@Test
	void theConnectionIsAgainTheRunThatCanBeUndone() {
		keptTrial();

		assertThat(this.applier.unfinished()).extracting((left) -> left.record().reference())
			.containsExactly(this.connection.reference());
		assertThat(newApplier().unfinished()).extracting((left) -> left.record().reference())
			.containsExactly(this.connection.reference());
	}

	@Test
	void alsoAfterARestartTheUndoOfTheConnectionSwitchesItOffFirst() {
		keptTrial();
		bench.recording().startAnew();
		this.applier = newApplier();

		undoWhatIsLeft();

		assertThat(bench.everything()).isEqualTo(this.untouched);
		assertThat(bench.recording().writes().get(0).call().text()).isEqualTo("SYNO.Core.Directory.SSO.Setting set");
	}

	@Test
	void aWizardThatIsKilledDuringTheTrialSwitchesItOffWhenItIsUndoneAndKnowsTheConnectionToo() {
		Map<Path, byte[]> journal = new LinkedHashMap<>();
		beginTrial();
		bench.time().after(Duration.ofMinutes(1), () -> {
			JournalFiles.in(folder()).forEach((file) -> journal.put(file, read(file)));
			bench.suffers(Side.DSM, Fault.REFUSED, Calls.all(Calls.any()));
		});
		work();
		assertThat(bench.nas().sso().defaultLogin()).isTrue();
		bench.heals();
		this.applier.forget();
		journal.forEach(DefaultLoginTrialTests::write);
		this.applier = newApplier();

		assertThat(this.applier.unfinished()).hasSize(2);
		assertThat(this.applier.unfinished().get(0).isInterrupted()).isTrue();
		assertThat(this.applier.unfinished().get(0).isOfDefaultLogin()).isTrue();
		assertThat(undoWhatIsLeft().outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(bench.everything()).isEqualTo(this.connected);

		assertThat(undoWhatIsLeft().outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(bench.everything()).isEqualTo(this.untouched);
		assertThat(this.applier.unfinished()).isEmpty();
	}

	/** What SIGTERM and Ctrl-C do first. */
	@Test
	void aWizardThatIsStoppedInAnOrderlyWayTakesItBackAtOnce() {
		DefaultLoginTrial trial = beginTrial();
		Instant began = bench.time().instant();
		bench.time().after(Duration.ofSeconds(10), () -> this.applier.windDown(Duration.ZERO));

		work();

		assertThat(trial.decision()).isEqualTo(Decision.WIZARD_ENDS);
		assertThat(bench.everything()).isEqualTo(this.connected);
		assertThat(Duration.between(began, bench.time().instant())).isLessThan(Duration.ofSeconds(11));
		assertThat(this.applier.unfinished()).extracting((left) -> left.record().reference())
			.containsExactly(this.connection.reference());
	}

	@Test
	void aWizardThatIsStoppedWhileItIsBeingSwitchedOnTakesItBackToo() {
		DefaultLoginTrial trial = beginTrial();
		this.applier.windDown(Duration.ZERO);

		work();

		assertThat(trial.run().outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(bench.everything()).isEqualTo(this.connected);
	}

	/** A click may still be on its way when everything else is over. */
	@Test
	void onceTheWizardEndsNothingIsBegunAnyMore() {
		Plan plan = plan();
		this.applier.windDown(Duration.ZERO);

		assertRefused("apply.wizard-ends", () -> this.applier.tryDefaultLogin(plan, List.of(), bench.connection()));
		assertRefused("apply.wizard-ends", () -> HeadlessWizard.start(this.applier, plan, bench.connection()));
		assertRefused("apply.wizard-ends", () -> this.applier.undo(this.connection, bench.connection()));
		work();
		assertThat(bench.everything()).isEqualTo(this.connected);
		assertThat(newApplier().unfinished()).extracting((left) -> left.record().reference())
			.containsExactly(this.connection.reference());
	}

	@Test
	void aDsmThatCannotBeReachedWhenTimeIsUpLeavesItOnAndThatIsTold() {
		DefaultLoginTrial trial = beginTrial();
		bench.time().after(Duration.ofMinutes(1), () -> bench.suffers(Side.DSM, Fault.REFUSED, Calls.all(Calls.any())));

		work();

		assertThat(trial.run().outcome()).isEqualTo(RunOutcome.LEFT_BEHIND);
		assertThat(trial.run().steps()).filteredOn((step) -> step.state() == StepState.LEFT_BEHIND)
			.singleElement()
			.satisfies((step) -> assertThat(step.problem().code()).isEqualTo("network.refused"));
		assertThat(bench.nas().sso().defaultLogin()).isTrue();
	}

	@Test
	void aDsmThatIsGoneForAWhileOnlyIsSwitchedOffAllTheSame() {
		beginTrial();
		bench.time()
			.after(Duration.ofMinutes(1),
					() -> bench.suffers(Side.DSM, Fault.REFUSED, Calls.all(Calls.any()).repeatedly(2)));

		work();

		assertThat(bench.everything()).isEqualTo(this.connected);
	}

	@Test
	void whatDsmDoesNotTakeWasNeverOnTrial() {
		bench.suffers(Side.DSM, Fault.NOT_ACCEPTED, Calls.all(Calls.named("SYNO.Core.Directory.SSO.Setting set")));
		DefaultLoginTrial trial = beginTrial();

		work();

		assertThat(trial.timeLeft()).isNull();
		assertThat(trial.decision()).isEqualTo(Decision.OPEN);
		assertThat(trial.run().outcome()).isEqualTo(RunOutcome.UNDONE);
		assertThat(bench.everything()).isEqualTo(this.connected);
	}

	@Test
	void nothingElseCanBeBegunDuringTheTrial() {
		beginTrial();
		Plan plan = bench.plan();

		assertRefused("apply.already-running", () -> HeadlessWizard.start(this.applier, plan, bench.connection()));
		assertRefused("apply.already-running", () -> this.applier.undo(this.connection, bench.connection()));
		work();
	}

	@Test
	void itIsNotTriedWhereDsmDoesNotUseThisConnection() {
		bench.nas().sso().profile("saml", true);
		assertThat(plan().blockers()).extracting((problem) -> problem.code()).containsExactly("plan.no-default-login");
		assertRefused("plan.no-default-login", this::beginTrial);

		bench.nas().sso().profile("oidc", true).configure(Map.of("oidc_wellknown", "https://old.example/"));
		assertRefused("plan.no-default-login", this::beginTrial);
		assertThat(bench.recording().writes()).isEmpty();
	}

	/** No page is asked here: any other way to the applier meets the same gate. */
	@Test
	void itIsNotTriedWhileNobodyHasBeenSeenToGetInOrARiskIsNotAcknowledged() {
		Problem unproven = Problem.of("default.not-proven");
		Problem sameHost = Problem.of("default.same-host", "nas.example");

		assertRefused("default.not-proven",
				() -> this.applier.tryDefaultLogin(plan(List.of(unproven), List.of()), List.of(), bench.connection()));
		assertRefused("plan.risks-not-acknowledged",
				() -> this.applier.tryDefaultLogin(plan(List.of(), List.of(sameHost)), List.of(), bench.connection()));
		assertThat(bench.recording().writes()).isEmpty();
	}

	private DefaultLoginTrial beginTrial() {
		return this.applier.tryDefaultLogin(plan(), List.of(), bench.connection());
	}

	private void keptTrial() {
		DefaultLoginTrial trial = beginTrial();
		bench.time().after(Duration.ofMinutes(1), trial::keep);
		work();
		assertThat(bench.nas().sso().defaultLogin()).isTrue();
	}

	private Plan plan() {
		return plan(List.of(), List.of());
	}

	private Plan plan(List<Problem> obstacles, List<Problem> risks) {
		StateReader reader = bench.bean(StateReader.class);
		return Planner.planDefaultLogin(this.connection.plan().desired(),
				reader.currentState(bench.connection(), this.connection.plan().desired()),
				reader.inventory(bench.authentikClient()), obstacles, risks);
	}

	private ApplyRun undoWhatIsLeft() {
		ApplyRun run = this.applier.resume(this.applier.unfinished().get(0), bench.connection(), Secret.none());
		this.applier.undo(run, bench.connection());
		work();
		return run;
	}

	private void look(Duration from) {
		bench.time().after(from, () -> this.seen.add(bench.nas().sso().defaultLogin()));
	}

	/** Does what was begun, to its end. */
	private void work() {
		while (!this.work.isEmpty()) {
			this.work.remove().run();
		}
	}

	/** One that does what it has begun when the test says so. */
	private Applier newApplier() {
		return newApplier(bench.bean(Clock.class), bench.bean(Pause.class));
	}

	private Applier newApplier(Clock clock, Pause pause) {
		return new Applier(bench.bean(Steps.class), bench.bean(SecretRecovery.class), bench.bean(RunReferences.class),
				new FileJournal(bench.bean(ApplyProperties.class), clock), clock, bench.bean(SteadyTime.class), pause,
				this.work::add);
	}

	private static Path folder() {
		return Path.of(bench.bean(Environment.class).getRequiredProperty("wizard.apply.journal"));
	}

	private static byte[] read(Path file) {
		try {
			return Files.readAllBytes(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void write(Path file, byte[] entry) {
		try {
			Files.write(file, entry);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static void assertRefused(String code, ThrowingCallable action) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(action)
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo(code));
	}

	/** A clock that somebody can set, right until then. */
	private static final class ClockOnTheWall extends Clock {

		private final Clock right;

		private Duration wrong = Duration.ZERO;

		ClockOnTheWall(Clock right) {
			this.right = right;
		}

		void setBy(Duration duration) {
			this.wrong = duration;
		}

		@Override
		public Instant instant() {
			return this.right.instant().plus(this.wrong);
		}

		@Override
		public ZoneId getZone() {
			return this.right.getZone();
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return Clock.offset(this.right.withZone(zone), this.wrong);
		}

	}

}
