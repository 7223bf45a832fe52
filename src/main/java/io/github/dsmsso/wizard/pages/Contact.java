package io.github.dsmsso.wizard.pages;

import java.util.Optional;

import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PresentedCertificate;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A server that answered at an address, before anything was said to it.
 *
 * @param address the address
 * @param certificate what it presents; null for a loopback address without TLS
 */
record Contact(BaseUrl address, @Nullable PresentedCertificate certificate) {

	/** The server, where its certificate needs no decision. */
	Optional<Peer> settledPeer() {
		return needsDecision() ? Optional.empty() : Optional.of(new Peer(this.address, TlsTrust.publicAuthorities()));
	}

	/** Whether nobody vouches for the certificate, so that a person has to look at it. */
	boolean needsDecision() {
		return this.certificate != null && !this.certificate.trusted();
	}

	/**
	 * The certificate that is to be decided about.
	 * @param otherwise the page to go to where there is none
	 */
	PresentedCertificate requireCertificate(String otherwise) {
		if (this.certificate == null) {
			throw new StepNotReachedException(otherwise);
		}
		return this.certificate;
	}

	/**
	 * The server under the certificate that was chosen to be trusted.
	 * @param shown the fingerprint that the person saw
	 * @param page where the present one is shown
	 * @throws OvertakenException where the server presents another one
	 */
	Peer chosenPeer(String shown, String page) {
		PresentedCertificate presented = requireCertificate(page);
		if (!presented.fingerprint().value().equals(shown)) {
			throw new OvertakenException(Problem.of("form.certificate-outdated"), page);
		}
		return new Peer(this.address, TlsTrust.in(presented.fingerprint()));
	}

}
