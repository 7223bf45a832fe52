package io.github.dsmsso.lab.http;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.security.spec.ECGenParameterSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HexFormat;
import java.util.Locale;

import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.asn1.x509.Extension;
import org.bouncycastle.asn1.x509.GeneralName;
import org.bouncycastle.asn1.x509.GeneralNames;
import org.bouncycastle.cert.CertIOException;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;

/**
 * A self-signed certificate of a laboratory server, made anew each time, as an appliance
 * has one when it leaves the factory.
 *
 * @param certificate the certificate
 * @param privateKey its key, on a curve: most of what a handshake costs is the signature
 */
public record LabCertificate(X509Certificate certificate, PrivateKey privateKey) {

	/** A certificate for the given names and addresses, valid now. */
	public static LabCertificate selfSigned(String... names) {
		return selfSigned(Instant.now().minus(Duration.ofDays(1)), Instant.now().plus(Duration.ofDays(365)), names);
	}

	/** A certificate for the given names and addresses that ended yesterday. */
	public static LabCertificate expired(String... names) {
		return selfSigned(Instant.now().minus(Duration.ofDays(90)), Instant.now().minus(Duration.ofDays(1)), names);
	}

	private static LabCertificate selfSigned(Instant from, Instant until, String... names) {
		try {
			KeyPair keys = newKeys();
			X500Name subject = new X500Name("CN=" + names[0]);
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(subject,
					new BigInteger(64, new SecureRandom()), Date.from(from), Date.from(until), subject,
					keys.getPublic());
			GeneralName[] alternatives = new GeneralName[names.length];
			for (int i = 0; i < names.length; i++) {
				alternatives[i] = new GeneralName(isAddress(names[i]) ? GeneralName.iPAddress : GeneralName.dNSName,
						names[i]);
			}
			builder.addExtension(Extension.subjectAlternativeName, false, new GeneralNames(alternatives));
			X509Certificate certificate = new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder("SHA256withECDSA").build(keys.getPrivate())));
			return new LabCertificate(certificate, keys.getPrivate());
		}
		catch (GeneralSecurityException | OperatorCreationException | CertIOException ex) {
			throw new IllegalStateException("No certificate could be made", ex);
		}
	}

	private static KeyPair newKeys() {
		try {
			KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
			generator.initialize(new ECGenParameterSpec("secp256r1"));
			return generator.generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The SHA-256 of the certificate, upper-case hex with colons, as browsers show it.
	 */
	public String fingerprint() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(this.certificate.getEncoded());
			return HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static boolean isAddress(String name) {
		return name.matches("[0-9.]+") || name.contains(":");
	}

}
