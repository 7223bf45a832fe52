package io.github.dsmsso.lab.authentik.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.spec.RSAPrivateCrtKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Iterator;
import java.util.List;

/**
 * RSA keys of 2048 bits, made of primes that were looked for once and for all: to look
 * for two takes a second, in every process of the tests.
 */
final class RsaKeys {

	private static final int RADIX = 36;

	private static final BigInteger PUBLIC_EXPONENT = BigInteger.valueOf(65537);

	private static final Iterator<BigInteger> PRIMES = primes().iterator();

	private RsaKeys() {
	}

	/** Another one each time, as long as there are primes. */
	static synchronized KeyPair next() throws GeneralSecurityException {
		return of(PRIMES.next(), PRIMES.next());
	}

	private static KeyPair of(BigInteger p, BigInteger q) throws GeneralSecurityException {
		BigInteger modulus = p.multiply(q);
		BigInteger pLess = p.subtract(BigInteger.ONE);
		BigInteger qLess = q.subtract(BigInteger.ONE);
		BigInteger exponent = PUBLIC_EXPONENT.modInverse(pLess.multiply(qLess));
		KeyFactory factory = KeyFactory.getInstance("RSA");
		return new KeyPair(factory.generatePublic(new RSAPublicKeySpec(modulus, PUBLIC_EXPONENT)),
				factory.generatePrivate(new RSAPrivateCrtKeySpec(modulus, PUBLIC_EXPONENT, exponent, p, q,
						exponent.mod(pLess), exponent.mod(qLess), q.modInverse(p))));
	}

	private static List<BigInteger> primes() {
		try (InputStream lines = RsaKeys.class.getResourceAsStream("primes.txt")) {
			return new String(lines.readAllBytes(), StandardCharsets.US_ASCII).lines()
				.map((line) -> new BigInteger(line, RADIX))
				.toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
