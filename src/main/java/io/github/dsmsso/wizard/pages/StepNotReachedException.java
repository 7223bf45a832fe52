package io.github.dsmsso.wizard.pages;

/**
 * A page was asked for before the answers it builds on were given.
 */
class StepNotReachedException extends RuntimeException {

	private final String path;

	StepNotReachedException(String path) {
		super(path);
		this.path = path;
	}

	/** The page to go to instead. */
	String path() {
		return this.path;
	}

}
