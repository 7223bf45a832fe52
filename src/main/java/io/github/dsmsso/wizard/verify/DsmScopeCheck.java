package io.github.dsmsso.wizard.verify;

import java.util.List;

/**
 * DSM asks for the scopes that carry the account name.
 */
final class DsmScopeCheck implements Check {

	private static final String ID = "dsm-scope";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(ID, (sso) -> judge(List.of(sso.oidc().scope().strip().split("\\s+"))).with("in-dsm",
					sso.oidc().scope()));
	}

	private static CheckResult judge(List<String> asked) {
		List<String> missing = AttachedScopes.missing(List.of("openid", "profile"), asked);
		if (!missing.isEmpty()) {
			return CheckResult.fail(ID, "missing", String.join(" ", missing));
		}
		return asked.contains("email") ? CheckResult.pass(ID, "complete") : CheckResult.warn(ID, "no-email");
	}

}
