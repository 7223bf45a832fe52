package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.PresentedCertificate;
import org.jspecify.annotations.Nullable;

/**
 * The NAS would trust authentik's certificate. Where the administrator had to choose it
 * for this wizard, no public authority vouches for it, and the NAS asks the same ones.
 */
final class CertificateCheck implements Check {

	private static final String ID = "certificate";

	@Override
	public CheckResult examine(Observation observation) {
		Expectation expected = observation.expected();
		Fingerprint chosen = expected.authentik().trust().chosen();
		String host = expected.authentik().address().host();
		if (chosen == null) {
			return CheckResult.pass(ID, "public", host);
		}
		CheckResult result = expected.signInProven() ? CheckResult.pass(ID, "proven", host)
				: chosen(host, expected.presented().byAuthentik());
		return result.with("fingerprint", chosen.value());
	}

	/** Why it had to be chosen is why DSM would refuse it. */
	private static CheckResult chosen(String host, @Nullable PresentedCertificate certificate) {
		if (certificate == null || !certificate.inDate()) {
			return CheckResult.warn(ID, "chosen", host);
		}
		if (!certificate.forThisName()) {
			return CheckResult.warn(ID, "other-name", host, String.join(", ", certificate.names()));
		}
		boolean selfSigned = certificate.subject().equals(certificate.issuer());
		return selfSigned ? CheckResult.warn(ID, "self-signed", host)
				: CheckResult.warn(ID, "chain", host, certificate.issuer());
	}

}
