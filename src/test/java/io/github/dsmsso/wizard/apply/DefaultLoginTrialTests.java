package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;

import io.github.dsmsso.lab.Calls;
import io.github.dsmsso.lab.Fault;
import io.github.dsmsso.lab.Recording.Exchange;
import io.github.dsmsso.lab.Side;
import io.github.dsmsso.wizard.Bench;
import io.github.dsmsso.wizard.apply.ApplyRun.Outcome;
import io.github.dsmsso.wizard.apply.DefaultLoginTrial.Decision;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.core.env.Environment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for SSO by default on trial, by a clock that moves only while somebody waits:
 * when it is on, when it goes back, and what an undo finds afterwards.
 */
class DefaultLoginTrialTests {

	private static final Duration A_MOMENT = Duration.ofMillis(1);

	private final Bench bench = Bench.usual();

	private final Queue<Runnable> work = new ArrayDeque<>();

	/** DSM's setting at the moments that a test asks about. */
	private final List<Boolean> seen = new ArrayList<>();

	private Applier applier;

	private Map<String, Object> untouched;

	private ApplyRun connection;

	private Map<String, Object> connected;

	@BeforeEach
	void connect() {
		this.applier = newApplier();
		this.untouched = this.bench.everything();
		this.connection = this.applier.start(this.bench.plan(), this.bench.dsmSession(), this.bench.authentikClient());
		work();
		this.connected = this.bench.everything();
		this.bench.recording().startAnew();
	}

	@AfterEach
	void close() {
		this.bench.close();
	}

	@Test
	void itGoesBackByItselfAfterExactlyThreeMinutesAndNotBefore() {
		DefaultLoginTrial trial = beginTrial();
		look(DefaultLoginTrial.TIME.minus(A_MOMENT));

		work();

		assertThat(this.seen).containsExactly(true);
		assertThat(trial.decision()).isEqualTo(Decision.TIME_IS_UP);
		assertThat(trial.run().outcome()).isEqualTo(Outcome.UNDONE);
		assertThat(this.bench.everything()).isEqualTo(this.connected);
		List<Exchange> writes = this.bench.recording().writes();
		assertThat(writes).extracting((write) -> write.call().text())
			.containsExactly("SYNO.Core.Directory.SSO.Setting set", "SYNO.Core.Directory.SSO.Setting set");
		assertThat(writes.get(1).at()).isEqualTo(writes.get(0).at().plus(DefaultLoginTrial.TIME))
			.isEqualTo(trial.until());
	}

	@Test
	void whatIsKeptInTheLastMomentStays() {
		DefaultLoginTrial trial = beginTrial();
		this.bench.time().after(DefaultLoginTrial.TIME.minus(A_MOMENT), trial::keep);

		work();
		this.bench.time().pass(DefaultLoginTrial.TIME);

		assertThat(trial.decision()).isEqualTo(Decision.KEPT);
		assertThat(trial.run().outcome()).isEqualTo(Outcome.APPLIED);
		assertThat(this.bench.nas().sso().defaultLogin()).isTrue();
		assertThat(this.bench.recording().writes()).hasSize(1);
	}

	@Test
	void aWordThatComesTooLateIsRefused() {
		DefaultLoginTrial trial = beginTrial();
		work();

		assertRefused("apply.trial-is-over", trial::keep);
		assertRefused("apply.trial-is-over", trial::takeBack);
		assertThat(this.bench.nas().sso().defaultLogin()).isFalse();
	}

	@Test
	void aWordBeforeItIsOnIsRefused() {
		DefaultLoginTrial trial = beginTrial();
		assertRefused("apply.trial-is-over", trial::keep);
		work();
		assertThat(trial.decision()).isEqualTo(Decision.TIME_IS_UP);
	}

	@Test
	void itIsTakenBackAtOnceWhenSomebodySaysSo() {
		DefaultLoginTrial trial = beginTrial();
		Instant began = this.bench.time().instant();
		this.bench.time().after(Duration.ofSeconds(10), trial::takeBack);

		work();

		assertThat(trial.decision()).isEqualTo(Decision.TAKEN_BACK);
		assertThat(this.bench.everything()).isEqualTo(this.connected);
		assertThat(Duration.between(began, this.bench.time().instant())).isLessThan(Duration.ofSeconds(11));
	}

	@Test
	void theUndoOfTheConnectionSwitchesItOffFirst() {
		keptTrial();
		this.bench.recording().startAnew();

		this.applier.undo(this.connection, this.bench.dsmSession(), this.bench.authentikClient());
		work();

		assertThat(this.connection.outcome()).isEqualTo(Outcome.UNDONE);
		assertThat(this.bench.everything()).isEqualTo(this.untouched);
		assertThat(this.bench.recording().writes()).extracting((write) -> write.call().text())
			.containsExactly("SYNO.Core.Directory.SSO.Setting set", "SYNO.Core.Directory.SSO.Profile set",
					"SYNO.Core.Directory.OIDC.SSO set", "DELETE /core/applications/{slug}/",
					"DELETE /providers/oauth2/{id}/");
	}

	@Test
	void theConnectionIsAgainTheRunThatCanBeUndone() {
		keptTrial();

		assertThat(this.applier.unfinished().orElseThrow().record().reference()).isEqualTo(this.connection.reference());
		assertThat(newApplier().unfinished().orElseThrow().record().reference()).isEqualTo(this.connection.reference());
	}

	@Test
	void alsoAfterARestartTheUndoOfTheConnectionSwitchesItOffFirst() {
		keptTrial();
		this.bench.recording().startAnew();
		this.applier = newApplier();

		undoWhatIsLeft();

		assertThat(this.bench.everything()).isEqualTo(this.untouched);
		assertThat(this.bench.recording().writes().get(0).call().text())
			.isEqualTo("SYNO.Core.Directory.SSO.Setting set");
	}

	@Test
	void aWizardThatIsStoppedDuringTheTrialSwitchesItOffWhenItIsUndone() throws IOException {
		List<byte[]> journal = new ArrayList<>();
		beginTrial();
		this.bench.time().after(Duration.ofMinutes(1), () -> {
			journal.add(journal());
			this.bench.suffers(Side.DSM, Fault.REFUSED, Calls.all(Calls.any()));
		});
		work();
		assertThat(this.bench.nas().sso().defaultLogin()).isTrue();
		this.bench.heals();
		this.applier.forget();
		Files.write(journalFile(), journal.get(0));
		this.applier = newApplier();

		assertThat(this.applier.unfinished().orElseThrow().isInterrupted()).isTrue();
		assertThat(undoWhatIsLeft().outcome()).isEqualTo(Outcome.UNDONE);

		assertThat(this.bench.everything()).isEqualTo(this.connected);
	}

	@Test
	void aDsmThatCannotBeReachedWhenTimeIsUpLeavesItOnAndThatIsTold() {
		DefaultLoginTrial trial = beginTrial();
		this.bench.time()
			.after(Duration.ofMinutes(1), () -> this.bench.suffers(Side.DSM, Fault.REFUSED, Calls.all(Calls.any())));

		work();

		assertThat(trial.run().outcome()).isEqualTo(Outcome.LEFT_BEHIND);
		assertThat(trial.run().steps()).filteredOn((step) -> step.state() == StepState.LEFT_BEHIND)
			.singleElement()
			.satisfies((step) -> assertThat(step.problem().code()).isEqualTo("network.refused"));
		assertThat(this.bench.nas().sso().defaultLogin()).isTrue();
	}

	@Test
	void aDsmThatIsGoneForAWhileOnlyIsSwitchedOffAllTheSame() {
		beginTrial();
		this.bench.time()
			.after(Duration.ofMinutes(1),
					() -> this.bench.suffers(Side.DSM, Fault.REFUSED, Calls.all(Calls.any()).repeatedly(2)));

		work();

		assertThat(this.bench.everything()).isEqualTo(this.connected);
	}

	@Test
	void whatDsmDoesNotTakeWasNeverOnTrial() {
		this.bench.suffers(Side.DSM, Fault.NOT_ACCEPTED, Calls.all(Calls.named("SYNO.Core.Directory.SSO.Setting set")));
		DefaultLoginTrial trial = beginTrial();

		work();

		assertThat(trial.until()).isNull();
		assertThat(trial.decision()).isEqualTo(Decision.OPEN);
		assertThat(trial.run().outcome()).isEqualTo(Outcome.UNDONE);
		assertThat(this.bench.everything()).isEqualTo(this.connected);
	}

	@Test
	void nothingElseCanBeBegunDuringTheTrial() {
		beginTrial();
		Plan plan = this.bench.plan();

		assertRefused("apply.already-running",
				() -> this.applier.start(plan, this.bench.dsmSession(), this.bench.authentikClient()));
		assertRefused("apply.already-running",
				() -> this.applier.undo(this.connection, this.bench.dsmSession(), this.bench.authentikClient()));
		work();
	}

	@Test
	void itIsNotTriedWhereDsmDoesNotUseThisConnection() {
		this.bench.nas().sso().profile("saml", true);
		assertThat(plan().blockers()).extracting((problem) -> problem.code()).containsExactly("plan.no-default-login");
		assertRefused("apply.blocked", this::beginTrial);

		this.bench.nas().sso().profile("oidc", true).configure(Map.of("oidc_wellknown", "https://old.example/"));
		assertRefused("apply.blocked", this::beginTrial);
		assertThat(this.bench.recording().writes()).isEmpty();
	}

	private DefaultLoginTrial beginTrial() {
		return this.applier.tryDefaultLogin(plan(), this.bench.dsmSession(), this.bench.authentikClient());
	}

	private void keptTrial() {
		DefaultLoginTrial trial = beginTrial();
		this.bench.time().after(Duration.ofMinutes(1), trial::keep);
		work();
		assertThat(this.bench.nas().sso().defaultLogin()).isTrue();
	}

	private Plan plan() {
		StateReader reader = this.bench.room(StateReader.class);
		return Planner.planDefaultLogin(
				this.connection.plan().desired(), reader.currentState(this.bench.dsmSession(),
						this.bench.authentikClient(), this.connection.plan().desired()),
				reader.surroundings(this.bench.authentikClient()));
	}

	private ApplyRun undoWhatIsLeft() {
		ApplyRun run = this.applier.resume(this.applier.unfinished().orElseThrow(), this.bench.dsmSession(),
				this.bench.authentikClient(), Secret.none());
		this.applier.undo(run, this.bench.dsmSession(), this.bench.authentikClient());
		work();
		return run;
	}

	private void look(Duration from) {
		this.bench.time().after(from, () -> this.seen.add(this.bench.nas().sso().defaultLogin()));
	}

	/** Does what was begun, to its end. */
	private void work() {
		while (!this.work.isEmpty()) {
			this.work.remove().run();
		}
	}

	/** One that does what it has begun when the test says so. */
	private Applier newApplier() {
		return new Applier(this.bench.room(Steps.class), this.bench.room(Recollection.class),
				this.bench.room(RunReferences.class),
				new FileJournal(this.bench.room(ApplyProperties.class), this.bench.time()),
				this.bench.room(Clock.class), this.bench.room(Pause.class), this.work::add);
	}

	private byte[] journal() {
		try {
			return Files.readAllBytes(journalFile());
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	private Path journalFile() {
		return Path.of(this.bench.room(Environment.class).getRequiredProperty("wizard.apply.journal"), "run.journal");
	}

	private static void assertRefused(String code, ThrowingCallable action) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(action)
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo(code));
	}

}
