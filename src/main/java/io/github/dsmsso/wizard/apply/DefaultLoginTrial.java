package io.github.dsmsso.wizard.apply;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import io.github.dsmsso.wizard.apply.ApplyRun.Outcome;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * SSO by default, on trial: DSM's sign-in page starts with it, and goes back to the
 * password by itself unless somebody who came in confirms in time.
 */
public final class DefaultLoginTrial {

	/** How long a confirmation is waited for. */
	public static final Duration TIME = Duration.ofMinutes(3);

	private static final Duration BETWEEN_LOOKS = Duration.ofMillis(500);

	private final ApplyRun run;

	private final Clock clock;

	private final Pause pause;

	private volatile @Nullable Instant until;

	private volatile Decision decision = Decision.OPEN;

	DefaultLoginTrial(ApplyRun run, Clock clock, Pause pause) {
		this.run = run;
		this.clock = clock;
		this.pause = pause;
	}

	/** The run that switches it on, and off again. */
	public ApplyRun run() {
		return this.run;
	}

	/** When it ends by itself, or null while it is not switched on yet. */
	public @Nullable Instant until() {
		return this.until;
	}

	public Decision decision() {
		return this.decision;
	}

	/**
	 * Lets it stay.
	 * @throws ProblemException where the time is up
	 */
	public void keep() {
		decide(Decision.KEPT);
	}

	/**
	 * Takes it back at once.
	 * @throws ProblemException where the time is up
	 */
	public void takeBack() {
		decide(Decision.TAKEN_BACK);
	}

	private synchronized void decide(Decision decision) {
		if (this.decision != Decision.OPEN || this.run.outcome() != Outcome.ON_TRIAL) {
			throw new ProblemException(Problem.of("apply.trial-is-over"));
		}
		this.decision = decision;
	}

	private synchronized void letTimeDecide() {
		if (this.decision == Decision.OPEN) {
			this.decision = Decision.TIME_IS_UP;
		}
	}

	void perform() {
		this.run.applyOnTrial();
		if (this.run.outcome() == Outcome.ON_TRIAL) {
			await(this.clock.instant().plus(TIME));
			conclude();
		}
	}

	private void await(Instant end) {
		this.until = end;
		while (this.decision == Decision.OPEN && this.clock.instant().isBefore(end)) {
			this.pause.of(BETWEEN_LOOKS);
		}
		letTimeDecide();
	}

	private void conclude() {
		if (this.decision == Decision.KEPT) {
			this.run.confirm();
		}
		else {
			this.run.undo();
		}
	}

	/** What becomes of it. */
	public enum Decision {

		/** Nobody has said anything yet. */
		OPEN,
		/** Somebody confirmed it: it stays. */
		KEPT,
		/** Somebody wanted it off. */
		TAKEN_BACK,
		/** Nobody confirmed it in time. */
		TIME_IS_UP

	}

}
