package io.github.dsmsso.wizard.dsm;

/**
 * How DSM's sign-in page starts ({@code SYNO.Core.Directory.SSO.Setting}, from DSM 7.2
 * on).
 *
 * @param defaultLogin {@code sso_default_login}: "Select SSO by default on the login
 * page"
 */
public record SsoSetting(boolean defaultLogin) {

}
