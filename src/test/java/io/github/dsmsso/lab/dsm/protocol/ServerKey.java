package io.github.dsmsso.lab.dsm.protocol;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * DSM's RSA key for passwords sent over plain HTTP, 4096 bits. Eight primes instead of
 * two make it in a blink.
 */
public final class ServerKey {

	private static final int BITS = 4096;

	private static final int COUNT = 8;

	private static final BigInteger PUBLIC_EXPONENT = BigInteger.valueOf(65537);

	private static final List<BigInteger> PRIMES = primes(new SecureRandom());

	private static final BigInteger MODULUS = product(PRIMES);

	private ServerKey() {
	}

	/** The modulus in hex; the exponent is 65537. */
	public static String publicKey() {
		return MODULUS.toString(16);
	}

	/**
	 * Opens what was sealed with the public key, padded after PKCS #1 version 1.5.
	 * @throws IllegalArgumentException if it was not
	 */
	static byte[] open(byte[] sealed) {
		byte[] block = new BigInteger(1, sealed).modPow(privateExponent(), MODULUS).toByteArray();
		int end = 1;
		while (end < block.length && block[end] != 0) {
			end++;
		}
		if (block.length != BITS / 8 - 1 || block[0] != 2 || end == block.length) {
			throw new IllegalArgumentException("Not sealed for this NAS");
		}
		return Arrays.copyOfRange(block, end + 1, block.length);
	}

	private static BigInteger privateExponent() {
		return PUBLIC_EXPONENT
			.modInverse(product(PRIMES.stream().map((prime) -> prime.subtract(BigInteger.ONE)).toList()));
	}

	/** The product of the others keeps room for a last one that fills the bits. */
	private static List<BigInteger> primes(SecureRandom random) {
		List<BigInteger> primes = new ArrayList<>();
		while (primes.size() < COUNT - 1) {
			primes.add(prime(BITS / COUNT, random));
		}
		primes.add(prime(BITS - product(primes).bitLength(), random));
		return primes;
	}

	private static BigInteger prime(int bits, SecureRandom random) {
		BigInteger prime = BigInteger.probablePrime(bits, random);
		return prime.mod(PUBLIC_EXPONENT).equals(BigInteger.ONE) ? prime(bits, random) : prime;
	}

	private static BigInteger product(List<BigInteger> numbers) {
		return numbers.stream().reduce(BigInteger.ONE, BigInteger::multiply);
	}

}
