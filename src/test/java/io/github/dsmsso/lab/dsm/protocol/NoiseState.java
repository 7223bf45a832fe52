package io.github.dsmsso.lab.dsm.protocol;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

import org.bouncycastle.crypto.digests.Blake2bDigest;
import org.bouncycastle.crypto.macs.HMac;
import org.bouncycastle.crypto.params.KeyParameter;

/**
 * What both sides of a Noise handshake know so far: the symmetric state of the Noise
 * Protocol Framework, section 5.2, with ChaCha20-Poly1305 and BLAKE2b.
 */
final class NoiseState {

	private static final int HASH_LENGTH = 64;

	private byte[] hash;

	private byte[] chainingKey;

	private byte[] key = new byte[0];

	private long nonce;

	NoiseState(String protocol) {
		this.hash = Arrays.copyOf(protocol.getBytes(StandardCharsets.US_ASCII), HASH_LENGTH);
		this.chainingKey = this.hash;
		mixHash(new byte[0]);
	}

	byte[] hash() {
		return this.hash.clone();
	}

	void mixHash(byte[] data) {
		Blake2bDigest digest = new Blake2bDigest(HASH_LENGTH * 8);
		digest.update(this.hash, 0, HASH_LENGTH);
		digest.update(data, 0, data.length);
		byte[] mixed = new byte[HASH_LENGTH];
		digest.doFinal(mixed, 0);
		this.hash = mixed;
	}

	void mixKey(byte[] secret) {
		byte[][] keys = derive(secret);
		this.chainingKey = keys[0];
		this.key = Arrays.copyOf(keys[1], 32);
		this.nonce = 0;
	}

	byte[] decrypt(byte[] sealed) throws GeneralSecurityException {
		byte[] open = cipher(Cipher.DECRYPT_MODE, this.key, this.nonce++, this.hash, sealed);
		mixHash(sealed);
		return open;
	}

	byte[] encrypt(byte[] open) throws GeneralSecurityException {
		byte[] sealed = cipher(Cipher.ENCRYPT_MODE, this.key, this.nonce++, this.hash, open);
		mixHash(sealed);
		return sealed;
	}

	/** The key the initiator uses once the handshake is over. */
	byte[] initiatorKey() {
		return Arrays.copyOf(derive(new byte[0])[0], 32);
	}

	static byte[] cipher(int mode, byte[] key, long nonce, byte[] associated, byte[] text)
			throws GeneralSecurityException {
		Cipher cipher = Cipher.getInstance("ChaCha20-Poly1305");
		byte[] iv = ByteBuffer.allocate(12).order(ByteOrder.LITTLE_ENDIAN).putInt(0).putLong(nonce).array();
		cipher.init(mode, new SecretKeySpec(key, "ChaCha20"), new IvParameterSpec(iv));
		cipher.updateAAD(associated);
		return cipher.doFinal(text);
	}

	private byte[][] derive(byte[] secret) {
		byte[] temporary = hmac(this.chainingKey, secret);
		byte[] first = hmac(temporary, new byte[] { 1 });
		byte[] second = hmac(temporary, org.bouncycastle.util.Arrays.append(first, (byte) 2));
		return new byte[][] { first, second };
	}

	private static byte[] hmac(byte[] key, byte[] data) {
		HMac mac = new HMac(new Blake2bDigest(HASH_LENGTH * 8));
		mac.init(new KeyParameter(key));
		mac.update(data, 0, data.length);
		byte[] result = new byte[HASH_LENGTH];
		mac.doFinal(result, 0);
		return result;
	}

}
