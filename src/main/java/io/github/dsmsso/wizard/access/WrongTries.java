package io.github.dsmsso.wizard.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.function.Consumer;

import org.jspecify.annotations.Nullable;

/**
 * Lets whoever types wrong codes wait for the answer: longer with each, by the address it
 * comes from. The right code is never kept waiting, or the brake itself would keep the
 * administrator out, who may share an address with the one who tries.
 */
class WrongTries {

	private static final int FORGIVEN = 4;

	private static final Duration FIRST = Duration.ofMillis(100);

	private static final Duration LONGEST = Duration.ofSeconds(2);

	private static final Duration REMEMBERED = Duration.ofMinutes(1);

	private static final int REMEMBERED_ADDRESSES = 1000;

	/** No more threads than these are kept waiting at a time. */
	private final Semaphore places = new Semaphore(64);

	private final Map<String, Tries> tries = new LinkedHashMap<>(16, 0.75f, true) {

		@Override
		protected boolean removeEldestEntry(Map.Entry<String, Tries> eldest) {
			return size() > REMEMBERED_ADDRESSES;
		}

	};

	private final Clock clock;

	private final Consumer<Duration> pause;

	WrongTries(Clock clock, Consumer<Duration> pause) {
		this.clock = clock;
		this.pause = pause;
	}

	/** A wrong code was typed; returns when that may be told. */
	void another(String address) {
		Duration wait = count(address);
		if (!wait.isZero() && this.places.tryAcquire()) {
			try {
				this.pause.accept(wait);
			}
			finally {
				this.places.release();
			}
		}
	}

	private synchronized Duration count(String address) {
		Instant now = this.clock.instant();
		int before = countSince(now.minus(REMEMBERED), this.tries.get(address));
		this.tries.put(address, new Tries(before + 1, now));
		if (before < FORGIVEN) {
			return Duration.ZERO;
		}
		Duration wait = FIRST.multipliedBy(1L << Math.min(before - FORGIVEN, 10));
		return (wait.compareTo(LONGEST) < 0) ? wait : LONGEST;
	}

	private static int countSince(Instant since, @Nullable Tries tries) {
		return (tries != null && tries.last().isAfter(since)) ? tries.count() : 0;
	}

	private record Tries(int count, Instant last) {

	}

}
