package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.DsmRules;

/**
 * DSM shows authentik the client id of this provider.
 */
final class ClientIdCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(observation.authentik().provider(), Aspect.CLIENT_ID.id(),
					(sso, provider) -> DsmField.compared(DsmRules.clientId(sso.oidc(), provider.credentials()),
							sso.oidc().clientId(), provider.credentials().clientId()));
	}

}
