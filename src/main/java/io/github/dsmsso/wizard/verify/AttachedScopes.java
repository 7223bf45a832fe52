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

	/**
	 * Whether somebody's own mapping answers the profile scope: it may send another name
	 * than the user's, as authentik's guide for DSM shows.
	 */
	static boolean rewriteNames(AuthentikSide authentik) {
		return mappings(authentik).find()
			.filter((mappings) -> mappings.stream().anyMatch(AttachedScopes::isOwnProfile))
			.isPresent();
	}

	private static boolean isOwnProfile(ScopeMapping mapping) {
		return mapping.scopeName().equals("profile") && !mapping.isShippedFor("profile");
	}

	private static Seen<List<ScopeMapping>> mappings(AuthentikSide authentik) {
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
