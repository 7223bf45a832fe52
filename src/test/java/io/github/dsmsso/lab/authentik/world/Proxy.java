package io.github.dsmsso.lab.authentik.world;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;

/** What stands between browsers and an instance. */
enum Proxy {

	/** Nothing: authentik ends the encryption, and believes what a client forwards. */
	NONE,
	/** A proxy that tells what it forwards and is trusted. */
	TRUSTED,
	/** A proxy that tells what it forwards, from an address that is not trusted. */
	UNTRUSTED,
	/** A proxy that tells nothing. */
	SILENT;

	/** The scheme that arrives at authentik itself. */
	String schemeOnArrival() {
		return (this == NONE) ? "https" : "http";
	}

	/** Whether authentik of this release believes {@code X-Forwarded-} headers. */
	boolean isBelieved(AuthentikVersion version) {
		return this != UNTRUSTED || !version.has(Behaviour.TRUSTED_PROXIES);
	}

	/** Whether the proxy itself says that its clients speak TLS. */
	boolean tellsOfTls() {
		return this == TRUSTED || this == UNTRUSTED;
	}

}
