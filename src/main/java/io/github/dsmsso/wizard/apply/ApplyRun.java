package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.apply.Progress.StepState;
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

	private final Workbench workbench;

	private final CarefulWrite carefully;

	private final List<Step> steps;

	private final Journal journal;

	private final Clock clock;

	private final Progress progress;

	private final List<Runnable> atTheEnd = new ArrayList<>();

	private volatile RunOutcome outcome = RunOutcome.RUNNING;

	private volatile @Nullable Problem problem;

	private volatile List<Problem> exceptions = List.of();

	private final AtomicReference<Stop> stop = new AtomicReference<>(Stop.POSSIBLE);

	/** How many steps were begun, and so how many an undo looks at. */
	private volatile int begun;

	ApplyRun(RunRecord record, Workbench workbench, CarefulWrite carefully, List<Step> steps, Journal journal,
			Clock clock) {
		this.record = record;
		this.workbench = workbench;
		this.carefully = carefully;
		this.steps = List.copyOf(steps);
		this.journal = journal;
		this.clock = clock;
		this.progress = new Progress(clock, steps);
	}

	/** Goes on from where an earlier process left it. */
	void takeUp(UnfinishedRun left) {
		this.begun = left.begun();
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
		return new UnfinishedRun(this.record, this.begun, this.workbench.objects(),
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
		return this.workbench.plan();
	}

	/**
	 * Since when a sign-in by what was set up is watched for: since shortly before DSM
	 * was told; null where DSM was not, or another process did that.
	 */
	public @Nullable WatchedSignIn watched() {
		return this.workbench.watched();
	}

	/**
	 * Writes down what it is about to do.
	 * @throws ProblemException where it cannot be written down, or another wizard is at
	 * work
	 */
	void openJournal() {
		this.journal.begin(this.record, this.begun, this.workbench.objects());
	}

	/** An undo goes on without a journal. */
	void openJournalIfPossible() {
		try {
			openJournal();
		}
		catch (JournalException ex) {
			logger.warn("Undoing without a journal: " + ex.getMessage());
		}
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
		if (!this.stop.compareAndSet(Stop.POSSIBLE, Stop.REQUESTED) && this.stop.get() == Stop.TOO_LATE) {
			throw new ProblemException(Problem.of("apply.too-late-to-stop"));
		}
	}

	/** Whether somebody asked it to stop. */
	public boolean isStopping() {
		return this.stop.get() == Stop.REQUESTED;
	}

	/** Does something once nothing is under way, such as signing out. */
	public void whenAtRest(Runnable action) {
		synchronized (this.atTheEnd) {
			if (this.outcome.isUnderWay()) {
				this.atTheEnd.add(action);
				return;
			}
		}
		action.run();
	}

	void apply() {
		go(Step::perform, RunOutcome.APPLIED);
	}

	/** Does what an interrupted run has left undone. */
	void finish() {
		settle();
		go(Step::finish, RunOutcome.APPLIED);
	}

	/** Applies it for the time being: it is not over until it is confirmed or undone. */
	void applyOnTrial() {
		go(Step::perform, RunOutcome.ON_TRIAL);
	}

	/** What was made for the time being stays. */
	void confirm() {
		end(RunOutcome.APPLIED);
		rest();
	}

	void undo() {
		takeBack();
		rest();
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
		rest();
	}

	/** Makes a run at rest one that is under way again, with these sessions. */
	void reopen(RunOutcome underWay, Connection connection) {
		this.workbench.use(connection);
		this.problem = null;
		this.exceptions = List.of();
		this.stop.set(Stop.POSSIBLE);
		this.outcome = underWay;
	}

	private void go(Consumer<Step> way, RunOutcome success) {
		this.carefully.endBy(LONGEST_APPLY);
		try {
			for (int index = 0; index < this.steps.size(); index++) {
				requireToGoOn();
				go(index, way);
			}
			if (!this.stop.compareAndSet(Stop.POSSIBLE, Stop.TOO_LATE)) {
				throw stopped();
			}
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
		rest();
	}

	private void requireToGoOn() {
		if (isStopping()) {
			throw stopped();
		}
		if (this.carefully.isLate()) {
			throw new ProblemException(Problem.of("apply.took-too-long"));
		}
	}

	private static ProblemException stopped() {
		return new ProblemException(Problem.of("apply.stopped"));
	}

	private void go(int index, Consumer<Step> way) {
		int begunBefore = this.begun;
		this.progress.working(index);
		try {
			this.journal.intent(reference(), index);
			this.begun = Math.max(begunBefore, index + 1);
			this.carefully.meanwhile(lookAhead(index + 1));
			way.accept(this.steps.get(index));
			this.journal.done(reference(), index, this.workbench.objects());
			this.progress.ended(index, StepState.DONE, null);
		}
		catch (NotWrittenException ex) {
			this.begun = begunBefore;
			this.progress.ended(index, StepState.FAILED, ex.problem());
			throw ex;
		}
		catch (ProblemException ex) {
			this.progress.ended(index, StepState.FAILED, ex.problem());
			throw ex;
		}
	}

	private Runnable lookAhead(int next) {
		return (next < this.steps.size()) ? this.steps.get(next)::lookAhead : () -> {
		};
	}

	private void takeBack() {
		this.outcome = RunOutcome.UNDOING;
		Undo undo = new Undo(this.workbench, this.carefully, this.progress, this.steps.subList(0, this.begun));
		boolean restored = undo.perform(this::noteIfPossible, this::settle);
		this.exceptions = undo.exceptions();
		end(restored ? RunOutcome.UNDONE : RunOutcome.LEFT_BEHIND);
	}

	private void noteIfPossible(int step) {
		try {
			this.journal.intent(reference(), step);
		}
		catch (JournalException ex) {
			logger.debug("Undoing without a journal", ex);
		}
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

	/** A journal that cannot be written changes nothing about how a run has ended. */
	private void end(RunOutcome outcome) {
		try {
			if (!outcome.isUnderWay()) {
				this.journal.ended(reference(), outcome);
			}
		}
		catch (JournalException ex) {
			logger.warn("The end of run " + reference() + " is not in its journal: " + ex.getMessage());
		}
		this.outcome = outcome;
	}

	private void rest() {
		if (this.outcome.isUnderWay()) {
			return;
		}
		List<Runnable> actions;
		synchronized (this.atTheEnd) {
			actions = List.copyOf(this.atTheEnd);
			this.atTheEnd.clear();
		}
		actions.forEach(Runnable::run);
	}

	/** Whether a run can be stopped on the way. */
	private enum Stop {

		POSSIBLE, REQUESTED, TOO_LATE

	}

}
