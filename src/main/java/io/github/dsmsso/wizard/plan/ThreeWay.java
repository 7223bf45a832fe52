package io.github.dsmsso.wizard.plan;

import java.util.List;

import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;

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
	public static ThreeWay of(Plan plan, CurrentState now, Surroundings surroundings) {
		ObjectComparer comparer = new ObjectComparer(plan.desired(), now, surroundings);
		return new ThreeWay(plan.writes().stream().map(comparer::compare).toList());
	}

	/** The objects that are not what they were before. */
	public List<ComparedObject> notAsBefore() {
		return this.objects.stream().filter((object) -> object.standing() != Standing.AS_BEFORE).toList();
	}

	/** How an object stands. */
	public enum Standing {

		/** As it was before the run. */
		AS_BEFORE,
		/** As it was to become. */
		AS_WANTED,
		/** Neither the one nor the other. */
		OTHERWISE

	}

	/**
	 * One object.
	 *
	 * @param system where it lives
	 * @param object what kind of object, the name of its texts in the message bundle
	 * @param name its own name
	 * @param standing how it stands
	 * @param fields its fields
	 */
	public record ComparedObject(TargetSystem system, String object, String name, Standing standing,
			List<ComparedField> fields) {

		public ComparedObject {
			fields = List.copyOf(fields);
		}

		static ComparedObject of(ChangeDescription description, List<ComparedField> fields) {
			Standing standing = fields.stream().allMatch(ComparedField::isAsBefore) ? Standing.AS_BEFORE
					: fields.stream().allMatch(ComparedField::isAsWanted) ? Standing.AS_WANTED : Standing.OTHERWISE;
			return new ComparedObject(description.system(), description.object(), description.name(), standing, fields);
		}

	}

	/**
	 * One field as it may be shown; a secret appears as dots.
	 *
	 * @param field the vendor's name of the field
	 * @param before what it was
	 * @param now what it is
	 * @param wanted what it was to become
	 * @param isAsBefore whether it is what it was
	 * @param isAsWanted whether it is what it was to become
	 */
	public record ComparedField(String field, String before, String now, String wanted, boolean isAsBefore,
			boolean isAsWanted) {

	}

}
