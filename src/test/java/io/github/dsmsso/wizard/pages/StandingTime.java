package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

import io.github.dsmsso.wizard.apply.Pause;

/**
 * Whoever waits longer than a moment goes on waiting until time is let pass; from then on
 * nobody does.
 */
final class StandingTime implements Pause {

	private static final Duration A_MOMENT = Duration.ofMillis(100);

	private static final int PATIENCE_SECONDS = 60;

	private volatile CountDownLatch stands = new CountDownLatch(0);

	void stands() {
		this.stands = new CountDownLatch(1);
	}

	void passes() {
		this.stands.countDown();
	}

	@Override
	public void of(Duration duration) {
		if (duration.compareTo(A_MOMENT) > 0) {
			awaitThatItPasses();
		}
		else {
			LockSupport.parkNanos(duration.toNanos());
		}
	}

	private void awaitThatItPasses() {
		try {
			if (!this.stands.await(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
				throw new AssertionError("Nobody let time pass");
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

}
