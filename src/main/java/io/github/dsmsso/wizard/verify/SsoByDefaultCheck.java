package io.github.dsmsso.wizard.verify;

import org.jspecify.annotations.Nullable;

/**
 * DSM's sign-in page starts with SSO only after a sign-in was proven.
 */
final class SsoByDefaultCheck implements Check {

	private static final String ID = "sso-by-default";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(ID, (sso) -> (sso.setting() != null) ? judge(sso.setting().defaultLogin(), observation)
					: observation.dsm().loginPage().judge(ID, (page) -> judge(page.ssoByDefault(), observation)));
	}

	private static CheckResult judge(@Nullable Boolean byDefault, Observation observation) {
		if (byDefault == null) {
			return CheckResult.unknown(ID, "silent");
		}
		if (!byDefault) {
			return CheckResult.pass(ID, "off");
		}
		return observation.expected().signInProven() ? CheckResult.pass(ID, "proven")
				: CheckResult.warn(ID, "unproven");
	}

}
