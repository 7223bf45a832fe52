package io.github.dsmsso.lab.dsm.sso;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;

import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/** An ID token as DSM reads it: signed, and not encrypted. */
final class IdToken {

	/** By how much a clock may be ahead, where that is looked at. */
	private static final Duration LEEWAY = Duration.ofMinutes(1);

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

	boolean signedByOneOf(ProviderKeys keys) {
		return keys.haveSigned(this.token);
	}

	boolean isFor(String issuer, String clientId, Instant now) {
		Date end = this.claims.getExpirationTime();
		return issuer.equals(this.claims.getIssuer()) && this.claims.getAudience().contains(clientId) && end != null
				&& end.toInstant().isAfter(now);
	}

	/** Whether it was made for nobody else ({@code azp}), and not for later. */
	boolean isForNobodyElse(String clientId, Instant now) {
		Object party = this.claims.getClaim("azp");
		return (party == null || party.equals(clientId)) && !isLater(this.claims.getNotBeforeTime(), now)
				&& !isLater(this.claims.getIssueTime(), now);
	}

	private static boolean isLater(@Nullable Date time, Instant now) {
		return time != null && time.toInstant().isAfter(now.plus(LEEWAY));
	}

	/** The text of a claim, or null. */
	@Nullable String claim(String name) {
		return (this.claims.getClaim(name) instanceof String text) ? text : null;
	}

}
