package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.ProviderRules;

/**
 * ID tokens are not encrypted.
 */
final class EncryptionCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik()
			.provider()
			.judge(Aspect.ENCRYPTION.id(), (provider) -> CheckResult.of(ProviderRules.encryption(provider)));
	}

}
