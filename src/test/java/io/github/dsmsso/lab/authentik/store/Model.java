package io.github.dsmsso.lab.authentik.store;

/**
 * A kind of object as Django names it.
 *
 * @param app the app, such as {@code authentik_core}
 * @param name the model in lower case, such as {@code application}
 * @param verbose what people read
 */
public record Model(String app, String name, String verbose) {

	/** As {@code authentik_core.view_application}. */
	public String permission(String verb) {
		return this.app + "." + verb + "_" + this.name;
	}

	public String fullName() {
		return this.app + "." + this.name;
	}

}
