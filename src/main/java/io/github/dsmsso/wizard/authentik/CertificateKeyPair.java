package io.github.dsmsso.wizard.authentik;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A key pair that can sign tokens.
 *
 * @param pk its UUID
 * @param name its name
 * @param keyType {@code rsa}, {@code ec} … in authentik's writing of today, or an empty
 * string where it does not say
 * @param expires when its certificate ends, or null; an expired one still signs
 */
public record CertificateKeyPair(String pk, String name, String keyType, @Nullable Instant expires) {

	/** Whether it signs with RS256, the only signature DSM is known to accept. */
	public boolean isRsa() {
		return this.keyType.equals("rsa");
	}

}
