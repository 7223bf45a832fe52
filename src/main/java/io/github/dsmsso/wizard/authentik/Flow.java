package io.github.dsmsso.wizard.authentik;

import java.util.List;

/**
 * A flow.
 *
 * @param pk its UUID
 * @param slug its slug
 * @param name its name
 * @param audience {@code authentication}: who may pass it
 * @param stages {@code stages}: UUIDs of its stages
 */
public record Flow(String pk, String slug, String name, Audience audience, List<String> stages) {

	/** Signs in without asking for consent. */
	public static final String IMPLICIT_CONSENT = "default-provider-authorization-implicit-consent";

	/** Asks for consent first. */
	public static final String EXPLICIT_CONSENT = "default-provider-authorization-explicit-consent";

	/** Signs out of the application and leaves the sign-in to authentik alone. */
	public static final String PROVIDER_INVALIDATION = "default-provider-invalidation-flow";

	public Flow {
		stages = List.copyOf(stages);
	}

	/** A flow without stages that everybody may pass who is signed in. */
	public Flow(String pk, String slug, String name) {
		this(pk, slug, name, Audience.SIGNED_IN, List.of());
	}

	/** What a flow is for. */
	public enum Designation {

		/** {@code authorization}. */
		AUTHORIZATION,
		/** {@code invalidation}. */
		INVALIDATION

	}

	/** Who may pass a flow. */
	public enum Audience {

		/** Everybody who is signed in ({@code none}, {@code require_authenticated}). */
		SIGNED_IN,
		/** Administrators of authentik ({@code require_superuser}). */
		SUPERUSERS,
		/**
		 * Nobody who is signed in and comes from an application
		 * ({@code require_unauthenticated}, {@code require_redirect},
		 * {@code require_outpost}, {@code require_token}).
		 */
		NOBODY_SIGNED_IN

	}

}
