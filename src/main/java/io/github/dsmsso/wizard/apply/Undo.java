package io.github.dsmsso.wizard.apply;

import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntConsumer;

import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

/**
 * Undoes the steps that were begun, last first. One that cannot be undone does not stop
 * the others, unless DSM would go on sending people to what they take away.
 */
final class Undo {

	/** An undo tries nothing a second time after that. */
	static final Duration LONGEST = Duration.ofSeconds(240);

	private final RunContext context;

	private final CarefulWrite carefully;

	private final Progress progress;

	private final List<Step> begun;

	private final Set<TargetSystem> left = EnumSet.noneOf(TargetSystem.class);

	private final List<Problem> exceptions = new ArrayList<>();

	private boolean switchLeft;

	private boolean settingsLeft;

	/**
	 * Prepares an undo.
	 * @param begun the steps that were begun, in their order
	 */
	Undo(RunContext context, CarefulWrite carefully, Progress progress, List<Step> begun) {
		this.context = context;
		this.carefully = carefully;
		this.progress = progress;
		this.begun = begun;
	}

	/**
	 * Takes everything back.
	 * @param note is told of each step before it is undone
	 * @param settle waits until no write that was given up can arrive any more
	 * @return whether everything is as before
	 */
	boolean perform(IntConsumer note, Runnable settle) {
		this.context.dsmObjects().forget();
		this.carefully.endBy(LONGEST);
		if (!passwordFirst()) {
			return false;
		}
		settle.run();
		this.carefully.endBy(LONGEST);
		lastFirst((index) -> {
			note.accept(index);
			undo(index);
		});
		settle.run();
		return this.left.isEmpty();
	}

	/** What has to be told although everything is as before. */
	List<Problem> exceptions() {
		return List.copyOf(this.exceptions);
	}

	private void lastFirst(IntConsumer action) {
		for (int index = this.begun.size() - 1; index >= 0; index--) {
			if (this.begun.get(index).writesTo() != null) {
				action.accept(index);
			}
		}
	}

	/**
	 * Where DSM's sign-in page may lead to what is taken back. If it cannot be made sure,
	 * nothing is taken back: the service is better whole than half gone.
	 */
	private boolean passwordFirst() {
		if (!serviceIsConcerned()) {
			return true;
		}
		try {
			this.context.dsmObjects().lookAhead();
			new PasswordFirst(this.context, this.carefully).require();
			return true;
		}
		catch (ProblemException ex) {
			lastFirst((index) -> this.progress.ended(index, StepState.LEFT_BEHIND, ex.problem()));
			return false;
		}
	}

	/** A service that was off and was never switched on leads nobody anywhere. */
	private boolean serviceIsConcerned() {
		boolean on = this.context.plan().current().dsm().profile().enabled();
		return this.begun.stream()
			.anyMatch((step) -> step.switchesTheService() || on && step.writesTo() == TargetSystem.DSM);
	}

	private void undo(int index) {
		this.progress.undoing(index);
		try {
			requireWhole(this.begun.get(index));
			requireUnused(this.begun.get(index));
			this.carefully.meanwhile(lookAhead(index - 1));
			this.begun.get(index).undo();
			this.progress.ended(index, StepState.UNDONE, null);
		}
		catch (RestoredExceptException ex) {
			this.exceptions.add(ex.problem());
			this.progress.ended(index, StepState.UNDONE, ex.problem());
		}
		catch (ProblemException ex) {
			leave(index, ex.problem());
		}
		catch (RuntimeException ex) {
			leave(index, UnexpectedFailure.problem(ex));
		}
	}

	private Runnable lookAhead(int next) {
		return (next >= 0) ? this.begun.get(next)::lookAheadToUndo : () -> {
		};
	}

	private void leave(int index, Problem problem) {
		Step step = this.begun.get(index);
		this.left.add(step.writesTo());
		this.switchLeft |= step.switchesTheService() && step.keepsLeadingHere();
		this.settingsLeft |= step.keepsLeadingHere();
		this.progress.ended(index, StepState.LEFT_BEHIND, problem);
	}

	/**
	 * With its service on and our settings in it, DSM leads people to what is left: then
	 * the rest stays too, so that the sign-in goes on working as a whole.
	 */
	private void requireUnused(Step step) {
		boolean serviceOn = this.switchLeft || this.context.plan().current().dsm().profile().isOidcEnabled();
		if (serviceOn && (this.switchLeft || this.settingsLeft)) {
			throw new ProblemException(Problem.of("apply.still-in-use", step.subject()));
		}
	}

	/** A sign-in page leads by itself only to a service of which everything is back. */
	private void requireWhole(Step step) {
		if (step.leadsByDefaultBefore() && !this.left.isEmpty()) {
			throw new ProblemException(Problem.of("apply.password-stays-first"));
		}
	}

}
