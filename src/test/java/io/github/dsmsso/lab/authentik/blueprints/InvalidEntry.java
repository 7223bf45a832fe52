package io.github.dsmsso.lab.authentik.blueprints;

/** A blueprint, or an entry of one, that is not taken; the message is for its log. */
final class InvalidEntry extends RuntimeException {

	InvalidEntry(String message) {
		super(message, null, false, false);
	}

	static InvalidEntry because(String reason) {
		return new InvalidEntry("Entry invalid: " + reason);
	}

}
