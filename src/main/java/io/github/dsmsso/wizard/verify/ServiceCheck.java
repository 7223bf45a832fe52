package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.DsmRules;

/**
 * DSM's OpenID Connect service is switched on.
 */
final class ServiceCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(Aspect.SERVICE.id(), (sso) -> CheckResult.of(DsmRules.service(sso.profile())));
	}

}
