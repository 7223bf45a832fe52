package io.github.dsmsso.wizard.verify;

import java.net.URI;

import io.github.dsmsso.wizard.dsm.NasDescription;

/**
 * People open DSM by the one address at which single sign-on works: DSM refuses a sign-in
 * that began at another, before authentik hears of it.
 */
final class DsmAddressesCheck implements Check {

	private static final String ID = "dsm-addresses";

	@Override
	public CheckResult examine(Observation observation) {
		return observation.dsm().nas().judge(ID, (nas) -> judge(nas, observation.expected()));
	}

	private static CheckResult judge(NasDescription nas, Expectation expected) {
		String redirect = expected.redirectUri().value();
		String domain = nas.customDomain();
		if (domain != null && !domain.equalsIgnoreCase(URI.create(redirect).getHost()) && !expected.signInProven()) {
			return CheckResult.warn(ID, "custom-domain", domain, redirect);
		}
		if (nas.redirectsToHttps() == null) {
			return CheckResult.unknown(ID, "not-shown", redirect);
		}
		return CheckResult.pass(ID, nas.redirectsToHttps() ? "encrypted" : "plain-http", redirect);
	}

}
