package io.github.dsmsso.lab.dsm;

import java.math.BigInteger;
import java.security.SecureRandom;

/**
 * DSM's RSA key for passwords sent over plain HTTP, 4096 bits. Four primes instead of two
 * make it in a blink.
 */
final class ServerKey {

	private static final BigInteger MODULUS = modulus(new SecureRandom());

	private ServerKey() {
	}

	/** The modulus in hex; the exponent is 65537. */
	static String publicKey() {
		return MODULUS.toString(16);
	}

	private static BigInteger modulus(SecureRandom random) {
		BigInteger product = BigInteger.ONE;
		for (int i = 0; i < 3; i++) {
			product = product.multiply(BigInteger.probablePrime(1024, random));
		}
		return product.multiply(BigInteger.probablePrime(4096 - product.bitLength(), random));
	}

}
