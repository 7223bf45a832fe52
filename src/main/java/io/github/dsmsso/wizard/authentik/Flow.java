package io.github.dsmsso.wizard.authentik;

/**
 * A flow.
 *
 * @param pk its UUID
 * @param slug its slug
 * @param name its name
 */
public record Flow(String pk, String slug, String name) {

	/** Signs in without asking for consent. */
	public static final String IMPLICIT_CONSENT = "default-provider-authorization-implicit-consent";

	/** Asks for consent first. */
	public static final String EXPLICIT_CONSENT = "default-provider-authorization-explicit-consent";

	/** Signs out of the application and leaves the sign-in to authentik alone. */
	public static final String PROVIDER_INVALIDATION = "default-provider-invalidation-flow";

	/** What a flow is for. */
	public enum Designation {

		/** {@code authorization}. */
		AUTHORIZATION,
		/** {@code invalidation}. */
		INVALIDATION

	}

}
