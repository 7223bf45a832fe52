package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.OAuth2Providers.ProviderName;

/**
 * Finds names that nothing in authentik has yet: authentik wants the name of a provider
 * and the slug of an application to be the only ones.
 */
final class FreeNames {

	private final List<ProviderName> providers;

	private final Predicate<String> isSlugTaken;

	private FreeNames(List<ProviderName> providers, Predicate<String> isSlugTaken) {
		this.providers = providers;
		this.isSlugTaken = isSlugTaken;
	}

	/** By what was read before, as far as that tells it. */
	static FreeNames in(AuthentikInventory inventory, AuthentikClient authentik) {
		return new FreeNames(inventory.providerNames(),
				(slug) -> isUsed(slug, inventory.providers()) || isTaken(slug, authentik));
	}

	/** By what is there now. */
	static FreeNames now(AuthentikClient authentik) {
		return new FreeNames(authentik.providers().names(), (slug) -> isTaken(slug, authentik));
	}

	private static boolean isUsed(String slug, List<OAuth2Provider> providers) {
		return providers.stream().anyMatch((other) -> slug.equals(other.applicationSlug()));
	}

	private static boolean isTaken(String slug, AuthentikClient authentik) {
		return authentik.applications().get(slug).isPresent();
	}

	/**
	 * The name that is wished, or the first of its numbered kin that is free.
	 * @param forProvider whether a provider gets it
	 * @param forApplication whether an application gets it as its slug
	 */
	String next(String wished, boolean forProvider, boolean forApplication) {
		return Stream.iterate(1, (number) -> number + 1)
			.map((number) -> (number == 1) ? wished : wished + "-" + number)
			.filter((name) -> !forProvider || this.providers.stream().noneMatch((taken) -> taken.name().equals(name)))
			.filter((name) -> !forApplication || !this.isSlugTaken.test(name))
			.findFirst()
			.orElseThrow();
	}

}
