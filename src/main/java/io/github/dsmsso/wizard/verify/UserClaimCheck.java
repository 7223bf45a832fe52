package io.github.dsmsso.wizard.verify;

import java.util.Optional;

import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.judgement.Verdict;

/**
 * authentik sends the claim in which DSM looks for the account name.
 */
final class UserClaimCheck implements Check {

	private static final String ID = Aspect.USER_CLAIM.id();

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm().sso().judge(ID, (sso) -> {
			ClaimFacts facts = ClaimReading.of(observation).find().orElse(ClaimFacts.unknown());
			return withSample(judge(DsmRules.userClaim(sso.oidc(), facts)), sso.oidc().userClaim(), observation);
		});
	}

	/** What cannot be judged is told of by other checks. */
	private static CheckResult judge(Judgement judgement) {
		return (judgement.verdict() == Verdict.UNKNOWN) ? CheckResult.dependsOnOthers(ID) : CheckResult.of(judgement);
	}

	private static CheckResult withSample(CheckResult result, String claim, Observation observation) {
		if (claim.isEmpty()) {
			return result;
		}
		CheckResult named = result.with("user-claim", claim);
		Optional<ClaimSample> sample = observation.authentik().sample().find();
		return sample.flatMap((of) -> of.preview().claim(claim).map((value) -> of.username() + " → " + value))
			.map((text) -> named.with("claim-sample", text))
			.orElse(named);
	}

}
