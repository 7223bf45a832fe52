package io.github.dsmsso.wizard.apply;

/**
 * How a run stands.
 */
public enum RunOutcome {

	/** Changes are being made. */
	RUNNING,
	/** What was changed is being taken back. */
	UNDOING,
	/** A write of which no answer came is given time to arrive. */
	SETTLING,
	/** Every change was made; unless that is confirmed in time, it is taken back. */
	ON_TRIAL,
	/** The wizard was stopped on the way; nothing is decided yet. */
	INTERRUPTED,
	/** Every change was made and read back. */
	APPLIED,
	/** Both systems are as before. */
	UNDONE,
	/** Some objects could not be brought back; the steps say which and why. */
	LEFT_BEHIND;

	/** Whether something is going on. */
	public boolean isUnderWay() {
		return this == RUNNING || this == UNDOING || this == SETTLING || this == ON_TRIAL;
	}

	/** Whether there is something to take back. */
	public boolean isUndoable() {
		return this == APPLIED || this == LEFT_BEHIND || this == INTERRUPTED;
	}

}
