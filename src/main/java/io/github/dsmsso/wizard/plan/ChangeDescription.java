package io.github.dsmsso.wizard.plan;

import java.util.List;

/**
 * A change in words, the same for preview, progress and report.
 *
 * @param system where
 * @param object what kind of object, the name of its texts in the message bundle
 * @param name the object's own name
 * @param operation what happens to it
 * @param call the vendor's name of the call
 * @param fields its fields, now and after
 */
public record ChangeDescription(TargetSystem system, String object, String name, Operation operation, String call,
		List<FieldChange> fields) {

	public ChangeDescription {
		fields = List.copyOf(fields);
	}

	/** The same with other fields. */
	ChangeDescription withFields(List<FieldChange> fields) {
		return new ChangeDescription(this.system, this.object, this.name, this.operation, this.call, fields);
	}

	/** The system a change is made in. */
	public enum TargetSystem {

		/** authentik. */
		AUTHENTIK,
		/** The NAS. */
		DSM

	}

}
