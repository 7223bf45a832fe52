package io.github.dsmsso.wizard.apply;

import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.UnaryOperator;

import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import org.jspecify.annotations.Nullable;

/** The steps of a run, laid out in another way. */
final class OtherSteps extends Steps {

	private final Steps steps;

	private final UnaryOperator<List<Step>> otherwise;

	private OtherSteps(Steps steps, UnaryOperator<List<Step>> otherwise) {
		super(null, null, null);
		this.steps = steps;
		this.otherwise = otherwise;
	}

	/** Other steps in the place of the steps; other parts stay as they are. */
	static Object of(Object part, UnaryOperator<List<Step>> otherwise) {
		return (part instanceof Steps steps) ? new OtherSteps(steps, otherwise) : part;
	}

	/** Steps that are taken back in another way. */
	static Object undoneOtherwise(Object part, BiConsumer<Step, Runnable> otherwise) {
		return of(part, (steps) -> undone(steps, otherwise));
	}

	/** These steps, taken back in another way. */
	static List<Step> undone(List<Step> steps, BiConsumer<Step, Runnable> otherwise) {
		return steps.stream().<Step>map((step) -> new OtherUndo(step, otherwise)).toList();
	}

	/** These steps, none of which says that DSM may go on leading people there. */
	static List<Step> leadingNowhere(List<Step> steps) {
		return steps.stream().<Step>map(LeadingNowhere::new).toList();
	}

	@Override
	List<Step> of(RunContext context, CarefulWrite carefully) {
		return this.otherwise.apply(this.steps.of(context, carefully));
	}

	/** A step that does what another one does. */
	private abstract static class SameStep implements Step {

		final Step step;

		SameStep(Step step) {
			this.step = step;
		}

		@Override
		public String code() {
			return this.step.code();
		}

		@Override
		public String subject() {
			return this.step.subject();
		}

		@Override
		public @Nullable TargetSystem writesTo() {
			return this.step.writesTo();
		}

		@Override
		public boolean switchesTheService() {
			return this.step.switchesTheService();
		}

		@Override
		public boolean leadsByDefaultBefore() {
			return this.step.leadsByDefaultBefore();
		}

		@Override
		public boolean keepsLeadingHere() {
			return this.step.keepsLeadingHere();
		}

		@Override
		public void perform() {
			this.step.perform();
		}

		@Override
		public void undo() {
			this.step.undo();
		}

	}

	/** A step with another undo. */
	private static final class OtherUndo extends SameStep {

		private final BiConsumer<Step, Runnable> otherwise;

		OtherUndo(Step step, BiConsumer<Step, Runnable> otherwise) {
			super(step);
			this.otherwise = otherwise;
		}

		@Override
		public void undo() {
			this.otherwise.accept(this.step, this.step::undo);
		}

	}

	/** A step that lets go of what DSM leads to. */
	private static final class LeadingNowhere extends SameStep {

		LeadingNowhere(Step step) {
			super(step);
		}

		@Override
		public boolean keepsLeadingHere() {
			return false;
		}

	}

}
