package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.oidc.AuthorizationReply;

/**
 * The pop-up in which DSM opens authentik can report back to DSM's page. One answer on
 * the way that cuts it off is enough, and the first that it meets is authentik's to the
 * authorization request.
 */
final class SignInWindowCheck implements Check {

	private static final String ID = "sign-in-window";

	@Override
	public CheckResult examine(Observation observation) {
		boolean proven = observation.expected().signInProven();
		return observation.protocol().authorization().judge(ID, (reply) -> judge(reply, proven));
	}

	private static CheckResult judge(AuthorizationReply reply, boolean proven) {
		String policy = reply.openerPolicy();
		if (policy == null) {
			return CheckResult.pass(ID, "reports-back");
		}
		return proven ? CheckResult.pass(ID, "proven", policy) : CheckResult.fail(ID, "cut-off", policy);
	}

}
