package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.authentik.ScopeMapping;

/**
 * The scopes that a provider answers, by the mappings attached to it.
 */
final class AttachedScopes {

	private AttachedScopes() {
	}

	/** The scopes that have a mapping. */
	static Seen<List<String>> of(AuthentikSide authentik) {
		return mappings(authentik)
			.lookFurther((mappings) -> mappings.stream().map(ScopeMapping::scopeName).distinct().sorted().toList());
	}

	/** The mappings that are attached. */
	static Seen<List<ScopeMapping>> mappings(AuthentikSide authentik) {
		return authentik.provider()
			.lookFurther(authentik.mappings(),
					(provider, mappings) -> mappings.stream()
						.filter((mapping) -> provider.propertyMappings().contains(mapping.pk()))
						.toList());
	}

	/** Those of the wanted ones that are not among the given ones. */
	static List<String> missing(List<String> wanted, List<String> given) {
		return wanted.stream().filter((scope) -> !given.contains(scope)).toList();
	}

}
