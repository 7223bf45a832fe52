package io.github.dsmsso.wizard.apply;

import java.time.Duration;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.dsm.DsmException;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Writes once and believes only what is read back. An answer that stays away does not
 * mean that nothing was written: the object is looked at, and the write is sent a second
 * time only when the object is still as before.
 */
final class CarefulWrite {

	/** Long enough for a write that arrives late to have been done. */
	private static final Duration QUIET_TIME = Duration.ofSeconds(2);

	private static final Duration BETWEEN_READINGS = Duration.ofSeconds(1);

	private static final int READINGS = 5;

	private final Pause pause;

	CarefulWrite(Pause pause) {
		this.pause = pause;
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
		boolean acknowledged = send(write);
		T found = readPatiently(readBack);
		if (!acknowledged && standing.apply(found) == Standing.AS_BEFORE) {
			found = writeOnceMore(write, readBack, standing);
		}
		if (standing.apply(found) != Standing.AS_WANTED) {
			throw new ProblemException(Problem.of("apply.not-as-written"));
		}
		return found;
	}

	private <T> T writeOnceMore(Runnable write, Supplier<T> readBack, Function<T, Standing> standing) {
		this.pause.of(QUIET_TIME);
		T found = readPatiently(readBack);
		if (standing.apply(found) != Standing.AS_BEFORE) {
			return found;
		}
		sendAgain(write);
		return readPatiently(readBack);
	}

	/**
	 * After a first attempt of unknown end even a refusal of the second proves nothing.
	 */
	private static void sendAgain(Runnable write) {
		try {
			send(write);
		}
		catch (NotWrittenException ex) {
			throw new ProblemException(ex.problem(), ex);
		}
	}

	/** Returns whether the peer acknowledged; a definite no is thrown. */
	private static boolean send(Runnable write) {
		try {
			write.run();
			return true;
		}
		catch (ProblemException ex) {
			if (isDefinite(ex)) {
				throw new NotWrittenException(ex.problem(), ex);
			}
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
				if (reading == READINGS || ex.failure().isAboutTrust()) {
					throw ex;
				}
				this.pause.of(BETWEEN_READINGS);
			}
		}
	}

}
