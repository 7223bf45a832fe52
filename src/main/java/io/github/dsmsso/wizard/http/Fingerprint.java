package io.github.dsmsso.wizard.http;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The SHA-256 of a certificate, as browsers and DSM's Control Panel show it: upper-case
 * hex with colons.
 *
 * @param value the text
 */
public record Fingerprint(String value) {

	static Fingerprint of(X509Certificate certificate) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(certificate.getEncoded());
			return new Fingerprint(HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT));
		}
		catch (NoSuchAlgorithmException | CertificateEncodingException ex) {
			throw new IllegalStateException(ex);
		}
	}

	@Override
	public String toString() {
		return this.value;
	}

}
