package io.github.dsmsso.wizard.verify;

import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.judgement.RedirectRules;
import io.github.dsmsso.wizard.oidc.AuthorizationVerdict;

/**
 * authentik sends people back to exactly the address by which they open DSM. The settings
 * are read, and authentik itself is asked.
 */
final class RedirectCheck implements Check {

	private static final String ID = Aspect.REDIRECT.id();

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.judge(ID, (provider) -> judge(provider, observation).with("dsm-address", wanted(observation))
				.with("redirect-uris", listed(provider)));
	}

	private static CheckResult judge(OAuth2Provider provider, Observation observation) {
		Judgement judgement = RedirectRules.atAuthentik(provider, observation.expected().redirectUri(),
				observation.expected().capabilities().redirectUrisAreObjects());
		boolean refused = observation.protocol()
			.authorization()
			.find()
			.filter((reply) -> reply.verdict() == AuthorizationVerdict.CLIENT_OR_REDIRECT_REFUSED)
			.isPresent();
		return (refused && !judgement.isWrong()) ? CheckResult.fail(ID, "refused", wanted(observation), provider.name())
				: CheckResult.of(judgement);
	}

	private static String wanted(Observation observation) {
		return observation.expected().redirectUri().value();
	}

	private static String listed(OAuth2Provider provider) {
		return provider.redirectUris().stream().map(AllowedRedirect::url).collect(Collectors.joining(", "));
	}

}
