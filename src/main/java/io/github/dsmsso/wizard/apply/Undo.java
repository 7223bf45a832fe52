package io.github.dsmsso.wizard.apply;

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

	private final Workbench workbench;

	private final Progress progress;

	private final List<Step> steps;

	private final int begun;

	private final IntConsumer note;

	private final Set<TargetSystem> left = EnumSet.noneOf(TargetSystem.class);

	private boolean switchLeft;

	private boolean settingsLeft;

	/**
	 * Prepares an undo.
	 * @param begun how many of the steps were begun
	 * @param note is told of each step before it is undone
	 */
	Undo(Workbench workbench, Progress progress, List<Step> steps, int begun, IntConsumer note) {
		this.workbench = workbench;
		this.progress = progress;
		this.steps = steps;
		this.begun = begun;
		this.note = note;
	}

	/** Returns whether everything is as before. */
	boolean perform() {
		for (int index = this.begun - 1; index >= 0; index--) {
			if (this.steps.get(index).writesTo() != null) {
				undo(index);
			}
		}
		return this.left.isEmpty();
	}

	private void undo(int index) {
		this.progress.undoing(index);
		this.note.accept(index);
		try {
			requireWhole(this.steps.get(index));
			requireUnused(this.steps.get(index));
			this.steps.get(index).undo();
			this.progress.ended(index, StepState.UNDONE, null);
		}
		catch (ProblemException ex) {
			leave(index, ex.problem());
		}
		catch (RuntimeException ex) {
			leave(index, ApplyRun.unexpected(ex));
		}
	}

	private void leave(int index, Problem problem) {
		Step step = this.steps.get(index);
		this.left.add(step.writesTo());
		this.switchLeft |= step instanceof SsoProfileStep && step.keepsLeadingHere();
		this.settingsLeft |= step instanceof OidcSsoStep && step.keepsLeadingHere();
		this.progress.ended(index, StepState.LEFT_BEHIND, problem);
	}

	/**
	 * With its service on and our settings in it, DSM leads people to what is left: then
	 * the rest stays too, so that the sign-in goes on working as a whole.
	 */
	private void requireUnused(Step step) {
		boolean serviceOn = this.switchLeft || this.workbench.plan().current().dsm().profile().isOidcEnabled();
		if (serviceOn && (this.switchLeft || this.settingsLeft)) {
			throw new ProblemException(Problem.of("apply.still-in-use", step.subject()));
		}
	}

	/** A sign-in page leads by itself only to a service of which everything is back. */
	private void requireWhole(Step step) {
		boolean leads = step instanceof SsoSettingStep setting && setting.before().defaultLogin();
		if (leads && !this.left.isEmpty()) {
			throw new ProblemException(Problem.of("apply.password-stays-first"));
		}
	}

}
