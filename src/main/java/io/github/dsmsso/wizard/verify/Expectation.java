package io.github.dsmsso.wizard.verify;

import java.net.URI;

import io.github.dsmsso.wizard.authentik.ApplicationAddresses;
import io.github.dsmsso.wizard.authentik.AuthentikCapabilities;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * What a well-set connection is measured by.
 *
 * @param redirectUri the address people use to open DSM
 * @param opened the address by which DSM was opened just now; null where people are known
 * to use the other one
 * @param dsmCalledAt the address by which the wizard calls DSM
 * @param authentik authentik, as the wizard calls it
 * @param capabilities what authentik's release can do
 * @param slug slug of the application
 * @param signInProven whether a person was seen to sign in
 * @param presented the certificates that both presented
 */
record Expectation(RedirectUri redirectUri, @Nullable RedirectUri opened, BaseUrl dsmCalledAt, Peer authentik,
		AuthentikCapabilities capabilities, String slug, boolean signInProven, Presented presented) {

	static Expectation of(VerificationSubject subject) {
		return new Expectation(subject.redirectUri(), subject.opened(), subject.dsm().server().peer().address(),
				subject.authentik().peer(), subject.authentik().capabilities(), subject.applicationSlug(),
				subject.signInProven(), subject.presented());
	}

	/** The same of a connection by which a person was seen to sign in. */
	Expectation withSignInProven() {
		return new Expectation(this.redirectUri, this.opened, this.dsmCalledAt, this.authentik, this.capabilities,
				this.slug, true, this.presented);
	}

	ApplicationAddresses addresses() {
		return new ApplicationAddresses(this.authentik.address(), this.slug);
	}

	URI wellKnown() {
		return addresses().wellKnown();
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
		return addresses().issuerOfProvider();
	}

	/** {@code issuer_mode} {@code global}. */
	String issuerOfAll() {
		return addresses().issuerOfAll();
	}

}
