package io.github.dsmsso.wizard.plan;

import java.util.List;

/**
 * How the objects of a plan stand now: what each was, what it is, and what it was to
 * become. It says what an interrupted or half-taken-back run has left.
 *
 * @param objects the objects, in the order of writing
 */
public record ThreeWay(List<ComparedObject> objects) {

	public ThreeWay {
		objects = List.copyOf(objects);
	}

	/** Compares what a plan set out to change with what is there now. */
	public static ThreeWay of(Plan plan, CurrentState now, AuthentikInventory inventory) {
		ObjectComparer comparer = new ObjectComparer(plan.desired(), now, inventory);
		return new ThreeWay(plan.writes().stream().map(comparer::compare).toList());
	}

	/** The objects that are not what they were before. */
	public List<ComparedObject> notAsBefore() {
		return this.objects.stream().filter((object) -> object.standing() != Standing.AS_BEFORE).toList();
	}

}
