package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.oidc.DiscoveryDocument;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The discovery document can be read at the address DSM should know.
 */
final class DiscoveryCheck implements Check {

	private static final String ID = "discovery";

	@Override
	public CheckResult examine(Observation observation) {
		if (observation.authentik().provider().isNothing() || GateCheck.atTheDocument(observation).isPresent()) {
			return CheckResult.dependsOnOthers(ID);
		}
		String url = observation.expected().wellKnown().toString();
		Observed<DiscoveryDocument> document = observation.protocol().document();
		CheckResult result = document.find()
			.map((found) -> CheckResult.pass(ID, "reachable"))
			.orElseGet(() -> unreachable(url, document.problem()));
		return result.with("well-known", url);
	}

	private static CheckResult unreachable(String url, @Nullable Problem problem) {
		CheckResult result = CheckResult.fail(ID, "unreachable", url);
		return (problem != null) ? result.because(problem) : result;
	}

}
