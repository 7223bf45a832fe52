package io.github.dsmsso.wizard.plan;

/** How an object stands to what a plan wants of it. */
public enum Standing {

	/** As it was before the run. */
	AS_BEFORE,
	/** As it was to become. */
	AS_WANTED,
	/** Neither the one nor the other: somebody else wrote, or part of it was dropped. */
	OTHERWISE

}
