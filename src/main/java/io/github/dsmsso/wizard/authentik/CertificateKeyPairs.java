package io.github.dsmsso.wizard.authentik;

import java.util.List;

/** {@code /crypto/certificatekeypairs/}. */
public interface CertificateKeyPairs {

	/** The pairs that hold a private key, by name. */
	List<CertificateKeyPair> list();

	/** Generates a self-signed RSA pair: {@code POST …/generate/}. */
	CertificateKeyPair createRsa(String name, int validityDays);

	/** Deletes a pair; one that is gone already is no failure. */
	void delete(String pk);

}
