package io.github.dsmsso.lab.authentik;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.interfaces.ECPrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.RSAKey;
import org.jspecify.annotations.Nullable;

/**
 * Signs a provider's tokens: RS256, ES256, or HS256 with the client secret where there is
 * no key.
 */
final class Signer {

	private static final Base64.Encoder BASE64URL = Base64.getUrlEncoder().withoutPadding();

	private final KeyRing keyRing;

	private final Row provider;

	private final @Nullable Row key;

	Signer(AuthentikWorld world, Row provider) {
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
		if (this.key == null) {
			return "HS256";
		}
		String type = this.keyRing.materialOf(this.key).type();
		return switch (type) {
			case "rsa" -> "RS256";
			case "ec" -> "ES256";
			default -> throw new IllegalStateException("Invalid private key type: " + type);
		};
	}

	String sign(Map<String, @Nullable Object> claims) {
		String payload = Json.write(claims);
		return (this.key != null) ? signed(this.key, payload) : authenticated(payload);
	}

	private String signed(Row key, String payload) {
		try {
			JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.parse(algorithm())).type(JOSEObjectType.JWT)
				.keyID(this.keyRing.keyIdOf(key))
				.build();
			JWSObject token = new JWSObject(header, new Payload(payload));
			token.sign(signer(this.keyRing.materialOf(key)));
			return token.serialize();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static JWSSigner signer(KeyMaterial material) throws JOSEException {
		return material.type().equals("rsa") ? new RSASSASigner(material.keys().getPrivate())
				: new ECDSASigner((ECPrivateKey) material.keys().getPrivate());
	}

	/** By hand, because client secrets may be shorter than the library allows. */
	private String authenticated(String payload) {
		String content = base64url("{\"alg\":\"HS256\",\"typ\":\"JWT\"}") + "." + base64url(payload);
		try {
			Mac mac = Mac.getInstance("HmacSHA256");
			mac.init(new SecretKeySpec(this.provider.text("client_secret").getBytes(StandardCharsets.UTF_8),
					"HmacSHA256"));
			return content + "." + BASE64URL.encodeToString(mac.doFinal(content.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String base64url(String text) {
		return BASE64URL.encodeToString(text.getBytes(StandardCharsets.UTF_8));
	}

	/** The public keys: one, or an empty object without a key. */
	Map<String, @Nullable Object> publicKeys() {
		return Optional.ofNullable(this.key)
			.map((row) -> Json.object("keys", List.of(publicKey(row))))
			.orElseGet(Json::object);
	}

	private Map<String, @Nullable Object> publicKey(Row row) {
		KeyMaterial material = this.keyRing.materialOf(row);
		Map<String, @Nullable Object> jwk = Json.object("alg", algorithm(), "kid", this.keyRing.keyIdOf(row));
		if (material.keys().getPublic() instanceof RSAPublicKey rsa) {
			RSAKey key = new RSAKey.Builder(rsa).build();
			jwk.putAll(Json.object("kty", "RSA", "use", "sig", "n", key.getModulus().toString(), "e",
					key.getPublicExponent().toString()));
		}
		else {
			ECKey key = new ECKey.Builder(Curve.P_256, (ECPublicKey) material.keys().getPublic()).build();
			jwk.putAll(Json.object("kty", "EC", "use", "sig", "x", key.getX().toString(), "y", key.getY().toString(),
					"crv", "P-256"));
		}
		byte[] certificate = material.encodedCertificate();
		jwk.putAll(Json.object("x5c", List.of(Base64.getEncoder().encodeToString(certificate)), "x5t",
				BASE64URL.encodeToString(KeyMaterial.digest("SHA-1", certificate)), "x5t#S256",
				BASE64URL.encodeToString(KeyMaterial.digest("SHA-256", certificate))));
		return jwk;
	}

}
