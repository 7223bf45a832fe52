package io.github.dsmsso.lab.authentik.store;

import java.util.List;

/** A value that a field refuses; the details go below the field's name in the answer. */
public final class Invalid extends RuntimeException {

	private final transient Object details;

	Invalid(Object details) {
		super(String.valueOf(details), null, false, false);
		this.details = details;
	}

	public static Invalid because(String error) {
		return new Invalid(List.of(error));
	}

	Object details() {
		return this.details;
	}

}
