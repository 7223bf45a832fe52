package io.github.dsmsso.wizard.pages;

import java.util.Locale;

import io.github.dsmsso.wizard.apply.DefaultLoginTrial;
import io.github.dsmsso.wizard.apply.DefaultLoginTrial.Decision;

/**
 * How the trial of SSO by default stands, for its page. It is read once for a page: a
 * moment later it may be another one.
 */
enum TrialState {

	/** It is being switched on. */
	SWITCHING,
	/** It is on, the time runs, and nothing is decided yet. */
	COUNTING,
	/** Somebody wants it to stay. */
	KEEPING,
	/** It stays. */
	KEPT,
	/** It is being switched off again. */
	GOING_BACK,
	/** It is off, because somebody wanted it off. */
	TAKEN_BACK,
	/** It is off, because nobody confirmed it in time. */
	TIME_IS_UP,
	/** It is off, because it could not be switched on. */
	FAILED,
	/** It could not be switched off. */
	LEFT_ON;

	static TrialState of(DefaultLoginTrial trial) {
		return switch (trial.run().outcome()) {
			case RUNNING -> SWITCHING;
			case ON_TRIAL -> whileOn(trial.decision());
			case APPLIED -> KEPT;
			case UNDONE -> onceOff(trial.decision());
			case UNDOING, SETTLING -> GOING_BACK;
			case LEFT_BEHIND, INTERRUPTED -> LEFT_ON;
		};
	}

	/** What was decided takes a moment to be done. */
	private static TrialState whileOn(Decision decision) {
		return switch (decision) {
			case OPEN -> COUNTING;
			case KEPT -> KEEPING;
			case TAKEN_BACK, TIME_IS_UP, WIZARD_ENDS -> GOING_BACK;
		};
	}

	private static TrialState onceOff(Decision decision) {
		return switch (decision) {
			case OPEN, KEPT -> FAILED;
			case TAKEN_BACK, WIZARD_ENDS -> TAKEN_BACK;
			case TIME_IS_UP -> TIME_IS_UP;
		};
	}

	/** Whether another state follows by itself. */
	boolean isMoving() {
		return switch (this) {
			case SWITCHING, COUNTING, KEEPING, GOING_BACK -> true;
			case KEPT, TAKEN_BACK, TIME_IS_UP, FAILED, LEFT_ON -> false;
		};
	}

	/** The name of the texts that say how it stands. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
