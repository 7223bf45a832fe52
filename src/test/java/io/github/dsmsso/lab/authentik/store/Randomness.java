package io.github.dsmsso.lab.authentik.store;

import java.util.HexFormat;
import java.util.Random;
import java.util.UUID;

/** Keys, codes and secrets of an instance; a seeded source makes them repeatable. */
public final class Randomness {

	private static final String LETTERS_AND_DIGITS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

	private final Random random;

	Randomness(Random random) {
		this.random = random;
	}

	public String uuid() {
		long high = (this.random.nextLong() & 0xFFFFFFFFFFFF0FFFL) | 0x4000L;
		long low = (this.random.nextLong() & 0x3FFFFFFFFFFFFFFFL) | 0x8000000000000000L;
		return new UUID(high, low).toString();
	}

	/** 32 hex digits. */
	public String hex() {
		byte[] bytes = new byte[16];
		this.random.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	public String digits(int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append(this.random.nextInt(10));
		}
		return text.toString();
	}

	public String lettersAndDigits(int length) {
		StringBuilder text = new StringBuilder();
		for (int i = 0; i < length; i++) {
			text.append(LETTERS_AND_DIGITS.charAt(this.random.nextInt(LETTERS_AND_DIGITS.length())));
		}
		return text.toString();
	}

}
