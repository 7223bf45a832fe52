package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Keeps wrong passwords from adding up: DSM's Auto Block shuts an address out after some
 * wrong ones within minutes (ten in five by default), and behind a proxy or a container
 * bridge that shuts everybody out.
 */
final class SignInPatience {

	private static final int TRIES = 3;

	private static final Duration WITHIN = Duration.ofMinutes(5);

	private final Deque<Instant> failures = new ArrayDeque<>();

	/**
	 * Before an attempt is sent.
	 * @throws ProblemException where it is better to wait
	 */
	synchronized void requireAttempt(Instant now) {
		this.failures.removeIf((failure) -> failure.plus(WITHIN).isBefore(now));
		if (this.failures.size() >= TRIES) {
			long minutes = Duration.between(now, this.failures.getFirst().plus(WITHIN)).toMinutes() + 1;
			throw new ProblemException(Problem.of("form.too-many-sign-ins", String.valueOf(minutes)));
		}
	}

	synchronized void failed(Instant now) {
		this.failures.addLast(now);
	}

	synchronized void succeeded() {
		this.failures.clear();
	}

}
