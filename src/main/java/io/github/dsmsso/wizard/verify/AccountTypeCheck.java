package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.dsm.OidcSso;

/**
 * There are accounts that may sign in at all: local ones only where DSM is told so.
 */
final class AccountTypeCheck implements Check {

	private static final String ID = "account-type";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm()
			.sso()
			.judge(ID, (sso) -> Boolean.TRUE.equals(sso.oidc().allowLocalUser()) ? CheckResult.pass(ID, "local-too")
					: directoryOnly(sso.oidc(), observation.dsm().nas()));
	}

	private static CheckResult directoryOnly(OidcSso oidc, Seen<NasDescription> nas) {
		return nas.judge(ID, (described) -> switch (described.directory()) {
			case DOMAIN, LDAP -> CheckResult.pass(ID, "directory-only");
			case UNKNOWN -> CheckResult.unknown(ID, "directory-unknown");
			case NONE -> CheckResult.fail(ID, oidc.knowsLocalUsers() ? "nobody" : "old-dsm");
		});
	}

}
