package io.github.dsmsso.wizard.pages;

import java.util.Optional;

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
record Contact(BaseUrl address, @Nullable PresentedCertificate certificate) {

	/** The server, where its certificate needs no decision. */
	Optional<Peer> settledPeer() {
		boolean settled = this.certificate == null || this.certificate.trusted();
		return settled ? Optional.of(new Peer(this.address, TlsTrust.publicAuthorities())) : Optional.empty();
	}

	/**
	 * The server under the certificate that it presented and that was chosen to be
	 * trusted.
	 */
	Peer chosenPeer() {
		return (this.certificate != null) ? new Peer(this.address, TlsTrust.in(this.certificate.fingerprint()))
				: new Peer(this.address, TlsTrust.publicAuthorities());
	}

}
