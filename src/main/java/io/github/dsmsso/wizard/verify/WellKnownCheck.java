package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.DsmRules;

/**
 * DSM reads about authentik at the right address.
 */
final class WellKnownCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(Aspect.WELL_KNOWN.id(), (sso) -> judge(sso.oidc(), observation.expected()));
	}

	private static CheckResult judge(OidcSso held, Expectation expected) {
		return DsmField.compared(DsmRules.wellKnown(held, expected.addresses()), held.wellKnown(),
				expected.wellKnown().toString());
	}

}
