package io.github.dsmsso.wizard.plan;

import java.util.List;

import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;

/**
 * How one object of a plan stands now.
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
