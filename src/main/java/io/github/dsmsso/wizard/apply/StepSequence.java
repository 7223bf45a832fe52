package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.function.Consumer;

import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * The steps of a run, taken one after the other: each is noted before it writes and after
 * it has read back.
 */
final class StepSequence {

	private final List<Step> steps;

	private final Progress progress;

	private final CarefulWrite carefully;

	private final RunJournal journal;

	/** How many steps were begun, and so how many an undo looks at. */
	private volatile int begun;

	StepSequence(List<Step> steps, Progress progress, CarefulWrite carefully, RunJournal journal) {
		this.steps = List.copyOf(steps);
		this.progress = progress;
		this.carefully = carefully;
		this.journal = journal;
	}

	int begun() {
		return this.begun;
	}

	/** So many were begun by an earlier process. */
	void takeUp(int begun) {
		this.begun = begun;
	}

	/** Those that were begun, in their order. */
	List<Step> begunSteps() {
		return this.steps.subList(0, this.begun);
	}

	/**
	 * Takes each.
	 * @param action what is done with it
	 * @param beforeEach throws where it must not go on
	 * @throws ProblemException of the first that did not go through
	 */
	void each(Consumer<Step> action, Runnable beforeEach) {
		for (int index = 0; index < this.steps.size(); index++) {
			beforeEach.run();
			take(index, action);
		}
	}

	private void take(int index, Consumer<Step> action) {
		int begunBefore = this.begun;
		this.progress.working(index);
		try {
			this.journal.intent(index);
			this.begun = Math.max(begunBefore, index + 1);
			this.carefully.meanwhile(lookAhead(index + 1));
			action.accept(this.steps.get(index));
			this.journal.done(index);
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

}
