package io.github.dsmsso.lab.dsm.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Cipher;

/** A client's side of the handshake, for the tests. */
public final class NoiseClient {

	private final NoiseState state = new NoiseState(Handshake.PROTOCOL);

	private final byte[] secret = newKey();

	private final byte[] ephemeral = newKey();

	private long nonce;

	private static byte[] newKey() {
		byte[] key = new byte[Handshake.KEY];
		new SecureRandom().nextBytes(key);
		return key;
	}

	/** The {@code ik_message} for the NAS whose key the cookie {@code _SSID} holds. */
	public String message(String ssid, String payload) throws GeneralSecurityException {
		byte[] nas = Base64.getUrlDecoder().decode(ssid);
		this.state.mixHash(nas);
		byte[] ephemeralKey = Handshake.publicKey(this.ephemeral);
		this.state.mixHash(ephemeralKey);
		this.state.mixKey(Handshake.agree(this.ephemeral, nas));
		byte[] sealedKey = this.state.encrypt(Handshake.publicKey(this.secret));
		this.state.mixKey(Handshake.agree(this.secret, nas));
		byte[] sealedPayload = this.state.encrypt(payload.getBytes(StandardCharsets.UTF_8));
		return base64(concatenated(ephemeralKey, sealedKey, sealedPayload));
	}

	/** Reads the NAS's answer. */
	public void finish(String reply) throws GeneralSecurityException {
		byte[] message = Base64.getUrlDecoder().decode(reply);
		byte[] nasEphemeral = Arrays.copyOf(message, Handshake.KEY);
		this.state.mixHash(nasEphemeral);
		this.state.mixKey(Handshake.agree(this.ephemeral, nasEphemeral));
		this.state.mixKey(Handshake.agree(this.secret, nasEphemeral));
		this.state.decrypt(Arrays.copyOfRange(message, Handshake.KEY, message.length));
	}

	/** The header {@code X-SYNO-HASH} of the next request. */
	public String proof() throws GeneralSecurityException {
		byte[] tag = NoiseState.cipher(Cipher.ENCRYPT_MODE, this.state.initiatorKey(), this.nonce, new byte[0],
				new byte[0]);
		String nonce = String.valueOf(this.nonce++);
		return base64(this.state.hash()).substring(0, 8) + base64(tag) + "."
				+ base64(nonce.getBytes(StandardCharsets.US_ASCII));
	}

	private static byte[] concatenated(byte[] first, byte[] second, byte[] third) {
		return org.bouncycastle.util.Arrays.concatenate(first, second, third);
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
