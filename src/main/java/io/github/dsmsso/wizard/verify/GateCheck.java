package io.github.dsmsso.wizard.verify;

import java.util.Optional;

import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * Nothing in front of authentik keeps from its sign-in those who have no session yet.
 * People may pass a gate in their browsers; DSM, which reads the OpenID configuration,
 * cannot.
 */
final class GateCheck implements Check {

	private static final String ID = "gate";

	@Override
	public CheckResult examine(Observation observation) {
		return atTheDocument(observation).map((problem) -> CheckResult.fail(ID, "document").because(problem))
			.orElseGet(() -> atTheSignIn(observation));
	}

	private static CheckResult atTheSignIn(Observation observation) {
		return observation.protocol().authorization().judge(ID, (reply) -> {
			Gate gate = reply.gate();
			return (gate == null) ? CheckResult.pass(ID, "none")
					: CheckResult.warn(ID, "sign-in").because(gate.problem(OpenIdProvider.OPEN_PATH));
		});
	}

	/** What stands before the OpenID configuration. */
	static Optional<Problem> atTheDocument(Observation observation) {
		return Optional.ofNullable(observation.protocol().document().problem()).filter(Gate::isNamedBy);
	}

}
