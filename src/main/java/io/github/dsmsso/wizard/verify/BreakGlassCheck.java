package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.dsm.DsmAccounts;

/**
 * An administrator can still sign in while authentik is down.
 */
final class BreakGlassCheck implements Check {

	private static final String ID = "break-glass";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm().accounts().judge(ID, BreakGlassCheck::judge);
	}

	private static CheckResult judge(DsmAccounts accounts) {
		List<String> names = accounts.localAdministrators();
		return names.isEmpty() ? CheckResult.warn(ID, "none")
				: CheckResult.pass(ID, "remains").with("local-administrators", String.join(", ", names));
	}

}
