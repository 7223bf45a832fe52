package io.github.dsmsso.wizard.judgement;

import org.jspecify.annotations.Nullable;

/**
 * What is known of the names that DSM would be sent.
 *
 * @param sent the claims that the provider sends; null where that was not looked at
 * @param gettingIn how many people meet a DSM account by the claim that DSM looks at;
 * null where that is not known
 * @param gettingInByUsername how many would by their user name; null where that is not
 * known
 */
public record ClaimFacts(@Nullable SentClaims sent, @Nullable Integer gettingIn,
		@Nullable Integer gettingInByUsername) {

	/** Nothing was looked at. */
	public static ClaimFacts unknown() {
		return new ClaimFacts(null, null, null);
	}

	/** Only the claims, if anything, were looked at. */
	public static ClaimFacts of(@Nullable SentClaims sent) {
		return new ClaimFacts(sent, null, null);
	}

	/** The same with how many people meet a DSM account. */
	public ClaimFacts with(@Nullable Integer gettingIn, @Nullable Integer gettingInByUsername) {
		return new ClaimFacts(this.sent, gettingIn, gettingInByUsername);
	}

	boolean isMetBySomebody() {
		return this.gettingIn != null && this.gettingIn > 0;
	}

	/** Nobody is met by the claim that DSM looks at, and somebody by the user name. */
	public boolean wouldBeMetByUsername() {
		return this.gettingIn != null && this.gettingIn == 0 && this.gettingInByUsername != null
				&& this.gettingInByUsername > 0;
	}

}
