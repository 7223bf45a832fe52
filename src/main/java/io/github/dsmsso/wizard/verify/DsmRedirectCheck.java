package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.RedirectRules;

/**
 * DSM expects people back at exactly the address by which they open it.
 */
final class DsmRedirectCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		Expectation expected = observation.expected();
		return observation.dsm()
			.sso()
			.judge(Aspect.DSM_REDIRECT.id(),
					(sso) -> CheckResult
						.of(RedirectRules.inDsm(sso.oidc().redirectUri(), expected.redirectUri(), expected.opened()))
						.with("in-dsm", sso.oidc().redirectUri())
						.with("dsm-address", expected.redirectUri().value()));
	}

}
