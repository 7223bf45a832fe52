package io.github.dsmsso.wizard.plan;

import java.util.List;

import io.github.dsmsso.wizard.shared.Problem;

/**
 * What would change, bound to what was read: apply writes nothing but these changes, and
 * only while the current state is still the one they were planned from.
 *
 * @param desired how both systems shall be
 * @param current how they were when this was planned
 * @param changes what leads from one to the other, in the order of writing
 * @param blockers what keeps this plan from being applied
 * @param risks what has to be acknowledged before it is
 */
public record Plan(DesiredState desired, CurrentState current, List<Change> changes, List<Problem> blockers,
		List<Problem> risks) {

	public Plan {
		changes = List.copyOf(changes);
		blockers = List.copyOf(blockers);
		risks = List.copyOf(risks);
	}

	/** Whether both systems are as desired already. */
	public boolean changesNothing() {
		return this.blockers.isEmpty() && this.changes.stream().noneMatch(Change::writes);
	}

	/** Whether it can be applied once its risks are acknowledged. */
	public boolean canBeApplied() {
		return this.blockers.isEmpty();
	}

	/** The changes that are written, in the order of writing. */
	public List<Change> writes() {
		return this.changes.stream().filter(Change::writes).toList();
	}

	/** The changes in words. */
	public List<ChangeDescription> descriptions() {
		return this.changes.stream().map(Change::describe).toList();
	}

}
