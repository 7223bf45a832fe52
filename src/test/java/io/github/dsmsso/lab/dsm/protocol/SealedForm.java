package io.github.dsmsso.lab.dsm.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import io.github.dsmsso.lab.http.LabRequest;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The envelope in which DSM's page sends a password over plain HTTP: one form parameter
 * that holds the others, encrypted as OpenSSL does it with a passphrase, and the
 * passphrase, encrypted for the NAS.
 */
public final class SealedForm {

	/** {@code cipherkey} of SYNO.API.Encryption: the parameter that is the envelope. */
	public static final String CIPHER_KEY = "__cIpHeRtExT";

	/** {@code ciphertoken}: the parameter inside that holds the time. */
	public static final String CIPHER_TOKEN = "__cIpHeRtOkEn";

	private static final int HEADER = "Salted__".length();

	private static final int SALT = 8;

	private SealedForm() {
	}

	/**
	 * The request with what was in its envelope; one without an envelope as it is.
	 * @param counts whether a parameter counts that is in the envelope with that value;
	 * that in clear does where it does not
	 * @throws DsmError 120 if the envelope was not made for this NAS
	 */
	public static LabRequest open(LabRequest request, Predicate<String> counts) {
		String envelope = request.formParameters().get(CIPHER_KEY);
		if (envelope == null) {
			return request;
		}
		String counting = Stream.of(opened(Json.readOrNull(envelope)).split("&"))
			.filter((parameter) -> counts.test(parameter.replaceFirst("[^=]*=?", "")))
			.collect(Collectors.joining("&"));
		byte[] body = (request.text() + "&" + counting).getBytes(StandardCharsets.UTF_8);
		return new LabRequest(request.method(), request.path(), request.query(), request.headers(), body);
	}

	private static String opened(@Nullable JsonNode envelope) {
		try {
			if (envelope == null) {
				throw DsmError.invalid(CIPHER_KEY);
			}
			byte[] passphrase = ServerKey.open(bytes(envelope, "rsa"));
			return new String(decrypted(bytes(envelope, "aes"), passphrase), StandardCharsets.UTF_8);
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw DsmError.invalid(CIPHER_KEY);
		}
	}

	private static byte[] bytes(JsonNode envelope, String name) {
		return Base64.getDecoder().decode(envelope.path(name).asString(""));
	}

	private static byte[] decrypted(byte[] sealed, byte[] passphrase) throws GeneralSecurityException {
		byte[] salt = Arrays.copyOfRange(sealed, HEADER, HEADER + SALT);
		byte[] material = derived(passphrase, salt);
		Cipher cipher = Cipher.getInstance("AES/CBC/PKCS5Padding");
		cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(material, 0, 32, "AES"),
				new IvParameterSpec(material, 32, 16));
		return cipher.doFinal(sealed, HEADER + SALT, Math.max(0, sealed.length - HEADER - SALT));
	}

	/** Three rounds of MD5: a key of 32 bytes and an initial vector of 16. */
	private static byte[] derived(byte[] passphrase, byte[] salt) throws GeneralSecurityException {
		MessageDigest md5 = MessageDigest.getInstance("MD5");
		byte[] material = new byte[48];
		byte[] round = new byte[0];
		for (int offset = 0; offset < material.length; offset += round.length) {
			md5.update(round);
			md5.update(passphrase);
			round = md5.digest(salt);
			System.arraycopy(round, 0, material, offset, round.length);
		}
		return material;
	}

}
