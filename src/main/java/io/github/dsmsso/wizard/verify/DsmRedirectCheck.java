package io.github.dsmsso.wizard.verify;

/**
 * DSM expects people back at exactly the address by which they open it. It compares that
 * with the page's own address before it asks authentik anything.
 */
final class DsmRedirectCheck implements Check {

	private static final String ID = "dsm-redirect";

	@Override
	public CheckResult examine(Observation observation) {
		String wanted = observation.expected().redirectUri().value();
		return observation.dsm()
			.sso()
			.judge(ID, (sso) -> judge(sso.oidc().redirectUri(), wanted).with("in-dsm", sso.oidc().redirectUri())
				.with("dsm-address", wanted));
	}

	private static CheckResult judge(String inDsm, String wanted) {
		if (inDsm.isEmpty()) {
			return CheckResult.fail(ID, "empty", wanted);
		}
		return inDsm.equals(wanted) ? CheckResult.pass(ID, "equal", wanted)
				: CheckResult.fail(ID, AddressDifference.between(wanted, inDsm).finding(), inDsm, wanted);
	}

}
