package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One application of a plan, from its first reading to its end or its undo. It runs on a
 * thread of its own; pages ask how it stands.
 */
public final class ApplyRun {

	private final String reference;

	private final Workbench workbench;

	private final List<Step> steps;

	private final Clock clock;

	private final Progress progress;

	private final Instant deadline;

	private volatile Outcome outcome = Outcome.RUNNING;

	private volatile @Nullable Problem problem;

	private volatile boolean stopRequested;

	/** How many steps were begun, and so how many an undo looks at. */
	private volatile int begun;

	ApplyRun(String reference, Workbench workbench, List<Step> steps, Clock clock, Instant deadline) {
		this.reference = reference;
		this.workbench = workbench;
		this.steps = List.copyOf(steps);
		this.clock = clock;
		this.deadline = deadline;
		this.progress = new Progress(clock, steps);
	}

	/** A short name for this run, for the record. */
	public String reference() {
		return this.reference;
	}

	public Plan plan() {
		return this.workbench.plan();
	}

	public List<StepProgress> steps() {
		return this.progress.steps();
	}

	public Outcome outcome() {
		return this.outcome;
	}

	/** Why it did not go through, where it did not. */
	public @Nullable Problem problem() {
		return this.problem;
	}

	/** Stops before the next step and takes back what was done. */
	public void stopAndUndo() {
		this.stopRequested = true;
	}

	void apply() {
		try {
			for (int index = 0; index < this.steps.size(); index++) {
				requireToGoOn();
				perform(index);
			}
			this.outcome = Outcome.APPLIED;
		}
		catch (ProblemException ex) {
			this.problem = ex.problem();
			takeBack();
		}
		catch (RuntimeException ex) {
			this.problem = Problem.of("apply.unexpected").withDetail(ex.getClass().getSimpleName());
			takeBack();
		}
	}

	/**
	 * Makes an ended run one that is under way again, to be undone with these sessions.
	 */
	void reopen(DsmSession dsm, AuthentikClient authentik) {
		this.workbench.useSessions(dsm, authentik);
		this.problem = null;
		this.outcome = Outcome.UNDOING;
	}

	void undo() {
		takeBack();
	}

	private void requireToGoOn() {
		if (this.stopRequested) {
			throw new ProblemException(Problem.of("apply.stopped"));
		}
		if (this.clock.instant().isAfter(this.deadline)) {
			throw new ProblemException(Problem.of("apply.took-too-long"));
		}
	}

	private void perform(int index) {
		this.progress.working(index);
		this.begun = index + 1;
		try {
			this.steps.get(index).perform();
			this.progress.ended(index, StepState.DONE, null);
		}
		catch (NotWrittenException ex) {
			this.begun = index;
			this.progress.ended(index, StepState.FAILED, ex.problem());
			throw ex;
		}
		catch (ProblemException ex) {
			this.progress.ended(index, StepState.FAILED, ex.problem());
			throw ex;
		}
	}

	/**
	 * Undoes the steps that were begun, last first; one that cannot be undone does not
	 * stop the others.
	 */
	private void takeBack() {
		this.outcome = Outcome.UNDOING;
		List<Problem> left = new ArrayList<>();
		for (int index = this.begun - 1; index >= 0; index--) {
			if (this.steps.get(index).writes()) {
				takeBack(index, left);
			}
		}
		this.outcome = left.isEmpty() ? Outcome.UNDONE : Outcome.LEFT_BEHIND;
	}

	private void takeBack(int index, List<Problem> left) {
		this.progress.undoing(index);
		try {
			this.steps.get(index).undo();
			this.progress.ended(index, StepState.UNDONE, null);
		}
		catch (ProblemException ex) {
			left.add(ex.problem());
			this.progress.ended(index, StepState.LEFT_BEHIND, ex.problem());
		}
		catch (RuntimeException ex) {
			Problem unexpected = Problem.of("apply.unexpected").withDetail(ex.getClass().getSimpleName());
			left.add(unexpected);
			this.progress.ended(index, StepState.LEFT_BEHIND, unexpected);
		}
	}

	/** How a run stands. */
	public enum Outcome {

		/** Changes are being made. */
		RUNNING,
		/** What was changed is being taken back. */
		UNDOING,
		/** Every change was made and read back. */
		APPLIED,
		/** Both systems are as before. */
		UNDONE,
		/** Some objects could not be brought back; the steps say which and why. */
		LEFT_BEHIND;

		/** Whether the run has not ended. */
		public boolean isUnderWay() {
			return this == RUNNING || this == UNDOING;
		}

	}

}
