package io.github.dsmsso.wizard.dsm;

import org.jspecify.annotations.Nullable;

/**
 * DSM's three SSO objects, read together.
 *
 * @param oidc the OpenID Connect settings
 * @param profile which service is used
 * @param setting how the sign-in page starts; null on DSM 7.1
 */
public record SsoClient(OidcSso oidc, SsoProfile profile, @Nullable SsoSetting setting) {

}
