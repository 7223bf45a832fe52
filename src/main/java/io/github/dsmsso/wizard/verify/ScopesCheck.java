package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.SentClaims;

/**
 * The provider answers the scopes that carry the account name.
 */
final class ScopesCheck implements Check {

	@Override
	public CheckResult examine(Observation observation) {
		return ClaimReading.of(observation)
			.judge(observation.dsm().sso(), Aspect.SCOPES.id(), (facts, sso) -> judge(facts, sso.oidc()));
	}

	private static CheckResult judge(ClaimFacts facts, OidcSso held) {
		SentClaims sent = facts.sent();
		List<String> attached = (sent != null) ? sent.scopes() : List.of();
		CheckResult result = (sent != null) ? CheckResult.of(DsmRules.scopes(held, facts, sent))
				: CheckResult.dependsOnOthers(Aspect.SCOPES.id());
		return result.with("scopes", String.join(", ", attached));
	}

}
