package io.github.dsmsso.wizard.verify;

/**
 * The claims are in the ID token, where DSM is known to find them.
 */
final class IdTokenClaimsCheck implements Check {

	private static final String ID = "id-token-claims";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.judge(ID, (provider) -> provider.includeClaimsInIdToken() ? CheckResult.pass(ID, "included")
					: CheckResult.warn(ID, "left-out", provider.name()));
	}

}
