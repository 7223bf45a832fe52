package io.github.dsmsso.wizard.verify;

/**
 * No other SSO service of DSM is on beside this one.
 */
final class OtherSsoCheck implements Check {

	private static final String ID = "other-sso";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.nas()
			.judge(ID, (nas) -> nas.otherSso().isEmpty() ? CheckResult.pass(ID, "none")
					: CheckResult.warn(ID, "on", String.join(", ", nas.otherSso())));
	}

}
