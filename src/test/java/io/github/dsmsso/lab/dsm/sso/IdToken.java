package io.github.dsmsso.lab.dsm.sso;

import java.text.ParseException;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/**
 * An ID token as DSM reads it: signed with RS256 and nothing else, not encrypted.
 */
final class IdToken {

	private final SignedJWT token;

	private final JWTClaimsSet claims;

	private IdToken(SignedJWT token) throws ParseException {
		this.token = token;
		this.claims = token.getJWTClaimsSet();
	}

	/**
	 * Reads a token.
	 * @throws ParseException if it is no signed token
	 */
	static IdToken parse(String text) throws ParseException {
		return new IdToken(SignedJWT.parse(text));
	}

	boolean signedByOneOf(String keys) throws ParseException {
		for (JWK key : JWKSet.parse(keys).getKeys()) {
			if (key.getKeyType().equals(KeyType.RSA) && isMeant(key) && verifies(key)) {
				return true;
			}
		}
		return false;
	}

	private boolean isMeant(JWK key) {
		String wanted = this.token.getHeader().getKeyID();
		return wanted == null || wanted.equals(key.getKeyID());
	}

	private boolean verifies(JWK key) {
		try {
			return this.token.getHeader().getAlgorithm().equals(JWSAlgorithm.RS256)
					&& this.token.verify(new RSASSAVerifier(key.toRSAKey()));
		}
		catch (JOSEException ex) {
			return false;
		}
	}

	boolean isFor(String issuer, String clientId, Instant now) {
		Date end = this.claims.getExpirationTime();
		return issuer.equals(this.claims.getIssuer()) && this.claims.getAudience().contains(clientId) && end != null
				&& end.toInstant().isAfter(now);
	}

	/** The text of a claim, or null. */
	@Nullable String claim(String name) {
		return (this.claims.getClaim(name) instanceof String text) ? text : null;
	}

}
