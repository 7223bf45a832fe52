package io.github.dsmsso.lab.authentik;

/**
 * A kind of object as Django names it.
 *
 * @param app the app, such as {@code authentik_core}
 * @param name the model in lower case, such as {@code application}
 * @param verbose what people read
 */
record Model(String app, String name, String verbose) {

	/** As {@code authentik_core.view_application}. */
	String permission(String verb) {
		return this.app + "." + verb + "_" + this.name;
	}

	String fullName() {
		return this.app + "." + this.name;
	}

}
