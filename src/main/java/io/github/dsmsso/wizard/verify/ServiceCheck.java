package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.dsm.SsoProfile;

/**
 * DSM's OpenID Connect service is switched on: saving its settings alone does not do
 * that.
 */
final class ServiceCheck implements Check {

	private static final String ID = "service";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm().sso().judge(ID, (sso) -> judge(sso.profile()));
	}

	private static CheckResult judge(SsoProfile profile) {
		if (profile.isOidcEnabled()) {
			return CheckResult.pass(ID, "on");
		}
		return profile.enabled() ? CheckResult.fail(ID, "other-profile", profile.profile())
				: CheckResult.fail(ID, "off");
	}

}
