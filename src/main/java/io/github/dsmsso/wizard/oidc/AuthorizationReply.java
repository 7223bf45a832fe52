package io.github.dsmsso.wizard.oidc;

import io.github.dsmsso.wizard.http.Gate;
import org.jspecify.annotations.Nullable;

/**
 * What an authorization endpoint answered to one who has no session.
 *
 * @param verdict what it says of client, redirect URI and grant type
 * @param openerPolicy the {@code Cross-Origin-Opener-Policy} by which a browser cuts a
 * pop-up off from the page of another origin that opened it; null where nothing does
 * @param gate what answered in the endpoint's place, or null
 */
public record AuthorizationReply(AuthorizationVerdict verdict, @Nullable String openerPolicy, @Nullable Gate gate) {

	/** The same where another page of the sign-in cuts the pop-up off. */
	AuthorizationReply withOpenerPolicy(@Nullable String openerPolicy) {
		return new AuthorizationReply(this.verdict, openerPolicy, this.gate);
	}

}
