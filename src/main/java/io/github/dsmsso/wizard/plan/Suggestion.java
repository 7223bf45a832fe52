package io.github.dsmsso.wizard.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.OAuth2Providers.ProviderName;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * The desired state that fits what is found: a connection that exists is taken up under
 * its own names, a new one gets the names of authentik's documentation or the next free
 * ones. Everything here can be changed before the plan is made.
 */
public final class Suggestion {

	private static final String NAME = "synology";

	private static final String APPLICATION_NAME = "Synology DSM";

	private static final String SSO_NAME = "authentik";

	private static final String SHIPPED_KEY = "authentik Self-signed Certificate";

	private final RedirectUri redirectUri;

	private final BaseUrl authentik;

	private final OidcSso dsm;

	private final Surroundings surroundings;

	/**
	 * Looks at what was found.
	 * @param redirectUri the address people use for DSM
	 * @param authentik the address of authentik
	 * @param dsm DSM's settings as they are
	 * @param surroundings what authentik has
	 */
	public Suggestion(RedirectUri redirectUri, BaseUrl authentik, OidcSso dsm, Surroundings surroundings) {
		this.redirectUri = redirectUri;
		this.authentik = authentik;
		this.dsm = dsm;
		this.surroundings = surroundings;
	}

	/**
	 * The provider that already serves this NAS: DSM holds its client id, or it accepts
	 * the address of this NAS.
	 */
	public Optional<OAuth2Provider> existingProvider() {
		Stream<OAuth2Provider> known = this.surroundings.providers().stream().filter(this::isKnownToDsm);
		Stream<OAuth2Provider> accepting = this.surroundings.providers()
			.stream()
			.filter((provider) -> provider.redirectUris().contains(AllowedRedirect.exactly(this.redirectUri.value())));
		return Stream.concat(known, accepting).findFirst();
	}

	/**
	 * The desired state to start from.
	 * @param application the existing provider's application, or null
	 * @param bindings the bindings of that application
	 */
	public DesiredState desiredState(@Nullable Application application, List<PolicyBinding> bindings) {
		Optional<OAuth2Provider> existing = existingProvider();
		String freeName = firstFreeName();
		String freeApplicationName = APPLICATION_NAME + freeName.substring(NAME.length());
		return new DesiredState(this.redirectUri, this.authentik, existing.map(OAuth2Provider::name).orElse(freeName),
				(application != null) ? application.name() : freeApplicationName,
				existing.map(OAuth2Provider::applicationSlug).orElse(freeName),
				existing.map(OAuth2Provider::subjectMode).orElse(SubjectMode.USER_EMAIL), signingKey(existing),
				existing.map(OAuth2Provider::authorizationFlow)
					.orElseGet(() -> preferred(this.surroundings.authorizationFlows(), Flow.IMPLICIT_CONSENT)),
				invalidationFlow(existing), restrictionOf(bindings), ssoName(existing),
				this.dsm.knowsLocalUsers() ? Boolean.TRUE : null);
	}

	private boolean isKnownToDsm(OAuth2Provider provider) {
		return !this.dsm.clientId().isEmpty() && provider.credentials().clientId().equals(this.dsm.clientId());
	}

	private String ssoName(Optional<OAuth2Provider> existing) {
		return existing.filter(this::isKnownToDsm)
			.map((provider) -> this.dsm.name())
			.filter((name) -> !name.isBlank())
			.orElse(SSO_NAME);
	}

	private @Nullable String signingKey(Optional<OAuth2Provider> existing) {
		List<CertificateKeyPair> usable = this.surroundings.rsaKeys();
		Optional<String> current = existing.map(OAuth2Provider::signingKey)
			.filter((pk) -> usable.stream().anyMatch((key) -> key.pk().equals(pk)));
		Comparator<CertificateKeyPair> shippedFirst = Comparator
			.comparing((CertificateKeyPair key) -> !key.name().equals(SHIPPED_KEY))
			.thenComparing(CertificateKeyPair::name);
		return current.or(() -> usable.stream().min(shippedFirst).map(CertificateKeyPair::pk)).orElse(null);
	}

	private @Nullable String invalidationFlow(Optional<OAuth2Provider> existing) {
		if (!this.surroundings.capabilities().hasInvalidationFlow()) {
			return null;
		}
		return existing.map(OAuth2Provider::invalidationFlow)
			.orElseGet(() -> preferred(this.surroundings.invalidationFlows(), Flow.PROVIDER_INVALIDATION));
	}

	/** The flow of that slug, else the first there is; empty where there is none. */
	private static String preferred(List<Flow> flows, String slug) {
		return flows.stream()
			.filter((flow) -> flow.slug().equals(slug))
			.findFirst()
			.or(() -> flows.stream().findFirst())
			.map(Flow::pk)
			.orElse("");
	}

	private String firstFreeName() {
		List<String> taken = this.surroundings.providerNames().stream().map(ProviderName::name).toList();
		String candidate = NAME;
		for (int number = 2; taken.contains(candidate); number++) {
			candidate = NAME + "-" + number;
		}
		return candidate;
	}

	private static AccessRestriction restrictionOf(List<PolicyBinding> bindings) {
		List<PolicyBinding> counting = bindings.stream()
			.filter((binding) -> binding.enabled() && !binding.negate())
			.toList();
		return new AccessRestriction(named(counting, PolicyBinding::group), named(counting, PolicyBinding::user));
	}

	private static <T> Set<T> named(List<PolicyBinding> bindings, Function<PolicyBinding, @Nullable T> name) {
		return bindings.stream().map(name).filter(Objects::nonNull).collect(Collectors.toSet());
	}

}
