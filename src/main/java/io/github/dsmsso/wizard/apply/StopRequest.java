package io.github.dsmsso.wizard.apply;

import java.util.concurrent.atomic.AtomicReference;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Whether somebody asked a run to stop on the way: possible until everything is done.
 */
final class StopRequest {

	private final AtomicReference<State> state = new AtomicReference<>(State.POSSIBLE);

	/**
	 * Asks for it; a second time changes nothing.
	 * @throws ProblemException where everything is done already
	 */
	void make() {
		if (!this.state.compareAndSet(State.POSSIBLE, State.MADE) && this.state.get() == State.TOO_LATE) {
			throw new ProblemException(Problem.of("apply.too-late-to-stop"));
		}
	}

	boolean isMade() {
		return this.state.get() == State.MADE;
	}

	/**
	 * Makes sure that the run may go on.
	 * @throws ProblemException where it was asked to stop
	 */
	void requireNone() {
		if (isMade()) {
			throw stopped();
		}
	}

	/**
	 * The same, and from now on it is too late to ask.
	 * @throws ProblemException where it was asked to stop
	 */
	void requireNoneAnyMore() {
		if (!this.state.compareAndSet(State.POSSIBLE, State.TOO_LATE)) {
			throw stopped();
		}
	}

	/** It can be asked for again, and was not. */
	void reset() {
		this.state.set(State.POSSIBLE);
	}

	private static ProblemException stopped() {
		return new ProblemException(Problem.of("apply.stopped"));
	}

	private enum State {

		POSSIBLE, MADE, TOO_LATE

	}

}
