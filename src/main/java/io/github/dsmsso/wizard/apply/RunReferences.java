package io.github.dsmsso.wizard.apply;

import java.security.SecureRandom;
import java.util.Locale;

import org.springframework.stereotype.Component;

/**
 * Makes the short names of runs.
 */
@Component
class RunReferences {

	private final SecureRandom random;

	RunReferences(SecureRandom random) {
		this.random = random;
	}

	String next() {
		return String.format(Locale.ROOT, "%08X", this.random.nextInt());
	}

}
