package io.github.dsmsso.wizard.verify;

import java.util.List;

import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.oidc.OpenIdProvider.AuthorizationVerdict;

/**
 * The provider issues codes. From authentik 2026.5 on grant types are named, and one made
 * without any answers no request (terraform-provider-authentik issue 915).
 */
final class GrantTypeCheck implements Check {

	private static final String ID = "grant-type";

	private static final String CODE = "authorization_code";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.authentik().provider().judge(ID, (provider) -> judge(provider, isRefused(observation)));
	}

	private static CheckResult judge(OAuth2Provider provider, boolean refused) {
		List<String> grantTypes = provider.grantTypes();
		if (grantTypes == null) {
			return refused ? CheckResult.fail(ID, "refused", provider.name()) : CheckResult.pass(ID, "not-named");
		}
		CheckResult result = !grantTypes.contains(CODE) ? CheckResult.fail(ID, "missing", provider.name())
				: refused ? CheckResult.fail(ID, "refused", provider.name()) : CheckResult.pass(ID, "enabled");
		return result.with("grant-types", String.join(", ", grantTypes));
	}

	private static boolean isRefused(Observation observation) {
		return observation.protocol()
			.authorization()
			.find()
			.filter((verdict) -> verdict == AuthorizationVerdict.GRANT_REFUSED)
			.isPresent();
	}

}
