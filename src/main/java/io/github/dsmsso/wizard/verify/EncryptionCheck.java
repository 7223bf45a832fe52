package io.github.dsmsso.wizard.verify;

/**
 * ID tokens are not encrypted: DSM cannot read them otherwise.
 */
final class EncryptionCheck implements Check {

	private static final String ID = "encryption";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.judge(ID, (provider) -> (provider.encryptionKey() != null)
					? CheckResult.fail(ID, "encrypted", provider.name()) : CheckResult.pass(ID, "none"));
	}

}
