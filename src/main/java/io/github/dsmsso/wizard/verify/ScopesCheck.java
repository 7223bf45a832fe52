package io.github.dsmsso.wizard.verify;

import java.util.List;

/**
 * The provider answers the scopes that DSM asks for.
 */
final class ScopesCheck implements Check {

	private static final String ID = "scopes";

	private static final List<String> WANTED = List.of("openid", "profile", "email");

	@Override
	public CheckResult examine(Observation observation) {
		return AttachedScopes.of(observation.authentik()).judge(ID, ScopesCheck::judge);
	}

	private static CheckResult judge(List<String> attached) {
		String missing = String.join(", ", AttachedScopes.missing(WANTED, attached));
		CheckResult result = missing.isEmpty() ? CheckResult.pass(ID, "attached")
				: CheckResult.fail(ID, "missing", missing);
		return result.with("scopes", String.join(", ", attached));
	}

}
