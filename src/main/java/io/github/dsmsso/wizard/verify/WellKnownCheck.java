package io.github.dsmsso.wizard.verify;

/**
 * DSM reads about authentik at the right address.
 */
final class WellKnownCheck implements Check {

	private static final String ID = "well-known";

	@Override
	public CheckResult examine(Observation observation) {
		String wanted = observation.expected().wellKnown().toString();
		return observation.dsm().sso().judge(ID, (sso) -> DsmField.compare(ID, sso.oidc().wellKnown(), wanted));
	}

}
