package io.github.dsmsso.wizard.apply;

import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.dsm.DsmException;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.plan.Standing;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Writes for one run. It writes once and believes only what is read back. An answer that
 * stays away does not mean that nothing was written: the object is looked at, and the
 * write is sent a second time only when the object is still as before.
 */
final class CarefulWrite {

	/** Long enough for a write that was only slow to have been done. */
	private static final Duration QUIET_TIME = Duration.ofSeconds(2);

	/** A write that was given up has arrived by then, or never will. */
	private static final Duration LATEST_ARRIVAL = Duration.ofSeconds(60);

	/** So often is looked whether it has arrived. */
	private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);

	private static final Duration NEVER = Duration.ofDays(36500);

	private static final int READINGS = 5;

	private final Pause pause;

	private final SteadyTime time;

	/** Servers that stayed silent through all readings once: they are asked just once. */
	private final Set<BaseUrl> silent = new HashSet<>();

	private Duration deadline;

	private Doubt doubt;

	private Runnable meanwhile = () -> {
	};

	CarefulWrite(Pause pause, SteadyTime time) {
		this.pause = pause;
		this.time = time;
		this.deadline = time.now().plus(NEVER);
		this.doubt = new Doubt(time.now(), null);
	}

	/** What is done while the next write is read back. */
	void meanwhile(Runnable action) {
		this.meanwhile = action;
	}

	/** After so much time nothing is tried a second time. */
	void endBy(Duration longest) {
		this.deadline = this.time.now().plus(longest);
	}

	boolean isLate() {
		return this.time.now().compareTo(this.deadline) >= 0;
	}

	/** A write was given up so long ago, and nobody knows whether it is on its way. */
	void doubtSince(Duration ago) {
		doubt(LATEST_ARRIVAL.minus(ago), null);
	}

	/** Where it is the only one, it is over once it is seen to have arrived. */
	private void doubt(Duration longest, @Nullable Supplier<Boolean> arrived) {
		Duration until = this.time.now().plus(longest);
		this.doubt = new Doubt((until.compareTo(this.doubt.until) > 0) ? until : this.doubt.until,
				isDoubtful() ? null : arrived);
	}

	boolean isDoubtful() {
		return !timeInDoubt().isZero();
	}

	private Duration timeInDoubt() {
		Duration left = this.doubt.until.minus(this.time.now());
		return left.isNegative() ? Duration.ZERO : left;
	}

	/**
	 * Waits until no write that was given up can arrive any more, or until the only one
	 * is seen to have arrived. The pauses are what is counted.
	 */
	void waitForLateArrivals() {
		Duration left = timeInDoubt();
		while (!left.isZero() && !hasArrived()) {
			Duration pause = (left.compareTo(BETWEEN_LOOKS) < 0) ? left : BETWEEN_LOOKS;
			this.pause.of(pause);
			left = left.minus(pause);
		}
		this.doubt = new Doubt(this.time.now(), null);
	}

	private boolean hasArrived() {
		Supplier<Boolean> arrived = this.doubt.arrived;
		try {
			return arrived != null && arrived.get();
		}
		catch (ProblemException ex) {
			return false;
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
		Doubt before = this.doubt;
		Optional<ProblemException> failure = send(write, () -> standing.apply(readBack.get()) == Standing.AS_WANTED);
		if (failure.isEmpty()) {
			this.meanwhile.run();
		}
		T found = readPatiently(readBack);
		if (standing.apply(found) == Standing.AS_WANTED) {
			this.doubt = before;
		}
		else if (failure.isPresent() && standing.apply(found) == Standing.AS_BEFORE) {
			found = writeOnceMore(write, readBack, standing, wasAnswered(failure.get()) ? QUIET_TIME : quietTime);
		}
		requireAsWanted(standing.apply(found), failure);
		return found;
	}

	/** What went wrong first is the cause of what followed. */
	private static void requireAsWanted(Standing standing, Optional<ProblemException> failure) {
		if (standing == Standing.AS_BEFORE && failure.isPresent()) {
			throw new ProblemException(failure.get().problem(), failure.get());
		}
		if (standing != Standing.AS_WANTED) {
			throw new ProblemException(Problem.of("apply.not-as-written"));
		}
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
	 * After a first attempt of unknown end even a refusal of the second proves nothing,
	 * and what is seen afterwards does not tell which of the two has arrived.
	 */
	private void sendAgain(Runnable write) {
		this.doubt = new Doubt(this.doubt.until, null);
		try {
			send(write, null);
		}
		catch (NotWrittenException ex) {
			throw new ProblemException(ex.problem(), ex);
		}
	}

	/** Returns why the peer did not acknowledge; a definite no is thrown. */
	private Optional<ProblemException> send(Runnable write, @Nullable Supplier<Boolean> arrived) {
		try {
			write.run();
			return Optional.empty();
		}
		catch (ProblemException ex) {
			if (isDefinite(ex)) {
				throw new NotWrittenException(ex.problem(), ex);
			}
			if (!wasAnswered(ex)) {
				doubt(LATEST_ARRIVAL, arrived);
			}
			return Optional.of(ex);
		}
	}

	/** Whether the peer itself has answered: then nothing is on its way any more. */
	private static boolean wasAnswered(ProblemException failure) {
		return (failure instanceof ApiException api) ? api.failure().isOfThePeerItself()
				: failure instanceof DsmException;
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

	/**
	 * A write was given up, and nobody knows whether it is on its way.
	 *
	 * @param until by when it has arrived, or never will
	 * @param arrived tells whether it has, or null where that cannot be seen
	 */
	private record Doubt(Duration until, @Nullable Supplier<Boolean> arrived) {

	}

}
