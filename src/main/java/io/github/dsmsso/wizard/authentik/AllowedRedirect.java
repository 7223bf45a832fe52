package io.github.dsmsso.wizard.authentik;

import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/**
 * A redirect URI that a provider accepts.
 *
 * @param strict {@code matching_mode}: {@code strict} when true, {@code regex} when
 * false. Before 2024.8.5 and 2024.10.3 every entry is a regular expression; one in which
 * every meta character is escaped accepts one address alone and counts as strict.
 * @param url {@code url}: the address, or the expression
 * @param forLogout {@code redirect_uri_type} is {@code logout} (from 2026.5)
 */
public record AllowedRedirect(boolean strict, String url, boolean forLogout) {

	/**
	 * A lone one is taken for {@code .*} by releases that know patterns alone (issue
	 * 11088).
	 */
	private static final String STAR = "*";

	/** An entry that accepts this address and nothing else. */
	public static AllowedRedirect exactly(String url) {
		return new AllowedRedirect(true, url, false);
	}

	/** Whether a request with this redirect URI is accepted. */
	public boolean matches(String redirectUri) {
		if (this.forLogout) {
			return false;
		}
		if (this.strict) {
			return this.url.equals(redirectUri);
		}
		if (this.url.equals(STAR)) {
			return true;
		}
		try {
			return Pattern.matches(this.url, redirectUri);
		}
		catch (PatternSyntaxException ex) {
			return false;
		}
	}

}
