package io.github.dsmsso.wizard.authentik;

import org.jspecify.annotations.Nullable;

/**
 * The URLs of a provider as authentik builds them from the address it was called by.
 *
 * @param issuer {@code issuer}; null until an application uses the provider
 * @param authorize {@code authorize}
 * @param token {@code token}
 * @param wellKnown {@code provider_info}: the OpenID configuration URL; null until an
 * application uses the provider
 */
public record SetupUrls(@Nullable String issuer, String authorize, String token, @Nullable String wellKnown) {

}
