package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.ProviderRules;

/**
 * The client is confidential.
 */
final class ClientTypeCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.judge(Aspect.CLIENT_TYPE.id(), (provider) -> CheckResult.of(ProviderRules.clientType(provider)));
	}

}
