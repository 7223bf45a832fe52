package io.github.dsmsso.wizard.pages;

import java.math.BigInteger;
import java.security.SecureRandom;

import org.springframework.stereotype.Component;

/**
 * Makes the marks that tie a confirmation to the page it came from.
 */
@Component
class ConfirmationMarks {

	private final SecureRandom random;

	ConfirmationMarks(SecureRandom random) {
		this.random = random;
	}

	String next() {
		return new BigInteger(128, this.random).toString(36);
	}

}
