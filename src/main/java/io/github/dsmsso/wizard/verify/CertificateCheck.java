package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.http.Fingerprint;

/**
 * The NAS would trust authentik's certificate. Where the administrator had to choose it
 * for this wizard, no public authority vouches for it, and the NAS asks the same ones.
 */
final class CertificateCheck implements Check {

	private static final String ID = "certificate";

	@Override
	public CheckResult examine(Observation observation) {
		Fingerprint chosen = observation.expected().authentik().trust().chosen();
		String host = observation.expected().authentik().address().host();
		if (chosen == null) {
			return CheckResult.pass(ID, "public", host);
		}
		CheckResult result = observation.expected().signInProven() ? CheckResult.pass(ID, "proven", host)
				: CheckResult.warn(ID, "chosen", host);
		return result.with("fingerprint", chosen.value());
	}

}
