package io.github.dsmsso.wizard.verify;

import java.net.URI;

import io.github.dsmsso.wizard.authentik.AuthentikCapabilities;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * What a well-set connection is measured by.
 *
 * @param dsmAddress the address people use to open DSM
 * @param dsmCalledAt the address by which the wizard calls DSM
 * @param authentik authentik, as the wizard calls it
 * @param capabilities what authentik's release can do
 * @param slug slug of the application
 * @param signInProven whether a person was seen to sign in
 */
record Expectation(BaseUrl dsmAddress, BaseUrl dsmCalledAt, Peer authentik, AuthentikCapabilities capabilities,
		String slug, boolean signInProven) {

	static Expectation of(VerificationSubject subject) {
		return new Expectation(subject.dsmAddress(), subject.dsm().server().peer().address(),
				subject.authentik().peer(), subject.authentik().capabilities(), subject.applicationSlug(),
				subject.signInProven());
	}

	RedirectUri redirectUri() {
		return RedirectUri.of(this.dsmAddress);
	}

	URI wellKnown() {
		return this.authentik.address().resolve("application/o/" + this.slug + "/.well-known/openid-configuration");
	}

	/** Whether an address that authentik named is its own, as the wizard calls it. */
	boolean isOnAuthentik(String address) {
		try {
			return this.authentik.address().covers(URI.create(address));
		}
		catch (IllegalArgumentException ex) {
			return false;
		}
	}

	/** {@code issuer_mode} {@code per_provider}. */
	String issuerOfProvider() {
		return this.authentik.address().resolve("application/o/" + this.slug + "/").toString();
	}

	/** {@code issuer_mode} {@code global}. */
	String issuerOfAll() {
		return this.authentik.address().origin() + "/";
	}

}
