package io.github.dsmsso.wizard.verify;

import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.oidc.AuthorizationReply;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.oidc.CredentialsVerdict;
import io.github.dsmsso.wizard.oidc.DiscoveryDocument;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.oidc.PublishedKeys;
import io.github.dsmsso.wizard.shared.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Asks authentik what it tells anyone, and tries what can be tried without a sign-in.
 */
@Component
class ProtocolObserver {

	private final OpenIdProvider openId;

	private final Clock clock;

	ProtocolObserver(OpenIdProvider openId, Clock clock) {
		this.openId = openId;
		this.clock = clock;
	}

	/**
	 * Reads what is published, and tries the settings of both sides.
	 * @param provider the provider, which may still be read
	 * @param sso DSM's settings, which may still be read
	 */
	ProtocolSide look(Expectation expected, Supplier<Observed<OAuth2Provider>> provider,
			Supplier<Observed<SsoClient>> sso) {
		Observed<DiscoveryDocument> document = Observed
			.look(() -> this.openId.discovery(expected.authentik(), expected.wellKnown()));
		Instant read = this.clock.instant();
		Reading<Observed<PublishedKeys>> keys = Reading
			.start(() -> document.lookFurther((found) -> this.openId.keys(expected.authentik(), found)));
		Reading<Observed<CredentialsVerdict>> credentials = Reading
			.start(() -> sso.get().lookFurther(document, (held, found) -> tryCredentials(held, found, expected)));
		Observed<AuthorizationReply> authorization = provider.get()
			.lookFurther(document, (asked, found) -> tryAuthorization(asked, found, expected));
		return new ProtocolSide(document, keys.get(), credentials.get(), authorization,
				clock(document, read, expected));
	}

	private @Nullable AuthorizationReply tryAuthorization(OAuth2Provider provider, DiscoveryDocument document,
			Expectation expected) {
		return provider.redirectUris().isEmpty() ? null : this.openId.tryAuthorization(expected.authentik(), document,
				provider.credentials().clientId(), expected.redirectUri());
	}

	private @Nullable CredentialsVerdict tryCredentials(SsoClient sso, DiscoveryDocument document,
			Expectation expected) {
		OidcSso oidc = sso.oidc();
		if (oidc.clientId().isEmpty() || oidc.clientSecret().isEmpty() || oidc.hidesSecret()) {
			return null;
		}
		return this.openId.tryCredentials(expected.authentik(), document,
				new ClientCredentials(oidc.clientId(), oidc.clientSecret()));
	}

	/** A document that cannot be read comes with a date all the same. */
	private Observed<ClockReading> clock(Observed<DiscoveryDocument> document, Instant read, Expectation expected) {
		return document.find().isPresent() ? document.lookFurther((found) -> reading(found.servedAt(), read))
				: Observed
					.look(() -> reading(this.openId.clock(expected.authentik(), expected.wellKnown()).orElse(null),
							this.clock.instant()));
	}

	private static @Nullable ClockReading reading(@Nullable Instant theirs, Instant ours) {
		return (theirs != null) ? new ClockReading(theirs, ours) : null;
	}

}
