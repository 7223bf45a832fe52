package io.github.dsmsso.lab.authentik.store;

import java.util.Locale;

/**
 * A kind of object as Django names it.
 *
 * @param app the app, such as {@code authentik_core}
 * @param className the class of the model, such as {@code Application}
 * @param verbose what people read
 */
public record Model(String app, String className, String verbose) {

	/** The model in lower case, such as {@code application}. */
	public String name() {
		return this.className.toLowerCase(Locale.ROOT);
	}

	/** As {@code authentik_core.view_application}. */
	public String permission(String verb) {
		return this.app + "." + verb + "_" + name();
	}

	public String fullName() {
		return this.app + "." + name();
	}

}
