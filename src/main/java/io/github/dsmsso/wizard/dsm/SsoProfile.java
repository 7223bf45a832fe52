package io.github.dsmsso.wizard.dsm;

/**
 * Which SSO service DSM uses ({@code SYNO.Core.Directory.SSO.Profile}).
 *
 * @param enabled {@code sso_enable}: "Enable OpenID Connect SSO service"
 * @param profile {@code sso_profile}: {@code oidc}, {@code azure}, {@code websphere} or
 * empty
 */
public record SsoProfile(boolean enabled, String profile) {

	/** The id of the generic OpenID Connect profile. */
	public static final String OIDC = "oidc";

	/** The OpenID Connect service switched on. */
	public static SsoProfile oidcEnabled() {
		return new SsoProfile(true, OIDC);
	}

	public boolean isOidcEnabled() {
		return this.enabled && OIDC.equals(this.profile);
	}

}
