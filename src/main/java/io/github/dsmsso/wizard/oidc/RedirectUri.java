package io.github.dsmsso.wizard.oidc;

import io.github.dsmsso.wizard.shared.BaseUrl;

/**
 * The address to which authentik sends a person back with a code. For DSM it is the bare
 * origin that people use to open DSM: https, the port where it is not 443, no slash at
 * the end, no path, no fragment. DSM and authentik compare it byte for byte.
 *
 * @param value the address
 */
public record RedirectUri(String value) {

	/** The redirect URI of a DSM that is opened at the given address. */
	public static RedirectUri of(BaseUrl dsm) {
		return new RedirectUri(dsm.origin());
	}

	/** The address as a server's. */
	public BaseUrl address() {
		return BaseUrl.parse(this.value);
	}

	@Override
	public String toString() {
		return this.value;
	}

}
