package io.github.dsmsso.wizard.plan;

import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * One field, now and after, as it may be shown and written down: a secret appears as
 * dots.
 *
 * @param field the vendor's name of the field
 * @param now its value now, empty where it has none
 * @param after its value after
 * @param changed whether the two differ; told apart because two secrets look alike
 * @param reason why it is changed; null where it is not, or belongs to a new object
 */
public record FieldChange(String field, String now, String after, boolean changed, @Nullable Reason reason) {

	static FieldChange of(String field, String now, String after) {
		return new FieldChange(field, now, after, !now.equals(after), null);
	}

	/** A secret behind a mask is told only from none at all. */
	static FieldChange ofSecret(String field, Secret now, Secret after) {
		boolean masked = now.isMasked() || after.isMasked();
		return new FieldChange(field, now.toString(), after.toString(),
				masked ? now.isEmpty() != after.isEmpty() : !now.equals(after), null);
	}

	/** The same with why it is changed. */
	FieldChange because(@Nullable Reason reason) {
		return new FieldChange(this.field, this.now, this.after, this.changed, reason);
	}

	/** The word for it: add, change, remove or keep. */
	public String action() {
		if (!this.changed) {
			return "keep";
		}
		if (this.now.isEmpty()) {
			return "add";
		}
		return this.after.isEmpty() ? "remove" : "change";
	}

}
