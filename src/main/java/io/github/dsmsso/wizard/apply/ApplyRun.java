package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.apache.commons.logging.Log;
import org.apache.commons.logging.LogFactory;
import org.jspecify.annotations.Nullable;

/**
 * One application of a plan, from its first reading to its end or its undo. It runs on a
 * thread of its own; pages ask how it stands.
 */
public final class ApplyRun {

	private static final Log logger = LogFactory.getLog(ApplyRun.class);

	private static final Duration LONGEST_APPLY = Duration.ofSeconds(180);

	private final RunRecord record;

	private final RunContext context;

	private final CarefulWrite carefully;

	private final RunJournal journal;

	private final Clock clock;

	private final Progress progress;

	private final StepSequence steps;

	private final StopRequest stop = new StopRequest();

	private final ActionsAtRest atRest = new ActionsAtRest(() -> outcome().isUnderWay());

	private volatile RunOutcome outcome = RunOutcome.RUNNING;

	private volatile @Nullable Problem problem;

	private volatile List<Problem> exceptions = List.of();

	ApplyRun(RunRecord record, RunContext context, CarefulWrite carefully, List<Step> steps, Journal journal,
			Clock clock) {
		this.record = record;
		this.context = context;
		this.carefully = carefully;
		this.journal = new RunJournal(journal, record, context::objects);
		this.clock = clock;
		this.progress = new Progress(clock, steps);
		this.steps = new StepSequence(steps, this.progress, carefully, this.journal);
	}

	/** Goes on from where an earlier process left it. */
	void takeUp(UnfinishedRun left) {
		this.steps.takeUp(left.begun());
		this.outcome = left.state();
		if (left.isInterrupted()) {
			this.carefully.doubtSince(Duration.between(latestSend(left), this.clock.instant()));
		}
	}

	/** A step may have been written a second time long after its line. */
	private Instant latestSend(UnfinishedRun left) {
		Instant now = this.clock.instant();
		Instant latest = left.lastSign().plus(Undo.LONGEST);
		return now.isBefore(latest) ? now : latest;
	}

	/** What is left of it to be undone or finished. */
	UnfinishedRun unfinished() {
		return new UnfinishedRun(this.record, this.steps.begun(), this.context.objects(),
				(this.outcome != RunOutcome.INTERRUPTED) ? this.outcome : null, this.clock.instant());
	}

	/** A short name for this run, for the record. */
	public String reference() {
		return this.record.reference();
	}

	/** The NAS that it is about. */
	public BaseUrl nasAddress() {
		return this.record.nas().address();
	}

	RunRecord record() {
		return this.record;
	}

	public Plan plan() {
		return this.context.plan();
	}

	/**
	 * Since when a sign-in by what was set up is watched for: since shortly before DSM
	 * was told; null where DSM was not, or another process did that.
	 */
	public @Nullable WatchedSignIn watched() {
		return this.context.watched();
	}

	/**
	 * Writes down what it is about to do.
	 * @throws ProblemException where it cannot be written down, or another wizard is at
	 * work
	 */
	void openJournal() {
		this.journal.open(this.steps.begun());
	}

	/** An undo goes on without a journal. */
	void openJournalIfPossible() {
		this.journal.openIfPossible(this.steps.begun());
	}

	public List<StepProgress> steps() {
		return this.progress.steps();
	}

	public RunOutcome outcome() {
		return this.outcome;
	}

	/** Why it did not go through, where it did not. */
	public @Nullable Problem problem() {
		return this.problem;
	}

	/** What is not as before although everything else is, and harms nothing. */
	public List<Problem> exceptions() {
		return this.exceptions;
	}

	/**
	 * Stops once the step under way is over, and takes back what was done.
	 * @throws ProblemException where everything is done already
	 */
	public void stopAndUndo() {
		this.stop.make();
	}

	/** Whether somebody asked it to stop. */
	public boolean isStopping() {
		return this.stop.isMade();
	}

	/** Does something once nothing is under way, such as signing out. */
	public void whenAtRest(Runnable action) {
		this.atRest.add(action);
	}

	void apply() {
		takeEachStep(Step::perform, RunOutcome.APPLIED);
	}

	/** Does what an interrupted run has left undone. */
	void finish() {
		settle();
		takeEachStep(Step::finish, RunOutcome.APPLIED);
	}

	/** Applies it for the time being: it is not over until it is confirmed or undone. */
	void applyOnTrial() {
		takeEachStep(Step::perform, RunOutcome.ON_TRIAL);
	}

	/** What was made for the time being stays. */
	void confirm() {
		end(RunOutcome.APPLIED);
		this.atRest.perform();
	}

	void undo() {
		takeBack();
		this.atRest.perform();
	}

	/**
	 * Ends a run whose thread met something that nobody has foreseen: what was begun may
	 * still be there, and can be undone.
	 */
	void breakOff(Throwable cause) {
		if (!this.outcome.isUnderWay()) {
			logger.warn("After run " + reference() + ": " + cause.getClass().getName());
			return;
		}
		logger.error("Run " + reference() + " was broken off by " + cause.getClass().getName());
		this.problem = UnexpectedFailure.problem(cause);
		this.progress.breakOff(this.problem);
		end(RunOutcome.LEFT_BEHIND);
		this.atRest.perform();
	}

	/** Makes a run at rest one that is under way again, with these sessions. */
	void reopen(RunOutcome underWay, Connection connection) {
		this.context.use(connection);
		this.problem = null;
		this.exceptions = List.of();
		this.stop.reset();
		this.outcome = underWay;
	}

	private void takeEachStep(Consumer<Step> action, RunOutcome success) {
		this.carefully.endBy(LONGEST_APPLY);
		try {
			this.steps.each(action, this::requireToGoOn);
			this.stop.requireNoneAnyMore();
			end(success);
		}
		catch (ProblemException ex) {
			this.problem = ex.problem();
			takeBack();
		}
		catch (RuntimeException ex) {
			this.problem = UnexpectedFailure.problem(ex);
			takeBack();
		}
		this.atRest.perform();
	}

	private void requireToGoOn() {
		this.stop.requireNone();
		if (this.carefully.isLate()) {
			throw new ProblemException(Problem.of("apply.took-too-long"));
		}
	}

	private void takeBack() {
		this.outcome = RunOutcome.UNDOING;
		Undo undo = new Undo(this.context, this.carefully, this.progress, this.steps.begunSteps());
		boolean restored = undo.perform(this.journal::intentIfPossible, this::settle);
		this.exceptions = undo.exceptions();
		end(restored ? RunOutcome.UNDONE : RunOutcome.LEFT_BEHIND);
	}

	/** A write of which no answer came must not arrive after what is done next. */
	private void settle() {
		if (this.carefully.isDoubtful()) {
			RunOutcome underWay = this.outcome;
			this.outcome = RunOutcome.SETTLING;
			this.carefully.waitForLateArrivals();
			this.outcome = underWay;
		}
	}

	private void end(RunOutcome outcome) {
		if (!outcome.isUnderWay()) {
			this.journal.endedIfPossible(outcome);
		}
		this.outcome = outcome;
	}

}
