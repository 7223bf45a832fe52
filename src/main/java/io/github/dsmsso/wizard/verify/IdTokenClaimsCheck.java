package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.ProviderRules;

/**
 * The claims are in the ID token.
 */
final class IdTokenClaimsCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.judge(Aspect.ID_TOKEN_CLAIMS.id(), (provider) -> CheckResult.of(ProviderRules.idTokenClaims(provider)));
	}

}
