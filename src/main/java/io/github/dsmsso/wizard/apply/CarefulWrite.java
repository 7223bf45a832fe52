package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.dsm.DsmException;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * The writing hand of one run. It writes once and believes only what is read back. An
 * answer that stays away does not mean that nothing was written: the object is looked at,
 * and the write is sent a second time only when the object is still as before.
 */
final class CarefulWrite {

	/** Long enough for a write that was only slow to have been done. */
	private static final Duration QUIET_TIME = Duration.ofSeconds(2);

	/** A write that was given up has arrived by then, or never will. */
	private static final Duration LATEST_ARRIVAL = Duration.ofSeconds(60);

	private static final int READINGS = 5;

	private final Pause pause;

	private final Clock clock;

	/** Servers that stayed silent through all readings once: they are asked just once. */
	private final Set<BaseUrl> silent = new HashSet<>();

	private Instant deadline = Instant.MAX;

	private Instant doubtfulUntil;

	CarefulWrite(Pause pause, Clock clock) {
		this.pause = pause;
		this.clock = clock;
		this.doubtfulUntil = clock.instant();
	}

	/** How an object stands to what was to be written. */
	enum Standing {

		/** As it was to be. */
		AS_WANTED,
		/** As it was before. */
		AS_BEFORE,
		/** Neither: somebody else wrote, or part of it was dropped. */
		OTHERWISE

	}

	/** After so much time nothing is tried a second time. */
	void endBy(Duration longest) {
		this.deadline = this.clock.instant().plus(longest);
	}

	boolean isLate() {
		return !this.clock.instant().isBefore(this.deadline);
	}

	/** A write was given up at that moment, and nobody knows whether it is on its way. */
	void doubtSince(Instant givenUp) {
		Instant arrived = givenUp.plus(LATEST_ARRIVAL);
		this.doubtfulUntil = arrived.isAfter(this.doubtfulUntil) ? arrived : this.doubtfulUntil;
	}

	boolean isDoubtful() {
		return this.clock.instant().isBefore(this.doubtfulUntil);
	}

	/** Waits until no write that was given up can arrive any more. */
	void waitForLateArrivals() {
		if (isDoubtful()) {
			this.pause.of(Duration.between(this.clock.instant(), this.doubtfulUntil));
		}
	}

	/**
	 * Writes, reads back and compares.
	 * @param write the write
	 * @param readBack reads the object
	 * @param standing compares what was read with what was wanted
	 * @return the object as read back, as wanted
	 * @throws NotWrittenException where it certainly was not written
	 * @throws ProblemException where it cannot be read back, or is not as wanted
	 */
	<T> T perform(Runnable write, Supplier<T> readBack, Function<T, Standing> standing) {
		return perform(write, readBack, standing, QUIET_TIME);
	}

	/**
	 * The same for an object of which a write sent twice makes two: before it is sent
	 * again, the first has had time to arrive.
	 */
	<T> T performOnceOnly(Runnable write, Supplier<T> readBack, Function<T, Standing> standing) {
		return perform(write, readBack, standing, LATEST_ARRIVAL);
	}

	private <T> T perform(Runnable write, Supplier<T> readBack, Function<T, Standing> standing, Duration quietTime) {
		Instant doubtfulSoFar = this.doubtfulUntil;
		boolean acknowledged = send(write);
		T found = readPatiently(readBack);
		if (standing.apply(found) == Standing.AS_WANTED) {
			this.doubtfulUntil = doubtfulSoFar;
		}
		else if (!acknowledged && standing.apply(found) == Standing.AS_BEFORE) {
			found = writeOnceMore(write, readBack, standing, quietTime);
		}
		if (standing.apply(found) != Standing.AS_WANTED) {
			throw new ProblemException(Problem.of("apply.not-as-written"));
		}
		return found;
	}

	private <T> T writeOnceMore(Runnable write, Supplier<T> readBack, Function<T, Standing> standing,
			Duration quietTime) {
		this.pause.of(quietTime);
		T found = readPatiently(readBack);
		if (isLate() || standing.apply(found) != Standing.AS_BEFORE) {
			return found;
		}
		sendAgain(write);
		return readPatiently(readBack);
	}

	/**
	 * After a first attempt of unknown end even a refusal of the second proves nothing.
	 */
	private void sendAgain(Runnable write) {
		try {
			send(write);
		}
		catch (NotWrittenException ex) {
			throw new ProblemException(ex.problem(), ex);
		}
	}

	/** Returns whether the peer acknowledged; a definite no is thrown. */
	private boolean send(Runnable write) {
		try {
			write.run();
			return true;
		}
		catch (ProblemException ex) {
			if (isDefinite(ex)) {
				throw new NotWrittenException(ex.problem(), ex);
			}
			doubtSince(this.clock.instant());
			return false;
		}
	}

	/**
	 * Whether it is certain that nothing was written: a refusal in the peer's own words,
	 * or nothing was sent.
	 */
	private static boolean isDefinite(ProblemException failure) {
		if (failure instanceof ApiException api) {
			return api.failure().nothingSent();
		}
		return !(failure instanceof DsmException dsm) || !dsm.code().leavesOutcomeOpen();
	}

	/** Reads change nothing, so they may be repeated. */
	<T> T readPatiently(Supplier<T> readBack) {
		for (int reading = 1;; reading++) {
			try {
				return readBack.get();
			}
			catch (ApiException ex) {
				if (isEnough(reading, ex)) {
					this.silent.add(ex.failure().address());
					throw ex;
				}
				this.pause.of(Duration.ofSeconds(reading));
			}
		}
	}

	private boolean isEnough(int reading, ApiException failure) {
		return reading == READINGS || isLate() || failure.failure().isAboutTrust()
				|| this.silent.contains(failure.failure().address());
	}

}
