package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * One step of a run. A step that writes reads back what it wrote.
 */
interface Step {

	/** The name of its texts in the message bundle, such as {@code provider.create}. */
	String code();

	/** What its texts name. */
	String subject();

	/** The system it writes to, or null where it only reads. */
	default @Nullable TargetSystem writesTo() {
		return null;
	}

	/**
	 * Does it.
	 * @throws NotWrittenException where it certainly changed nothing
	 * @throws ProblemException where it cannot be done
	 */
	void perform();

	/**
	 * Begins to read what it will look at first, while the step before reads back. What
	 * is read then decides only where nothing came in between.
	 */
	default void lookAhead() {
	}

	/** The same before it is undone. */
	default void lookAheadToUndo() {
	}

	/**
	 * Does it where an interrupted run has not done it yet.
	 * @throws ProblemException where it cannot, or where the object is somebody else's by
	 * now
	 */
	default void finish() {
		perform();
	}

	/**
	 * Brings the object back to what it was before this step; where it is so already,
	 * writes nothing.
	 * @throws RestoredExceptException where it is, and something has to be told about it
	 * @throws ProblemException where it cannot, or where the object is somebody else's by
	 * now
	 */
	default void undo() {
	}

	/** Whether it switches DSM's service on. */
	default boolean switchesTheService() {
		return false;
	}

	/** Whether DSM's sign-in page started with SSO before this step. */
	default boolean leadsByDefaultBefore() {
		return false;
	}

	/**
	 * Whether DSM may go on leading people to authentik by what this step has left, where
	 * it could not be undone.
	 */
	default boolean keepsLeadingHere() {
		return false;
	}

}
