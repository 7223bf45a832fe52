package io.github.dsmsso.lab.authentik.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.EncryptionMethod;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEAlgorithm;
import com.nimbusds.jose.JWEHeader;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSAEncrypter;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import io.github.dsmsso.lab.authentik.releases.AuthentikAssumption;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.store.AuthentikJson;
import io.github.dsmsso.lab.authentik.store.Row;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.authentik.world.KeyMaterial;
import io.github.dsmsso.lab.authentik.world.KeyRing;
import org.jspecify.annotations.Nullable;

/**
 * Makes a provider's tokens: signed with its key, or with the client secret where there
 * is none, and encrypted where it has a key for that. By hand, because authentik signs
 * what the library refuses: with short secrets, curves under another name, Ed448.
 */
final class Signer {

	private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

	/** Java's names for what tokens call their algorithm. */
	private static final Map<String, String> SIGNATURES = Map.of("RS256", "SHA256withRSA", "ES256",
			"SHA256withECDSAinP1363Format", "ES384", "SHA384withECDSAinP1363Format", "ES512",
			"SHA512withECDSAinP1363Format", "EdDSA", "EdDSA");

	private final AuthentikWorld world;

	private final KeyRing keyRing;

	private final Row provider;

	private final @Nullable Row key;

	Signer(AuthentikWorld world, Row provider) {
		this.world = world;
		this.keyRing = world.keyRing();
		this.provider = provider;
		this.key = this.keyRing.signingKeyOf(provider).orElse(null);
	}

	/**
	 * The algorithm that discovery announces.
	 * @throws IllegalStateException for keys that cannot sign, which authentik answers
	 * with 500
	 */
	String algorithm() {
		return (this.key != null) ? algorithm(this.keyRing.materialOf(this.key)) : "HS256";
	}

	private String algorithm(KeyMaterial material) {
		if (!material.hasPrivateKey()) {
			throw new IllegalStateException("Invalid private key type: none");
		}
		return switch (material.type()) {
			case "rsa" -> "RS256";
			case "ec" -> ofCurve(bits(material.keys().getPublic()));
			case "ed448" -> edwards(true, material);
			default -> edwards(!this.world.assumes(AuthentikAssumption.ED25519_CANNOT_SIGN), material);
		};
	}

	/** Before 2025.4 every curve was called ES256. */
	private String ofCurve(int bits) {
		if (!this.world.version().has(Behaviour.ALGORITHM_BY_CURVE)) {
			return "ES256";
		}
		return (bits == 521) ? "ES512" : "ES" + bits;
	}

	private String edwards(boolean known, KeyMaterial material) {
		if (!known || !this.world.version().has(Behaviour.ED448_SIGNING)) {
			throw new IllegalStateException("Invalid private key type: " + material.type());
		}
		return "EdDSA";
	}

	private static int bits(PublicKey key) {
		return ((ECPublicKey) key).getParams().getCurve().getField().getFieldSize();
	}

	/** The token as a client gets it. */
	String sign(Map<String, @Nullable Object> claims) {
		String signed = signed(AuthentikJson.write(claims));
		return this.keyRing.encryptionKeyOf(this.provider).map((row) -> encrypted(signed, row)).orElse(signed);
	}

	private String signed(String payload) {
		Map<String, @Nullable Object> header = AuthentikJson.object("alg", algorithm(), "typ", "JWT");
		if (this.key != null) {
			header.put("kid", this.keyRing.keyIdOf(this.key));
		}
		String content = base64url(AuthentikJson.write(header)) + "." + base64url(payload);
		try {
			byte[] bytes = content.getBytes(StandardCharsets.US_ASCII);
			return content + "."
					+ BASE64URL.encodeToString((this.key != null) ? signature(bytes, this.key) : mac(bytes));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] signature(byte[] content, Row key) throws GeneralSecurityException {
		Signature signature = Signature.getInstance(SIGNATURES.get(algorithm()));
		signature.initSign(this.keyRing.materialOf(key).keys().getPrivate());
		signature.update(content);
		return signature.sign();
	}

	private byte[] mac(byte[] content) throws GeneralSecurityException {
		Mac mac = Mac.getInstance("HmacSHA256");
		byte[] secret = this.provider.text("client_secret").getBytes(StandardCharsets.UTF_8);
		mac.init(new SecretKeySpec(secret, "HmacSHA256"));
		return mac.doFinal(content);
	}

	private String encrypted(String token, Row key) {
		JWEHeader header = new JWEHeader.Builder(JWEAlgorithm.RSA_OAEP_256, EncryptionMethod.A256CBC_HS512)
			.contentType("JWT")
			.keyID(this.keyRing.keyIdOf(key))
			.build();
		try {
			JWEObject encrypted = new JWEObject(header, new Payload(token));
			encrypted.encrypt(new RSAEncrypter((RSAPublicKey) this.keyRing.materialOf(key).keys().getPublic()));
			return encrypted.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What a token says of a code or another token: half of its digest. */
	static String half(String text) {
		byte[] digest = KeyMaterial.digest("SHA-256", text.getBytes(StandardCharsets.US_ASCII));
		return BASE64URL.encodeToString(Arrays.copyOf(digest, digest.length / 2));
	}

	private static String base64url(String text) {
		return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/**
	 * The public keys: the one that signs and the one that encrypts, or an empty object
	 * without keys ({@code authentik/providers/oauth2/views/jwks.py}).
	 */
	Map<String, @Nullable Object> publicKeys() {
		List<Map<String, @Nullable Object>> keys = new ArrayList<>();
		if (this.key != null) {
			keys.add(publicKey(AuthentikJson.object("alg", algorithm()), "sig", this.key));
		}
		this.keyRing.encryptionKeyOf(this.provider)
			.filter((row) -> this.keyRing.materialOf(row).hasPrivateKey())
			.ifPresent((row) -> keys
				.add(publicKey(AuthentikJson.object("alg", "RSA-OAEP-256", "enc", "A256CBC-HS512"), "enc", row)));
		return keys.isEmpty() ? AuthentikJson.object() : AuthentikJson.object("keys", keys);
	}

	private Map<String, @Nullable Object> publicKey(Map<String, @Nullable Object> jwk, String use, Row row) {
		KeyMaterial material = this.keyRing.materialOf(row);
		jwk.put("kid", this.keyRing.keyIdOf(row));
		jwk.putAll(numbers(material, use));
		byte[] certificate = material.encodedCertificate();
		jwk.putAll(AuthentikJson.object("x5c", List.of(Base64.getEncoder().encodeToString(certificate)), "x5t",
				BASE64URL.encodeToString(KeyMaterial.digest("SHA-1", certificate)), "x5t#S256",
				BASE64URL.encodeToString(KeyMaterial.digest("SHA-256", certificate))));
		return jwk;
	}

	private static Map<String, @Nullable Object> numbers(KeyMaterial material, String use) {
		if (material.keys().getPublic() instanceof RSAPublicKey rsa) {
			RSAKey key = new RSAKey.Builder(rsa).build();
			return AuthentikJson.object("kty", "RSA", "use", use, "n", key.getModulus().toString(), "e",
					key.getPublicExponent().toString());
		}
		if (material.keys().getPublic() instanceof ECPublicKey curve) {
			ECKey key = new ECKey.Builder(Curve.forECParameterSpec(curve.getParams()), curve).build();
			return AuthentikJson.object("kty", "EC", "use", use, "x", key.getX().toString(), "y", key.getY().toString(),
					"crv", key.getCurve().getName());
		}
		return AuthentikJson.object("kty", "OKP", "use", use, "x", BASE64URL.encodeToString(point(material)), "crv",
				material.type().equals("ed448") ? "Ed448" : "Ed25519");
	}

	/** The point of an Edwards curve is the end of the key's encoding. */
	private static byte[] point(KeyMaterial material) {
		byte[] encoded = material.keys().getPublic().getEncoded();
		int length = material.type().equals("ed448") ? 57 : 32;
		return Arrays.copyOfRange(encoded, encoded.length - length, encoded.length);
	}

}
