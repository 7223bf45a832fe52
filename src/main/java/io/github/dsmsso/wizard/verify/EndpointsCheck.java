package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.oidc.DiscoveryDocument;

/**
 * DSM knows authentik's two endpoints, as authentik itself names them.
 */
final class EndpointsCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(observation.protocol().document(), Aspect.ENDPOINTS.id(),
					(sso, document) -> judge(sso.oidc(), document));
	}

	private static CheckResult judge(OidcSso held, DiscoveryDocument document) {
		return DsmField.compared(DsmRules.endpoints(held, document.authorizationEndpoint(), document.tokenEndpoint()),
				held.authorizationEndpoint() + ", " + held.tokenEndpoint(),
				document.authorizationEndpoint() + ", " + document.tokenEndpoint());
	}

}
