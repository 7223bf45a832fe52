package io.github.dsmsso.lab.dsm.world;

import java.time.Instant;
import java.util.HashSet;
import java.util.Set;

/** An account's authenticator app as DSM sees it: each code is good once. */
public final class SecondFactor {

	private final Totp totp;

	private final Set<Long> usedSteps = new HashSet<>();

	SecondFactor(String secret) {
		this.totp = new Totp(secret);
	}

	String code(Instant now) {
		return this.totp.code(Totp.step(now));
	}

	/** Takes a code of now, or of half a minute before or after, once. */
	public synchronized boolean accept(String code, Instant now) {
		long current = Totp.step(now);
		for (long step = current - 1; step <= current + 1; step++) {
			if (this.totp.code(step).equals(code)) {
				return this.usedSteps.add(step);
			}
		}
		return false;
	}

}
