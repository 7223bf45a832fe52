package io.github.dsmsso.wizard.verify;

/**
 * DSM shows authentik the client id of this provider.
 */
final class ClientIdCheck implements Check {

	private static final String ID = "client-id";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(observation.authentik().provider(), ID,
					(sso, provider) -> DsmField.compare(ID, sso.oidc().clientId(), provider.credentials().clientId()));
	}

}
