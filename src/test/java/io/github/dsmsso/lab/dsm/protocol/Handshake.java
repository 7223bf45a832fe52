package io.github.dsmsso.lab.dsm.protocol;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.function.Supplier;

import javax.crypto.Cipher;

import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * DSM's side of the handshake that may come with a sign-in. A client that did it can
 * prove with each request that it is still the same; DSM gives its sign-ins from outside
 * full rights.
 */
public final class Handshake {

	static final String PROTOCOL = "Noise_IK_25519_ChaChaPoly_BLAKE2b";

	static final int KEY = 32;

	private static final int SEALED_KEY = KEY + 16;

	private final byte[] secret;

	private final Supplier<byte[]> ephemeralKeys;

	public Handshake() {
		this(newKey(), Handshake::newKey);
	}

	public Handshake(byte[] secret, Supplier<byte[]> ephemeralKeys) {
		this.secret = secret;
		this.ephemeralKeys = ephemeralKeys;
	}

	private static byte[] newKey() {
		byte[] key = new byte[KEY];
		X25519.generatePrivateKey(new SecureRandom(), key);
		return key;
	}

	/** The key a client must know beforehand, as the cookie {@code _SSID} holds it. */
	public String publicKey() {
		return base64(publicKey(this.secret));
	}

	/**
	 * Answers a client's {@code ik_message}.
	 * @throws DsmError 120 if it does not fit this NAS
	 */
	public Result answer(String message) {
		try {
			return answer(Base64.getUrlDecoder().decode(message));
		}
		catch (GeneralSecurityException | IllegalArgumentException ex) {
			throw DsmError.invalid("ik_message");
		}
	}

	private Result answer(byte[] message) throws GeneralSecurityException {
		NoiseState state = new NoiseState(PROTOCOL);
		state.mixHash(publicKey(this.secret));
		byte[] clientEphemeral = Arrays.copyOf(message, KEY);
		state.mixHash(clientEphemeral);
		state.mixKey(agree(this.secret, clientEphemeral));
		byte[] clientStatic = state.decrypt(Arrays.copyOfRange(message, KEY, KEY + SEALED_KEY));
		state.mixKey(agree(this.secret, clientStatic));
		state.decrypt(Arrays.copyOfRange(message, KEY + SEALED_KEY, message.length));
		return end(state, clientEphemeral, clientStatic);
	}

	private Result end(NoiseState state, byte[] clientEphemeral, byte[] clientStatic) throws GeneralSecurityException {
		byte[] ephemeral = this.ephemeralKeys.get();
		state.mixHash(publicKey(ephemeral));
		state.mixKey(agree(ephemeral, clientEphemeral));
		state.mixKey(agree(ephemeral, clientStatic));
		byte[] end = state.encrypt(new byte[0]);
		byte[] reply = Arrays.copyOf(publicKey(ephemeral), KEY + end.length);
		System.arraycopy(end, 0, reply, KEY, end.length);
		return new Result(base64(reply), base64(state.hash()), state.initiatorKey());
	}

	public static byte[] publicKey(byte[] secret) {
		byte[] key = new byte[KEY];
		X25519.generatePublicKey(secret, 0, key, 0);
		return key;
	}

	static byte[] agree(byte[] secret, byte[] other) {
		byte[] shared = new byte[KEY];
		X25519.scalarMult(secret, 0, other, 0, shared, 0);
		return shared;
	}

	private static String base64(byte[] bytes) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

	/**
	 * A handshake that is over.
	 *
	 * @param reply the {@code ik_message} for the client
	 * @param hash what both sides have hashed, in base64
	 * @param key the client's key
	 */
	public record Result(String reply, String hash, byte[] key) {

		/**
		 * Whether a header {@code X-SYNO-HASH} was made by the client of this handshake:
		 * the beginning of the hash, the tag of an empty text, and its nonce.
		 */
		public boolean proves(String header) {
			try {
				String[] parts = header.split("\\.");
				String nonce = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.US_ASCII);
				byte[] tag = NoiseState.cipher(Cipher.ENCRYPT_MODE, this.key, Long.parseLong(nonce), new byte[0],
						new byte[0]);
				return parts[0].equals(this.hash.substring(0, 8) + base64(tag));
			}
			catch (GeneralSecurityException | IllegalArgumentException | ArrayIndexOutOfBoundsException ex) {
				return false;
			}
		}

	}

}
