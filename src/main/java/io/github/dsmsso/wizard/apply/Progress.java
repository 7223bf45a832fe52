package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * How far a run has come; written by the run, read by any number of pages.
 */
public final class Progress {

	private final Clock clock;

	private final List<StepProgress> steps = new ArrayList<>();

	Progress(Clock clock, List<Step> steps) {
		this.clock = clock;
		steps.forEach((step) -> this.steps.add(StepProgress.waiting(step.code(), step.subject())));
	}

	/** The steps as they stand now. */
	public synchronized List<StepProgress> steps() {
		return List.copyOf(this.steps);
	}

	synchronized void working(int index) {
		this.steps.set(index, this.steps.get(index).begun(StepState.WORKING, this.clock.instant()));
	}

	synchronized void undoing(int index) {
		this.steps.set(index, this.steps.get(index).begun(StepState.UNDOING, this.clock.instant()));
	}

	synchronized void ended(int index, StepState state, @Nullable Problem problem) {
		this.steps.set(index, this.steps.get(index).ended(state, this.clock.instant(), problem));
	}

	/** What was being done or undone is not, and nobody knows how far it came. */
	synchronized void breakOff(Problem problem) {
		for (int index = 0; index < this.steps.size(); index++) {
			StepState state = this.steps.get(index).state();
			if (state == StepState.WORKING || state == StepState.UNDOING) {
				ended(index, StepState.LEFT_BEHIND, problem);
			}
		}
	}

	/** How a step stands. */
	public enum StepState {

		/** Not begun. */
		WAITING,
		/** Being done. */
		WORKING,
		/** Done and read back. */
		DONE,
		/** Not done. */
		FAILED,
		/** Being taken back. */
		UNDOING,
		/** Taken back and read back. */
		UNDONE,
		/** Could not be taken back. */
		LEFT_BEHIND

	}

	/**
	 * A step as it stands.
	 *
	 * @param code the name of its texts in the message bundle
	 * @param subject what its texts name
	 * @param state how it stands
	 * @param startedAt when it, or its undo, began
	 * @param endedAt when it, or its undo, ended
	 * @param problem why it failed or was left behind
	 */
	public record StepProgress(String code, String subject, StepState state, @Nullable Instant startedAt,
			@Nullable Instant endedAt, @Nullable Problem problem) {

		static StepProgress waiting(String code, String subject) {
			return new StepProgress(code, subject, StepState.WAITING, null, null, null);
		}

		StepProgress begun(StepState state, Instant at) {
			return new StepProgress(this.code, this.subject, state, at, null, this.problem);
		}

		StepProgress ended(StepState state, Instant at, @Nullable Problem problem) {
			return new StepProgress(this.code, this.subject, state, this.startedAt, at,
					(problem != null) ? problem : this.problem);
		}

	}

}
