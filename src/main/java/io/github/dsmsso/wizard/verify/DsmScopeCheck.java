package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;

/**
 * DSM asks for the scopes that carry the account name.
 */
final class DsmScopeCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		ClaimFacts facts = ClaimReading.of(observation).find().orElse(ClaimFacts.unknown());
		return observation.dsm()
			.sso()
			.judge(Aspect.DSM_SCOPE.id(),
					(sso) -> CheckResult.of(DsmRules.scope(sso.oidc(), facts)).with("in-dsm", sso.oidc().scope()));
	}

}
