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
		super(null, null);
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

	@Override
	List<Step> of(Workbench workbench, CarefulWrite carefully) {
		return this.otherwise.apply(this.steps.of(workbench, carefully));
	}

	/** A step with another undo. */
	private record OtherUndo(Step step, BiConsumer<Step, Runnable> otherwise) implements Step {

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
		public void perform() {
			this.step.perform();
		}

		@Override
		public void undo() {
			this.otherwise.accept(this.step, this.step::undo);
		}

	}

}
