package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.accounts.AccessRules;

/**
 * Whom the bindings of an application let in.
 */
final class BoundAccess {

	private BoundAccess() {
	}

	/** The rules as they are; nothing where there is no application. */
	static Observed<AccessRules> of(AuthentikSide authentik) {
		return authentik.application()
			.lookFurther(authentik.bindings(), (application, bindings) -> AccessRules.asTheyAre(application.slug(),
					bindings, application.matchAny()));
	}

}
