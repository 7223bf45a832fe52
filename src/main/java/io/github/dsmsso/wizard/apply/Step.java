package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * One step of a run. A step that writes reads back what it wrote.
 */
interface Step {

	/** The name of its texts in the message bundle, such as {@code provider.create}. */
	String code();

	/** What its texts name. */
	String subject();

	/**
	 * Does it.
	 * @throws NotWrittenException where it certainly changed nothing
	 * @throws ProblemException where it cannot be done
	 */
	void perform();

	/** Whether this step can leave anything behind. */
	default boolean writes() {
		return true;
	}

	/**
	 * Brings the object back to what it was before this step; where it is so already,
	 * writes nothing.
	 * @throws ProblemException where it cannot, or where the object is somebody else's by
	 * now
	 */
	void undo();

}
