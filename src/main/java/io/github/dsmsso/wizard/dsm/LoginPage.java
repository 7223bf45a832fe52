package io.github.dsmsso.wizard.dsm;

import org.jspecify.annotations.Nullable;

/**
 * What DSM's sign-in page knows before anyone signs in
 * ({@code SYNO.Core.Desktop.SessionData getjs}). A value DSM did not say is null.
 *
 * @param hostname the NAS's name
 * @param oidcEnabled {@code oidc_sso_enable}: whether the SSO button is shown
 * @param ssoByDefault {@code sso_default_login}
 * @param httpsPort {@code dsm_https_port}
 */
public record LoginPage(@Nullable String hostname, @Nullable Boolean oidcEnabled, @Nullable Boolean ssoByDefault,
		@Nullable Integer httpsPort) {

	/** A sign-in page that says nothing we can read. */
	public static LoginPage silent() {
		return new LoginPage(null, null, null, null);
	}

}
