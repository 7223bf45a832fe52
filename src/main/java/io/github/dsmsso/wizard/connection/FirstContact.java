package io.github.dsmsso.wizard.connection;

import java.util.Optional;

import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PresentedCertificate;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * A server that answered at an address, before anything was said to it.
 *
 * @param address the address
 * @param certificate what it presents; null for a loopback address without TLS
 */
public record FirstContact(BaseUrl address, @Nullable PresentedCertificate certificate) {

	/** The server, where its certificate needs no decision. */
	public Optional<Peer> settledPeer() {
		return needsDecision() ? Optional.empty() : Optional.of(new Peer(this.address, TlsTrust.publicAuthorities()));
	}

	/**
	 * Whether no authority is known for the certificate, so that a person has to look.
	 */
	public boolean needsDecision() {
		return this.certificate != null && !this.certificate.trusted();
	}

	/**
	 * The server under the certificate that a person chose to trust.
	 * @param fingerprint what the person saw, as {@link Fingerprint#value()} has it
	 * @return empty where the server presents another certificate
	 */
	public Optional<Peer> trusting(String fingerprint) {
		return Optional.ofNullable(this.certificate)
			.map(PresentedCertificate::fingerprint)
			.filter((presented) -> presented.value().equals(fingerprint))
			.map((chosen) -> new Peer(this.address, TlsTrust.in(chosen)));
	}

}
