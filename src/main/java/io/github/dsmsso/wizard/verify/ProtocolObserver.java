package io.github.dsmsso.wizard.verify;

import java.time.Clock;

import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.oidc.DiscoveryDocument;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.oidc.OpenIdProvider.AuthorizationVerdict;
import io.github.dsmsso.wizard.oidc.OpenIdProvider.CredentialsVerdict;
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

	/** What depends on neither side's settings. */
	ProtocolSide look(Expectation expected) {
		Peer peer = expected.authentik();
		Reading<Seen<ClockReading>> clock = Reading.start(() -> Seen.look(() -> clockOf(expected)));
		Seen<DiscoveryDocument> document = Seen.look(() -> this.openId.discovery(peer, expected.wellKnown()));
		return new ProtocolSide(document, document.lookFurther((found) -> this.openId.keys(peer, found)),
				Seen.nothing(), Seen.nothing(), clock.get());
	}

	/** Tries the settings of both sides. */
	ProtocolSide probe(ProtocolSide open, Expectation expected, AuthentikSide authentik, DsmSide dsm) {
		Reading<Seen<CredentialsVerdict>> credentials = Reading.start(() -> dsm.sso()
			.lookFurther(open.document(), (sso, document) -> tryCredentials(sso, document, expected)));
		Seen<AuthorizationVerdict> authorization = authentik.provider()
			.lookFurther(open.document(),
					(provider, document) -> provider.redirectUris().isEmpty() ? null : this.openId.tryAuthorization(
							expected.authentik(), document, provider.credentials().clientId(), expected.redirectUri()));
		return new ProtocolSide(open.document(), open.keys(), credentials.get(), authorization, open.clock());
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

	private @Nullable ClockReading clockOf(Expectation expected) {
		return this.openId.clock(expected.authentik(), expected.wellKnown())
			.map((theirs) -> new ClockReading(theirs, this.clock.instant()))
			.orElse(null);
	}

}
