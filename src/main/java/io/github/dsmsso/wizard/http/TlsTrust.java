package io.github.dsmsso.wizard.http;

import org.jspecify.annotations.Nullable;

/**
 * Why a peer's certificate is trusted: because a public authority vouches for it and for
 * the name, or because the administrator chose this very certificate for this run.
 *
 * @param chosen the certificate that was chosen, or null for the public authorities
 */
public record TlsTrust(@Nullable Fingerprint chosen) {

	/** Trust in the authorities that this Java knows. */
	public static TlsTrust publicAuthorities() {
		return new TlsTrust(null);
	}

	/** Trust in one certificate and no other, whatever name it carries. */
	public static TlsTrust in(Fingerprint fingerprint) {
		return new TlsTrust(fingerprint);
	}

}
