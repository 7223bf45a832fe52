package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.pages.FieldException.Complaint;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a form, gathered field by field in the order of the page, so that
 * all of it is told at once.
 */
final class Complaints {

	private final List<Complaint> all = new ArrayList<>();

	/**
	 * Reads a field.
	 * @param standIn what the reading goes on with where the field is wrong
	 */
	<T extends @Nullable Object> T read(T standIn, Supplier<T> field) {
		try {
			return field.get();
		}
		catch (FieldException ex) {
			this.all.addAll(ex.complaints());
			return standIn;
		}
	}

	/** Complains about a field. */
	void about(String field, Problem problem) {
		this.all.add(new Complaint(field, problem));
	}

	/**
	 * Nothing may be wrong.
	 * @throws FieldException of every field that is
	 */
	void requireNone() {
		if (!this.all.isEmpty()) {
			throw new FieldException(this.all);
		}
	}

}
