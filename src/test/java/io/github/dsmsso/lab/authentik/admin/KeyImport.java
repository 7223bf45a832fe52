package io.github.dsmsso.lab.authentik.admin;

import java.io.IOException;
import java.io.StringReader;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.store.Invalid;
import io.github.dsmsso.lab.authentik.world.KeyMaterial;
import org.bouncycastle.asn1.DERNull;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.pkcs.RSAPrivateKey;
import org.bouncycastle.asn1.sec.ECPrivateKey;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.bouncycastle.asn1.x9.X9ObjectIdentifiers;
import org.bouncycastle.cert.X509CertificateHolder;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.openssl.jcajce.JcaPEMKeyConverter;
import org.bouncycastle.util.io.pem.PemObject;
import org.bouncycastle.util.io.pem.PemReader;
import org.jspecify.annotations.Nullable;

/**
 * Certificates and private keys in PEM, as clients bring them. The first block of the
 * wanted kind counts.
 */
final class KeyImport {

	/** By Java's names, where they are not the type in upper case. */
	private static final Map<String, String> TYPES = Map.of("EdDSA", "ed25519");

	private KeyImport() {
	}

	/** What is in a block of PEM. */
	@FunctionalInterface
	private interface Reading<T> {

		/** The thing, or null for a block of another kind. */
		@Nullable T of(PemObject block) throws IOException, GeneralSecurityException;

	}

	/**
	 * What a field takes for a certificate.
	 * @throws Invalid if it is none
	 */
	static Object certificateText(Object value) {
		certificate(value.toString());
		return value;
	}

	/**
	 * What a field takes for a private key: none, or one without a password.
	 * @throws Invalid if it is anything else
	 */
	static Object privateKeyText(Object value) {
		privateKey(value.toString());
		return value;
	}

	/** As {@link AuthentikAssumption#A_PRIVATE_KEY_NEED_NOT_FIT} says. */
	static KeyMaterial material(String certificate, String privateKey) {
		X509Certificate parsed = certificate(certificate);
		return new KeyMaterial(type(parsed), new KeyPair(parsed.getPublicKey(), privateKey(privateKey)), parsed);
	}

	private static String type(X509Certificate certificate) {
		String algorithm = certificate.getPublicKey().getAlgorithm();
		return TYPES.getOrDefault(algorithm, algorithm).toLowerCase(Locale.ROOT);
	}

	private static X509Certificate certificate(String pem) {
		return read(pem, KeyImport::certificate, "Unable to load certificate.");
	}

	private static @Nullable PrivateKey privateKey(String pem) {
		return pem.isEmpty() ? null
				: read(pem, KeyImport::privateKey, "Unable to load private key (possibly encrypted?).");
	}

	private static <T> T read(String pem, Reading<T> reading, String error) {
		try (PemReader reader = new PemReader(new StringReader(pem))) {
			for (PemObject block = reader.readPemObject(); block != null; block = reader.readPemObject()) {
				T found = reading.of(block);
				if (found != null) {
					return found;
				}
			}
		}
		catch (IOException | GeneralSecurityException | IllegalArgumentException | IllegalStateException ex) {
			throw Invalid.because(error);
		}
		throw Invalid.because(error);
	}

	private static @Nullable X509Certificate certificate(PemObject block) throws IOException, GeneralSecurityException {
		return block.getType().equals("CERTIFICATE")
				? new JcaX509CertificateConverter().getCertificate(new X509CertificateHolder(block.getContent()))
				: null;
	}

	private static @Nullable PrivateKey privateKey(PemObject block) throws IOException {
		PrivateKeyInfo info = switch (block.getType()) {
			case "PRIVATE KEY" -> PrivateKeyInfo.getInstance(block.getContent());
			case "RSA PRIVATE KEY" ->
				new PrivateKeyInfo(new AlgorithmIdentifier(PKCSObjectIdentifiers.rsaEncryption, DERNull.INSTANCE),
						RSAPrivateKey.getInstance(block.getContent()));
			case "EC PRIVATE KEY" -> ofCurve(ECPrivateKey.getInstance(block.getContent()));
			default -> null;
		};
		return (info != null) ? new JcaPEMKeyConverter().getPrivateKey(info) : null;
	}

	private static PrivateKeyInfo ofCurve(ECPrivateKey key) throws IOException {
		return new PrivateKeyInfo(
				new AlgorithmIdentifier(X9ObjectIdentifiers.id_ecPublicKey, key.getParametersObject()), key);
	}

}
