package io.github.dsmsso.lab.dsm;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

import javax.crypto.Cipher;

import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.protocol.SealedForm;
import tools.jackson.databind.JsonNode;

/**
 * A sign-in in the envelope, as a client makes it. The form was encrypted beforehand by
 * {@code openssl enc -aes-256-cbc -md md5 -a -A -k} with this passphrase; only the
 * passphrase is encrypted for the NAS here.
 */
final class SealedSignIn {

	private static final String PASSPHRASE = "correct horse battery staple";

	private final DsmCalls calls;

	SealedSignIn(DsmCalls calls) {
		this.calls = calls;
	}

	/**
	 * Signs in.
	 * @param sealedForm what is in the envelope
	 * @param inClear what is beside it, name by name
	 */
	JsonNode send(String sealedForm, String... inClear) {
		return envelope(Json.write(Map.of("rsa", passphrase(), "aes", sealedForm)), inClear);
	}

	/** The same with an envelope of any kind. */
	JsonNode envelope(String envelope, String... inClear) {
		Map<String, String> form = new TreeMap<>(
				Map.of("api", "SYNO.API.Auth", "version", "7", "method", "login", SealedForm.CIPHER_KEY, envelope));
		for (int i = 0; i < inClear.length; i += 2) {
			form.put(inClear[i], inClear[i + 1]);
		}
		return Json.read(this.calls.post("/webapi/auth.cgi", form).text());
	}

	private String passphrase() {
		try {
			String key = this.calls.data("SYNO.API.Encryption", 1, "getinfo", "format", "module")
				.path("public_key")
				.asString();
			Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
			rsa.init(Cipher.ENCRYPT_MODE, publicKey(new BigInteger(key, 16)));
			return Base64.getEncoder().encodeToString(rsa.doFinal(PASSPHRASE.getBytes(StandardCharsets.US_ASCII)));
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static PublicKey publicKey(BigInteger modulus) throws GeneralSecurityException {
		return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537)));
	}

}
