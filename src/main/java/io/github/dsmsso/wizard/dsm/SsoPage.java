package io.github.dsmsso.wizard.dsm;

/**
 * What DSM's page "SSO Client" writes, for those who tell of the calls or write them
 * down: the names are those by which the client itself calls.
 */
public enum SsoPage {

	/** {@link OidcSso}. */
	OIDC_SSO(DsmCall.SET_OIDC_SSO),
	/** {@link SsoProfile}. */
	PROFILE(DsmCall.SET_SSO_PROFILE),
	/** {@link SsoSetting}. */
	SETTING(DsmCall.SET_SSO_SETTING);

	private final DsmCall write;

	SsoPage(DsmCall write) {
		this.write = write;
	}

	/** The name of its API. */
	public String api() {
		return this.write.api();
	}

	/** The name of its API, and of the method that writes. */
	public String writeCall() {
		return this.write.api() + " " + this.write.method();
	}

}
