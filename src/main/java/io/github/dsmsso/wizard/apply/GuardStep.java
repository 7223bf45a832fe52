package io.github.dsmsso.wizard.apply;

import io.github.dsmsso.wizard.plan.CurrentState;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Reads both systems once more before the first write: a plan whose starting point has
 * moved is not applied.
 */
final class GuardStep implements Step {

	private final RunContext context;

	private final StateReader reader;

	GuardStep(RunContext context, StateReader reader) {
		this.context = context;
		this.reader = reader;
	}

	@Override
	public String code() {
		return "guard";
	}

	@Override
	public String subject() {
		return "";
	}

	@Override
	public void perform() {
		CurrentState now = this.reader.currentState(this.context.connection(), this.context.plan().desired());
		if (!now.equals(this.context.plan().current())) {
			throw new ProblemException(Problem.of("apply.changed-meanwhile"));
		}
	}

	/** An interrupted run has moved the starting point itself. */
	@Override
	public void finish() {
	}

}
