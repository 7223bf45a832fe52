package io.github.dsmsso.wizard.verify;

import java.util.Comparator;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.oidc.OpenIdProvider.AuthorizationVerdict;

/**
 * authentik sends people back to exactly the address by which they open DSM. The settings
 * are read, and authentik itself is asked.
 */
final class RedirectCheck implements Check {

	private static final String ID = "redirect";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.judge(ID, (provider) -> judge(provider, observation).with("dsm-address", wanted(observation))
				.with("redirect-uris", listed(provider)));
	}

	private static CheckResult judge(OAuth2Provider provider, Observation observation) {
		String wanted = wanted(observation);
		if (provider.redirectUris().isEmpty()) {
			return CheckResult.fail(ID, "none", wanted, provider.name());
		}
		if (!provider.allows(wanted)) {
			return CheckResult.fail(ID, nearest(provider, wanted), wanted, listed(provider), provider.name());
		}
		boolean refused = observation.protocol()
			.authorization()
			.find()
			.filter((verdict) -> verdict == AuthorizationVerdict.CLIENT_OR_REDIRECT_REFUSED)
			.isPresent();
		return refused ? CheckResult.fail(ID, "refused", wanted, provider.name())
				: accepted(provider, wanted, observation.expected().capabilities().redirectUrisAreObjects());
	}

	private static CheckResult accepted(OAuth2Provider provider, String wanted, boolean knowsStrict) {
		long forSignIn = provider.redirectUris().stream().filter((allowed) -> !allowed.forLogout()).count();
		if (forSignIn > 1) {
			return CheckResult.warn(ID, "several", wanted, provider.name());
		}
		boolean strict = provider.redirectUris().contains(AllowedRedirect.exactly(wanted));
		return (strict || !knowsStrict) ? CheckResult.pass(ID, "accepted", wanted)
				: CheckResult.warn(ID, "pattern", wanted, provider.name());
	}

	private static String nearest(OAuth2Provider provider, String wanted) {
		if (provider.redirectUris().contains(new AllowedRedirect(true, wanted, true))) {
			return "for-logout";
		}
		return provider.redirectUris()
			.stream()
			.map((allowed) -> AddressDifference.between(wanted, allowed.url()))
			.min(Comparator.naturalOrder())
			.orElse(AddressDifference.OTHER)
			.finding();
	}

	private static String wanted(Observation observation) {
		return observation.expected().redirectUri().value();
	}

	private static String listed(OAuth2Provider provider) {
		return provider.redirectUris().stream().map(AllowedRedirect::url).collect(Collectors.joining(", "));
	}

}
