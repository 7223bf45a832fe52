package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.dsm.LoginPage;

/**
 * DSM's sign-in page shows the SSO button.
 */
final class LoginPageCheck implements Check {

	private static final String ID = "login-page";

	@Override
	public CheckResult examine(Observation observation) {
		boolean off = observation.dsm().sso().find().filter((sso) -> !sso.profile().isOidcEnabled()).isPresent();
		return off ? CheckResult.dependsOnOthers(ID) : observation.dsm().loginPage().judge(ID, LoginPageCheck::judge);
	}

	private static CheckResult judge(LoginPage page) {
		if (page.oidcEnabled() == null) {
			return CheckResult.unknown(ID, "silent");
		}
		return page.oidcEnabled() ? CheckResult.pass(ID, "shown") : CheckResult.fail(ID, "not-shown");
	}

}
