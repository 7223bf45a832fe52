package io.github.dsmsso.wizard.judgement;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.ApplicationAddresses;
import io.github.dsmsso.wizard.authentik.AuthentikCapabilities;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import org.jspecify.annotations.Nullable;

/**
 * The settings of both systems for one NAS, to be judged as a whole.
 *
 * @param addresses where the application is to be reached
 * @param redirectUri the address by which people open DSM
 * @param capabilities what this release of authentik can do
 * @param application the application, or null
 * @param provider its provider, or null
 * @param dsm DSM's three SSO objects
 * @param directory what DSM belongs to
 * @param flows the authorization flows of authentik
 * @param keys the key pairs of authentik
 * @param mappings the scope mappings of authentik
 * @param claims what is known of the names that are sent
 */
public record Settings(ApplicationAddresses addresses, RedirectUri redirectUri, AuthentikCapabilities capabilities,
		@Nullable Application application, @Nullable OAuth2Provider provider, SsoClient dsm, Directory directory,
		List<Flow> flows, List<CertificateKeyPair> keys, List<ScopeMapping> mappings, ClaimFacts claims) {

	public Settings {
		flows = List.copyOf(flows);
		keys = List.copyOf(keys);
		mappings = List.copyOf(mappings);
	}

	/** Every judgement, in the order of the way from authentik to DSM. */
	public List<Judgement> judgements() {
		return Stream.of(ofApplication(), ofProvider(), ofDsm()).flatMap((some) -> some).toList();
	}

	/** The judgements of what is wrong. */
	public List<Judgement> wrongs() {
		return judgements().stream().filter(Judgement::isWrong).toList();
	}

	/** The judgement of one aspect; empty where there is nothing to judge. */
	public Optional<Judgement> of(Aspect aspect) {
		return judgements().stream().filter((judgement) -> judgement.aspect() == aspect).findFirst();
	}

	private Stream<Judgement> ofApplication() {
		return (this.application != null) ? Stream.of(ProviderRules.application(this.application, this.provider))
				: Stream.empty();
	}

	private Stream<Judgement> ofProvider() {
		return (this.provider != null) ? of(this.provider) : Stream.empty();
	}

	private Stream<Judgement> of(OAuth2Provider found) {
		SentClaims sent = (this.claims.sent() != null) ? this.claims.sent() : SentClaims.of(found, this.mappings, null);
		return Stream.of(ProviderRules.signature(found, this.keys), ProviderRules.encryption(found),
				ProviderRules.authorizationFlow(found, this.flows), ProviderRules.clientType(found),
				RedirectRules.atAuthentik(found, this.redirectUri, this.capabilities.redirectUrisAreObjects()),
				ProviderRules.grantTypes(found), DsmRules.scopes(this.dsm.oidc(), this.claims, sent),
				ProviderRules.idTokenClaims(found), DsmRules.clientId(this.dsm.oidc(), found.credentials()),
				DsmRules.clientSecret(this.dsm.oidc(), found, this.capabilities.mayReferToSecrets()),
				DsmRules.userClaim(this.dsm.oidc(), this.claims));
	}

	private Stream<Judgement> ofDsm() {
		return Stream.of(DsmRules.service(this.dsm.profile()), DsmRules.wellKnown(this.dsm.oidc(), this.addresses),
				DsmRules.endpoints(this.dsm.oidc(), this.addresses.authorizationEndpoint(),
						this.addresses.tokenEndpoint()),
				RedirectRules.inDsm(this.dsm.oidc().redirectUri(), this.redirectUri, null),
				DsmRules.scope(this.dsm.oidc(), this.claims), DsmRules.accountType(this.dsm.oidc(), this.directory));
	}

}
