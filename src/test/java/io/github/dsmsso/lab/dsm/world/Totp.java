package io.github.dsmsso.lab.dsm.world;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Instant;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * One-time codes after RFC 6238: six digits, thirty seconds, HMAC-SHA-1.
 *
 * @param secret the shared secret in base32
 */
public record Totp(String secret) {

	private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

	static long step(Instant time) {
		return Math.floorDiv(time.getEpochSecond(), 30);
	}

	public String code(long step) {
		byte[] hash = hmac(ByteBuffer.allocate(8).putLong(step).array());
		int offset = hash[hash.length - 1] & 0x0f;
		int number = ByteBuffer.wrap(hash, offset, 4).getInt() & 0x7fffffff;
		return String.format("%06d", number % 1_000_000);
	}

	private byte[] hmac(byte[] message) {
		try {
			Mac mac = Mac.getInstance("HmacSHA1");
			mac.init(new SecretKeySpec(key(), "HmacSHA1"));
			return mac.doFinal(message);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private byte[] key() {
		ByteBuffer key = ByteBuffer.allocate(this.secret.length() * 5 / 8);
		int bits = 0;
		int count = 0;
		for (char letter : this.secret.toCharArray()) {
			bits = (bits << 5) | ALPHABET.indexOf(letter);
			count += 5;
			if (count >= 8) {
				count -= 8;
				key.put((byte) (bits >> count));
			}
		}
		return key.array();
	}

}
