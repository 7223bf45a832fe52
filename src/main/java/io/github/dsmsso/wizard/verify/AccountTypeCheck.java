package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.DsmRules;

/**
 * There are accounts that may sign in at all.
 */
final class AccountTypeCheck implements Check {

	private static final String ID = Aspect.ACCOUNT_TYPE.id();

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm().sso().judge(ID, (sso) -> judge(sso.oidc(), observation));
	}

	/** Where local accounts may sign in, the directory does not matter. */
	private static CheckResult judge(OidcSso held, Observation observation) {
		return Boolean.TRUE.equals(held.allowLocalUser()) ? CheckResult.pass(ID, "local-too")
				: observation.dsm()
					.nas()
					.judge(ID, (nas) -> CheckResult.of(DsmRules.accountType(held, nas.directory())));
	}

}
