package io.github.dsmsso.wizard.verify;

/**
 * The client is confidential: DSM shows a secret.
 */
final class ClientTypeCheck implements Check {

	private static final String ID = "client-type";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.judge(ID, (provider) -> provider.confidential() ? CheckResult.pass(ID, "confidential")
					: CheckResult.fail(ID, "public", provider.name()));
	}

}
