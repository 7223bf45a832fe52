package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.judgement.ProviderRules;
import io.github.dsmsso.wizard.oidc.AuthorizationVerdict;

/**
 * The provider issues codes: its settings say so, and authentik does when it is asked.
 */
final class GrantTypeCheck implements Check {

	private static final String ID = Aspect.GRANT_TYPE.id();

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik().provider().judge(ID, (provider) -> judge(provider, isRefused(observation)));
	}

	private static CheckResult judge(OAuth2Provider provider, boolean refused) {
		Judgement judgement = ProviderRules.grantTypes(provider);
		CheckResult result = (refused && judgement.isRight()) ? CheckResult.fail(ID, "refused", provider.name())
				: CheckResult.of(judgement);
		List<String> grantTypes = provider.grantTypes();
		return (grantTypes != null) ? result.with("grant-types", String.join(", ", grantTypes)) : result;
	}

	private static boolean isRefused(Observation observation) {
		return observation.protocol()
			.authorization()
			.find()
			.filter((reply) -> reply.verdict() == AuthorizationVerdict.GRANT_REFUSED)
			.isPresent();
	}

}
