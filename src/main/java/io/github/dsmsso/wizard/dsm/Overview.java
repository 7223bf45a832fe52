package io.github.dsmsso.wizard.dsm;

/**
 * What an administrator finds right after signing in.
 *
 * @param description what the NAS says of itself
 * @param sso its SSO settings
 */
public record Overview(NasDescription description, SsoClient sso) {

}
