package io.github.dsmsso.wizard.verify;

import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.OAuth2Provider;

/**
 * No earlier attempt has left a provider for this NAS behind: one that no application
 * uses serves nobody, and may be taken for the right one.
 */
final class LeftoversCheck implements Check {

	private static final String ID = "leftovers";

	@Override
	public CheckResult examine(Observation observation) {
		String redirect = observation.expected().redirectUri().value();
		return observation.authentik().provider().judge(observation.authentik().providers(), ID, (ours, all) -> {
			String names = all.stream()
				.filter((other) -> other.pk() != ours.pk() && isLeftOver(other, redirect))
				.map(OAuth2Provider::name)
				.sorted()
				.collect(Collectors.joining(", "));
			return names.isEmpty() ? CheckResult.pass(ID, "none") : CheckResult.warn(ID, "unused", names, redirect);
		});
	}

	private static boolean isLeftOver(OAuth2Provider provider, String redirect) {
		return provider.applicationSlug() == null && provider.redirectUris()
			.stream()
			.anyMatch((allowed) -> allowed.strict() && allowed.matches(redirect));
	}

}
