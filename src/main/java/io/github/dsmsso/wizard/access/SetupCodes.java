package io.github.dsmsso.wizard.access;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The code that proves that somebody can read the wizard's console. It opens one session,
 * within fifteen minutes. Wrong tries do not end it: by them anybody who reaches the port
 * could keep the administrator out. It is one of 2<sup>40</sup>, more than can be tried
 * in its time.
 */
class SetupCodes {

	static final Duration LIFETIME = Duration.ofMinutes(15);

	private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	private static final Logger logger = LoggerFactory.getLogger(SetupCodes.class);

	private final Clock clock;

	private final SecureRandom random;

	private @Nullable Secret code;

	private Instant expiry = Instant.MIN;

	SetupCodes(Clock clock, SecureRandom random) {
		this.clock = clock;
		this.random = random;
	}

	/** Makes and prints a code, unless the last one still opens. */
	synchronized void offer() {
		if (!isValid()) {
			renew();
		}
	}

	/** Whether this is the code; it opens once. */
	synchronized boolean redeem(String typed) {
		if (!isValid()) {
			renew();
			return false;
		}
		boolean right = Secret.of(normalised(typed)).equals(this.code);
		if (right) {
			this.code = null;
		}
		return right;
	}

	private boolean isValid() {
		return this.code != null && this.clock.instant().isBefore(this.expiry);
	}

	private void renew() {
		String first = group();
		String second = group();
		this.code = Secret.of(first + second);
		this.expiry = this.clock.instant().plus(LIFETIME);
		logger.info("Setup code: {}-{}. Enter it on the page in your browser; it works once, within {} minutes.", first,
				second, LIFETIME.toMinutes());
	}

	private String group() {
		StringBuilder group = new StringBuilder();
		for (int i = 0; i < 4; i++) {
			group.append(BASE32.charAt(this.random.nextInt(BASE32.length())));
		}
		return group.toString();
	}

	private static String normalised(String typed) {
		return typed.replaceAll("[\\s-]", "").toUpperCase(Locale.ROOT);
	}

}
