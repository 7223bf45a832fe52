package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.authentik.ScopeMapping;

/**
 * The scopes that a provider answers: the mappings that are attached to it.
 */
final class AttachedScopes {

	private AttachedScopes() {
	}

	/** The mappings that are attached. */
	static Observed<List<ScopeMapping>> mappings(AuthentikSide authentik) {
		return authentik.provider()
			.lookFurther(authentik.mappings(),
					(provider, mappings) -> mappings.stream()
						.filter((mapping) -> provider.propertyMappings().contains(mapping.pk()))
						.toList());
	}

}
