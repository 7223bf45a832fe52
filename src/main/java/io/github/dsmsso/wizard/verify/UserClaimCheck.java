package io.github.dsmsso.wizard.verify;

import java.util.Optional;

import io.github.dsmsso.wizard.oidc.DiscoveryDocument;

/**
 * authentik sends the claim in which DSM looks for the account name.
 */
final class UserClaimCheck implements Check {

	private static final String ID = "user-claim";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm().sso().judge(ID, (sso) -> judge(sso.oidc().userClaim(), observation));
	}

	private static CheckResult judge(String claim, Observation observation) {
		if (claim.isEmpty()) {
			return CheckResult.fail(ID, "empty");
		}
		if (lacksProfileScope(observation)) {
			return CheckResult.dependsOnOthers(ID);
		}
		return observation.protocol().document().judge(ID, (document) -> judge(claim, document, observation));
	}

	private static CheckResult judge(String claim, DiscoveryDocument document, Observation observation) {
		Optional<ClaimSample> sample = observation.authentik().sample().find();
		Optional<String> value = sample.flatMap((of) -> of.preview().claim(claim));
		CheckResult result = (value.isPresent() || document.claims().contains(claim)) ? sent(claim)
				: CheckResult.fail(ID, "not-sent", claim);
		CheckResult withClaim = result.with("user-claim", claim);
		return value.map((text) -> withClaim.with("claim-sample", sample.orElseThrow().username() + " → " + text))
			.orElse(withClaim);
	}

	private static CheckResult sent(String claim) {
		return PeopleReading.isUsername(claim) ? CheckResult.pass(ID, "sent", claim)
				: CheckResult.warn(ID, "other-claim", claim);
	}

	private static boolean lacksProfileScope(Observation observation) {
		return AttachedScopes.of(observation.authentik())
			.find()
			.filter((attached) -> !attached.contains("profile"))
			.isPresent();
	}

}
