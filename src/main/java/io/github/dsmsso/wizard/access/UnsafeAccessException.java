package io.github.dsmsso.wizard.access;

/**
 * The settings would let strangers in: the wizard does not start.
 */
class UnsafeAccessException extends RuntimeException {

	private final String action;

	UnsafeAccessException(String description, String action) {
		super(description);
		this.action = action;
	}

	String action() {
		return this.action;
	}

}
