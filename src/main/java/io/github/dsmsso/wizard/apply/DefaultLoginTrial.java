package io.github.dsmsso.wizard.apply;

import java.time.Duration;

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

	private final Pause pause;

	private volatile @Nullable Duration timeLeft;

	private volatile Decision decision = Decision.OPEN;

	DefaultLoginTrial(ApplyRun run, Pause pause) {
		this.run = run;
		this.pause = pause;
	}

	/** The run that switches it on, and off again. */
	public ApplyRun run() {
		return this.run;
	}

	/** In how long it ends by itself, or null while it is not switched on yet. */
	public @Nullable Duration timeLeft() {
		return this.timeLeft;
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
		if (this.decision != Decision.OPEN || this.run.outcome() != RunOutcome.ON_TRIAL) {
			throw new ProblemException(Problem.of("apply.trial-is-over"));
		}
		this.decision = decision;
	}

	private synchronized void letTimeDecide() {
		if (this.decision == Decision.OPEN) {
			this.decision = Decision.TIME_IS_UP;
		}
	}

	/** The wizard is about to end: nobody could take it back later. */
	synchronized void endWithTheWizard() {
		if (this.decision == Decision.OPEN) {
			this.decision = Decision.WIZARD_ENDS;
		}
	}

	void perform() {
		this.run.applyOnTrial();
		if (this.run.outcome() == RunOutcome.ON_TRIAL) {
			await();
			conclude();
		}
	}

	/** The pauses are what is counted: a clock may be set meanwhile. */
	private void await() {
		for (Duration left = TIME; this.decision == Decision.OPEN && !left.isZero(); left = left.minus(BETWEEN_LOOKS)) {
			this.timeLeft = left;
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
		TIME_IS_UP,
		/** The wizard was stopped before anybody had confirmed it. */
		WIZARD_ENDS

	}

}
