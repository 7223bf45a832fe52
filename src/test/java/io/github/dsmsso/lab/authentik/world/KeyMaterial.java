package io.github.dsmsso.lab.authentik.world;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPrivateKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.pkcs.PrivateKeyInfo;
import org.bouncycastle.asn1.x500.X500Name;
import org.bouncycastle.cert.jcajce.JcaX509CertificateConverter;
import org.bouncycastle.cert.jcajce.JcaX509v3CertificateBuilder;
import org.bouncycastle.openssl.jcajce.JcaPEMWriter;
import org.bouncycastle.operator.OperatorCreationException;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.util.io.pem.PemObject;

/**
 * A certificate and its private key, which may be missing.
 *
 * @param type {@code rsa}, {@code ec}, {@code ed25519} or {@code ed448}
 */
public record KeyMaterial(String type, KeyPair keys, X509Certificate certificate) {

	/** Keys that no test looks at closely are made once, because making them is slow. */
	private static final Map<String, KeyPair> KEYS = new ConcurrentHashMap<>();

	/** Signing is slow as well: the certificates of a day are the same in all worlds. */
	private static final Map<String, KeyMaterial> CERTIFIED = new ConcurrentHashMap<>();

	private static final int STOCK = 4;

	private static final AtomicInteger GENERATED = new AtomicInteger();

	/**
	 * The material an instance is installed with: a real key, the same for all instances,
	 * with a certificate of that day.
	 * @param kind the type; for a curve other than P-256 with the length, as
	 * {@code ec-384}
	 */
	public static KeyMaterial shipped(String kind, String commonName, Clock clock) {
		return certified(kind.replaceFirst("-.*", ""), kind, commonName, 365, clock);
	}

	/**
	 * New material, as the generator makes it; the keys come from a small stock that is
	 * gone through again and again.
	 */
	public static KeyMaterial generated(String type, String commonName, int days, Clock clock) {
		return certified(type, type + " " + GENERATED.incrementAndGet() % STOCK, commonName, days, clock);
	}

	private static KeyMaterial certified(String type, String shelf, String commonName, int days, Clock clock) {
		KeyPair keys = KEYS.computeIfAbsent(shelf, (key) -> newKeys(shelf.replaceFirst(" .*", "")));
		String of = "%s %d %s %s".formatted(shelf, days, clock.instant().truncatedTo(ChronoUnit.DAYS), commonName);
		return CERTIFIED.computeIfAbsent(of, (key) -> certified(type, keys, commonName, days, clock));
	}

	private static KeyPair newKeys(String kind) {
		try {
			return kind.equals("rsa") ? RsaKeys.next() : generator(kind).generateKeyPair();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static KeyPairGenerator generator(String kind) throws GeneralSecurityException {
		String[] parts = kind.split("-", 2);
		KeyPairGenerator generator = KeyPairGenerator.getInstance(parts[0].toUpperCase(java.util.Locale.ROOT));
		if (parts[0].equals("ec")) {
			generator.initialize(new ECGenParameterSpec("secp" + ((parts.length == 2) ? parts[1] : "256") + "r1"));
		}
		return generator;
	}

	private static KeyMaterial certified(String type, KeyPair keys, String commonName, int days, Clock clock) {
		try {
			Instant now = clock.instant();
			X500Name subject = new X500Name(
					"OU=Self-signed,O=authentik,CN=" + commonName.replaceAll("[,+\"\\\\<>;=]", ""));
			JcaX509v3CertificateBuilder builder = new JcaX509v3CertificateBuilder(subject,
					BigInteger.valueOf(now.toEpochMilli()), Date.from(now.minus(Duration.ofDays(1))),
					Date.from(now.plus(Duration.ofDays(days))), subject, keys.getPublic());
			return new KeyMaterial(type, keys, new JcaX509CertificateConverter()
				.getCertificate(builder.build(new JcaContentSignerBuilder(signature(type)).build(keys.getPrivate()))));
		}
		catch (GeneralSecurityException | OperatorCreationException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String signature(String type) {
		return switch (type) {
			case "rsa" -> "SHA256withRSA";
			case "ec" -> "SHA256withECDSA";
			default -> type.toUpperCase(java.util.Locale.ROOT);
		};
	}

	/** The same keys, certified anew for so many days. */
	KeyMaterial lasting(int days, Clock clock) {
		String subject = this.certificate.getSubjectX500Principal().getName();
		return certified(this.type, this.keys, subject.replaceFirst(".*CN=([^,]*).*", "$1"), days, clock);
	}

	public String certificatePem() {
		return pem(this.certificate);
	}

	/** Empty for a certificate alone. */
	public String privateKeyPem() {
		if (!hasPrivateKey()) {
			return "";
		}
		return pem((this.keys.getPrivate() instanceof ECPrivateKey key) ? withCurve(key) : this.keys.getPrivate());
	}

	/** Java leaves the curve out of the traditional format, which OpenSSL cannot read. */
	private static PemObject withCurve(ECPrivateKey key) {
		int bits = key.getParams().getOrder().bitLength();
		ASN1Encodable curve = PrivateKeyInfo.getInstance(key.getEncoded()).getPrivateKeyAlgorithm().getParameters();
		try {
			return new PemObject("EC PRIVATE KEY",
					new org.bouncycastle.asn1.sec.ECPrivateKey(bits, key.getS(), curve).getEncoded());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	public boolean hasPrivateKey() {
		return this.keys.getPrivate() != null;
	}

	/** The key id that authentik derives from the PEM of the private key. */
	String keyId(AuthentikVersion version) {
		byte[] pem = privateKeyPem().getBytes(StandardCharsets.UTF_8);
		if (version.has(Behaviour.LONG_KEY_IDS)) {
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest("SHA-512", pem));
		}
		return HexFormat.of().formatHex(digest("MD5", pem));
	}

	/** The fingerprint as authentik shows it: lower-case hex with colons. */
	public String fingerprint(String algorithm) {
		return HexFormat.ofDelimiter(":").formatHex(digest(algorithm, encodedCertificate()));
	}

	public byte[] encodedCertificate() {
		try {
			return this.certificate.getEncoded();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	public static byte[] digest(String algorithm, byte[] bytes) {
		try {
			return MessageDigest.getInstance(algorithm).digest(bytes);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String pem(Object object) {
		StringWriter text = new StringWriter();
		try (JcaPEMWriter writer = new JcaPEMWriter(text)) {
			writer.writeObject(object);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return text.toString();
	}

}
