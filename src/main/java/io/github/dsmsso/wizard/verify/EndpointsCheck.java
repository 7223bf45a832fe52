package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.oidc.DiscoveryDocument;

/**
 * DSM knows authentik's two endpoints. Set over the API, it does not derive them from the
 * well-known URL, and then says that SSO is not properly configured.
 */
final class EndpointsCheck implements Check {

	private static final String ID = "endpoints";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(observation.protocol().document(), ID, (sso, document) -> judge(sso.oidc(), document));
	}

	private static CheckResult judge(OidcSso dsm, DiscoveryDocument document) {
		CheckResult authorization = DsmField.compare(ID, dsm.authorizationEndpoint(),
				document.authorizationEndpoint().toString());
		CheckResult token = DsmField.compare(ID, dsm.tokenEndpoint(), document.tokenEndpoint().toString());
		return (authorization.verdict().compareTo(token.verdict()) >= 0) ? authorization : token;
	}

}
