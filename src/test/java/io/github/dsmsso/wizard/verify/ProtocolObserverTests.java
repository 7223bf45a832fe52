package io.github.dsmsso.wizard.verify;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.oidc.AuthorizationReply;
import io.github.dsmsso.wizard.oidc.AuthorizationVerdict;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.oidc.CredentialsVerdict;
import io.github.dsmsso.wizard.oidc.DiscoveryDocument;
import io.github.dsmsso.wizard.oidc.OpenIdProvider;
import io.github.dsmsso.wizard.oidc.PublishedKeys;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class ProtocolObserverTests {

	private final Picture picture = Picture.wellSet();

	private final AskedProvider provider = new AskedProvider();

	private final ProtocolObserver observer = new ProtocolObserver(this.provider,
			Clock.fixed(Picture.NOW, ZoneOffset.UTC));

	@Test
	void triesTheCredentialsThatDsmHolds() {
		this.picture.secretInDsm = Secret.of("0ther");
		assertThat(observed().credentials().find()).contains(CredentialsVerdict.REFUSED);
		assertThat(this.provider.asked).contains("credentials of dsm-client");
	}

	@Test
	void triesTheAddressPeopleUseWithTheProvidersOwnClient() {
		this.picture.clientId = "client-of-old";
		observed();
		assertThat(this.provider.asked).contains("authorization of dsm-client for " + Picture.DSM);
	}

	@Test
	void neverAsksAProviderWithoutRedirectUrisBecauseItWouldLearnOne() {
		this.picture.redirects = List.of();
		assertThat(observed().authorization().isNothing()).isTrue();
		assertThat(this.provider.asked).noneMatch((question) -> question.startsWith("authorization"));
	}

	@Test
	void showsNoMaskOrBlankInThePlaceOfASecret() {
		this.picture.secretInDsm = Secret.of("******");
		assertThat(observed().credentials().isNothing()).isTrue();
		this.picture.secretInDsm = Secret.none();
		assertThat(observed().credentials().isNothing()).isTrue();
		assertThat(this.provider.asked).noneMatch((question) -> question.startsWith("credentials"));
	}

	@Test
	void triesNothingWhereTheDocumentCannotBeRead() {
		this.provider.outOfOrder = true;
		ProtocolSide side = observed();
		assertThat(side.document().problem()).isNotNull();
		assertThat(side.keys().problem()).isEqualTo(side.document().problem());
		assertThat(side.credentials().problem()).isEqualTo(side.document().problem());
		assertThat(side.authorization().problem()).isEqualTo(side.document().problem());
		assertThat(this.provider.asked).isEmpty();
	}

	@Test
	void readsWhatIsPublishedAndWhatIsAnswered() {
		ProtocolSide side = observed();
		assertThat(side.keys().find()).contains(new PublishedKeys(List.of()));
		assertThat(side.authorization().find()).map(AuthorizationReply::verdict)
			.contains(AuthorizationVerdict.ACCEPTED);
	}

	@Test
	void readsTheClockWithTheDocumentAndAsksForItWhereThatCannotBeRead() {
		assertThat(observed().clock().isNothing()).isTrue();
		this.provider.servedAt = Picture.NOW.minusSeconds(5);
		assertThat(observed().clock().find()).contains(new ClockReading(Picture.NOW.minusSeconds(5), Picture.NOW));
		this.provider.outOfOrder = true;
		assertThat(observed().clock().find()).contains(new ClockReading(Picture.NOW.minusSeconds(9), Picture.NOW));
	}

	private ProtocolSide observed() {
		Observation painted = this.picture.painted();
		return this.observer.look(painted.expected(), painted.authentik()::provider, painted.dsm()::sso);
	}

	/** A provider that remembers what was tried. */
	private static final class AskedProvider implements OpenIdProvider {

		private final List<String> asked = new ArrayList<>();

		private boolean outOfOrder;

		private @Nullable Instant servedAt;

		@Override
		public DiscoveryDocument discovery(Peer peer, URI wellKnown) {
			if (this.outOfOrder) {
				throw new ApiException(new ApiFailure(ApiFailure.Kind.OUT_OF_ORDER, peer.address(), null));
			}
			DiscoveryDocument document = Picture.wellSet().painted().protocol().document().find().orElseThrow();
			return new DiscoveryDocument(document.issuer(), document.authorizationEndpoint(), document.tokenEndpoint(),
					document.jwksUri(), document.revocationEndpoint(), document.idTokenSigningAlgorithms(),
					document.scopes(), document.claims(), document.idTokenEncryptionAlgorithms(), this.servedAt);
		}

		@Override
		public PublishedKeys keys(Peer peer, DiscoveryDocument document) {
			return new PublishedKeys(List.of());
		}

		@Override
		public synchronized CredentialsVerdict tryCredentials(Peer peer, DiscoveryDocument document,
				ClientCredentials credentials) {
			this.asked.add("credentials of " + credentials.clientId());
			return credentials.clientSecret().equals(Secret.of("S3cret")) ? CredentialsVerdict.ACCEPTED
					: CredentialsVerdict.REFUSED;
		}

		@Override
		public synchronized AuthorizationReply tryAuthorization(Peer peer, DiscoveryDocument document, String clientId,
				RedirectUri redirectUri) {
			this.asked.add("authorization of " + clientId + " for " + redirectUri);
			return new AuthorizationReply(AuthorizationVerdict.ACCEPTED, null, null);
		}

		@Override
		public Optional<Gate> gate(Peer peer, URI wellKnown) {
			return Optional.empty();
		}

		@Override
		public Optional<Instant> clock(Peer peer, URI wellKnown) {
			return Optional.of(Picture.NOW.minusSeconds(9));
		}

	}

}
