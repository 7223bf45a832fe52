package io.github.dsmsso.wizard.authentik;

import java.util.List;
import java.util.Optional;

/** {@code /crypto/certificatekeypairs/}. */
public interface CertificateKeyPairs {

	/** The pairs that hold a private key, by name. */
	List<CertificateKeyPair> list();

	/** One pair; empty where there is none. */
	Optional<CertificateKeyPair> get(String pk);

	/** Generates a self-signed RSA pair: {@code POST …/generate/}. */
	CertificateKeyPair createRsa(String name, int validityDays);

	/** Deletes a pair; one that is gone already is no failure. */
	void delete(String pk);

}
