package io.github.dsmsso.wizard.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * What is done once nothing of a run is under way, such as signing out.
 */
final class ActionsAtRest {

	private final BooleanSupplier underWay;

	private final List<Runnable> waiting = new ArrayList<>();

	ActionsAtRest(BooleanSupplier underWay) {
		this.underWay = underWay;
	}

	/** Does it later, or at once where nothing is under way. */
	void add(Runnable action) {
		synchronized (this.waiting) {
			if (this.underWay.getAsBoolean()) {
				this.waiting.add(action);
				return;
			}
		}
		action.run();
	}

	/** Does what has waited, unless something is under way. */
	void perform() {
		if (this.underWay.getAsBoolean()) {
			return;
		}
		List<Runnable> actions;
		synchronized (this.waiting) {
			actions = List.copyOf(this.waiting);
			this.waiting.clear();
		}
		actions.forEach(Runnable::run);
	}

}
