package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.connection.FirstContact;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PresentedCertificate;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * The page on which a person decides about a certificate, the same for both systems.
 */
final class CertificateDecision {

	private CertificateDecision() {
	}

	/**
	 * The certificate that is to be decided about.
	 * @param otherwise the page to go to where there is none
	 */
	static PresentedCertificate certificate(FirstContact contact, String otherwise) {
		if (contact.certificate() == null) {
			throw new StepNotReachedException(otherwise);
		}
		return contact.certificate();
	}

	/**
	 * The server under the certificate that was chosen to be trusted.
	 * @param shown the fingerprint that the person saw
	 * @param page where the present one is shown
	 * @throws OvertakenException where the server presents another one
	 */
	static Peer trusting(FirstContact contact, String shown, String page) {
		certificate(contact, page);
		return contact.trusting(shown)
			.orElseThrow(() -> new OvertakenException(Problem.of("form.certificate-outdated"), page));
	}

}
