package io.github.dsmsso.wizard.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.ApplicationAddresses;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.judgement.ProviderRules;
import io.github.dsmsso.wizard.judgement.RedirectRules;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * Fills a desired state: with what is there where that is acceptable, with good defaults
 * where it is not or where nothing is there. Pure.
 */
final class Suggestion {

	private static final String SSO_NAME = "authentik";

	private static final String SHIPPED_KEY = "authentik Self-signed Certificate";

	private final BaseUrl opened;

	private final BaseUrl authentik;

	private final OidcSso held;

	private final AuthentikInventory inventory;

	/**
	 * Looks at what was found.
	 * @param opened the address by which DSM was opened
	 * @param authentik the address of authentik
	 * @param held DSM's settings as they are
	 * @param inventory what authentik has
	 */
	Suggestion(BaseUrl opened, BaseUrl authentik, OidcSso held, AuthentikInventory inventory) {
		this.opened = opened;
		this.authentik = authentik;
		this.held = held;
		this.inventory = inventory;
	}

	/**
	 * The desired state to start from.
	 * @param provider the provider that is taken up
	 * @param application the application that is taken up
	 * @param bindings the bindings of that application
	 * @param freeName a name for what is made
	 */
	DesiredState desiredState(Optional<OAuth2Provider> provider, Optional<Application> application,
			List<PolicyBinding> bindings, String freeName) {
		boolean connected = provider.filter(this::isKnownToDsm).isPresent();
		String claim = userClaim(connected);
		return new DesiredState(
				provider.map((found) -> RedirectRules.servedBy(this.held.redirectUri(), found, this.opened))
					.orElseGet(() -> RedirectUri.of(this.opened)),
				this.authentik, provider.map(OAuth2Provider::pk).orElse(null),
				provider.map(OAuth2Provider::name).orElse(freeName),
				application.map(Application::name).orElseGet(() -> DesiredState.applicationNameFor(freeName)),
				application.map(Application::slug).orElse(freeName),
				provider.map(OAuth2Provider::subjectMode).orElse(SubjectMode.HASHED_USER_ID), signingKey(provider),
				provider.filter(this::canBePassed)
					.map(OAuth2Provider::authorizationFlow)
					.orElseGet(this.inventory::preferredAuthorizationFlow),
				invalidationFlow(provider), restrictionOf(bindings), ssoName(connected), scope(connected, claim), claim,
				allowLocalUser(), bridge(provider), Set.of());
	}

	/**
	 * DSM's settings are about this provider: they name its client, or its application.
	 */
	private boolean isKnownToDsm(OAuth2Provider provider) {
		return !this.held.clientId().isEmpty() && provider.credentials().clientId().equals(this.held.clientId())
				|| ApplicationAddresses.slugIn(this.held.wellKnown())
					.filter((slug) -> slug.equals(provider.applicationSlug()))
					.isPresent();
	}

	private boolean canBePassed(OAuth2Provider provider) {
		return !provider.authorizationFlow().isEmpty()
				&& !ProviderRules.authorizationFlow(provider, this.inventory.authorizationFlows()).isWrong();
	}

	/** A button without a caption works as well. */
	private String ssoName(boolean connected) {
		return connected ? this.held.name() : SSO_NAME;
	}

	/** The claim that DSM looks at, unless nobody would be found by it. */
	private String userClaim(boolean connected) {
		boolean kept = connected && !DsmRules.userClaim(this.held, this.inventory.claims()).isWrong();
		return kept ? this.held.userClaim() : DsmRules.USERNAME_CLAIM;
	}

	/**
	 * The same, with a claim by which nobody is found replaced by the user name; also
	 * where the scope that carries it is still to be attached, for then nobody would be
	 * found.
	 */
	static DesiredState withClaim(DesiredState desired, OidcSso held, ClaimFacts claims) {
		boolean namesNobody = DsmRules.userClaim(held, claims).isWrong() || claims.wouldBeMetByUsername();
		return namesNobody ? byUsername(desired, held, claims) : desired;
	}

	/** The same with DSM looking for the user name. */
	static DesiredState byUsername(DesiredState desired, OidcSso held, ClaimFacts claims) {
		return desired.withUserClaim(DsmRules.USERNAME_CLAIM,
				DsmRules.scopeFor(held.scope(), DsmRules.USERNAME_CLAIM, ClaimFacts.of(claims.sent())));
	}

	private String scope(boolean connected, String claim) {
		ClaimFacts facts = claim.equals(this.held.userClaim()) ? this.inventory.claims()
				: ClaimFacts.of(this.inventory.claims().sent());
		return connected ? DsmRules.scopeFor(this.held.scope(), claim, facts) : DsmRules.SCOPE;
	}

	/** Where names are bridged, they stay so. */
	private @Nullable NameBridge bridge(Optional<OAuth2Provider> provider) {
		return provider.flatMap(this.inventory::bridgeOf)
			.flatMap(ScopeMapping::bridgedAttribute)
			.map((attribute) -> new NameBridge(attribute, Map.of()))
			.orElse(null);
	}

	/** Whoever chose that only accounts of the directory may sign in meant it. */
	private @Nullable Boolean allowLocalUser() {
		if (!this.held.knowsLocalUsers()) {
			return null;
		}
		Judgement accounts = DsmRules.accountType(this.held, this.inventory.directory());
		return (this.held.isBlank() || accounts.isWrong()) ? Boolean.TRUE : this.held.allowLocalUser();
	}

	/** The key that signs, unless DSM cannot check its signatures. */
	private @Nullable String signingKey(Optional<OAuth2Provider> provider) {
		Optional<String> kept = provider
			.filter((found) -> !ProviderRules.signature(found, this.inventory.keys()).isWrong())
			.map(OAuth2Provider::signingKey);
		Comparator<CertificateKeyPair> shippedFirst = Comparator
			.comparing((CertificateKeyPair key) -> !key.name().equals(SHIPPED_KEY))
			.thenComparing(CertificateKeyPair::name);
		return kept.or(() -> this.inventory.rsaKeys().stream().min(shippedFirst).map(CertificateKeyPair::pk))
			.orElse(null);
	}

	/** A provider may live without one, as those do that are older than the field. */
	private @Nullable String invalidationFlow(Optional<OAuth2Provider> provider) {
		if (provider.isPresent()) {
			return provider.get().invalidationFlow();
		}
		return this.inventory.capabilities().hasInvalidationFlow() ? this.inventory.preferredInvalidationFlow() : null;
	}

	private static AccessRestriction restrictionOf(List<PolicyBinding> bindings) {
		List<PolicyBinding> counting = bindings.stream()
			.filter((binding) -> binding.enabled() && !binding.negate() && binding.policy() == null)
			.toList();
		return new AccessRestriction(named(counting, PolicyBinding::group), named(counting, PolicyBinding::user));
	}

	private static <T> Set<T> named(List<PolicyBinding> bindings, Function<PolicyBinding, @Nullable T> name) {
		return bindings.stream().map(name).filter(Objects::nonNull).collect(Collectors.toSet());
	}

}
