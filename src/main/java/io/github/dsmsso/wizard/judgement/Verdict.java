package io.github.dsmsso.wizard.judgement;

/** How well a setting serves DSM, the worst last. */
public enum Verdict {

	/** DSM works with it. */
	RIGHT,
	/** It cannot be told from here. */
	UNKNOWN,
	/** It works, and there is a reason to change it. */
	DOUBTFUL,
	/** People will not get in, or are in danger. */
	WRONG

}
