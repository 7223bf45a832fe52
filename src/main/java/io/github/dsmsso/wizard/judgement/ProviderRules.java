package io.github.dsmsso.wizard.judgement;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import org.jspecify.annotations.Nullable;

/**
 * What DSM needs of the provider and the application in authentik; the redirect URIs are
 * {@link RedirectRules}' own matter.
 */
public final class ProviderRules {

	/** The only grant that DSM uses. */
	public static final String GRANT_TYPE = "authorization_code";

	private ProviderRules() {
	}

	/**
	 * The application has a provider.
	 * @param provider the application's OAuth2 provider, or null
	 */
	public static Judgement application(Application application, @Nullable OAuth2Provider provider) {
		return (provider != null) ? Judgement.right(Aspect.APPLICATION, "linked", application.name(), provider.name())
				: Judgement.wrong(Aspect.APPLICATION, "no-provider", application.name());
	}

	/**
	 * Tokens are signed with an RSA key (RS256), the only signature that DSM is known to
	 * accept (authentik issue 26091). A key that is not among the listed ones, or whose
	 * kind is not told, cannot be judged.
	 */
	public static Judgement signature(OAuth2Provider provider, List<CertificateKeyPair> keys) {
		String pk = provider.signingKey();
		if (pk == null) {
			return Judgement.wrong(Aspect.SIGNATURE, "no-key", provider.name());
		}
		Optional<CertificateKeyPair> key = keys.stream()
			.filter((candidate) -> candidate.pk().equals(pk) && !candidate.keyType().isEmpty())
			.findFirst();
		return key
			.map((found) -> found.isRsa() ? Judgement.right(Aspect.SIGNATURE, "rsa")
					: Judgement.wrong(Aspect.SIGNATURE, "other-key", provider.name(),
							found.keyType().toUpperCase(Locale.ROOT)))
			.orElseGet(() -> Judgement.unknown(Aspect.SIGNATURE, "key-not-shown", provider.name()));
	}

	/** Tokens are not encrypted: DSM cannot read them otherwise. */
	public static Judgement encryption(OAuth2Provider provider) {
		return (provider.encryptionKey() != null) ? Judgement.wrong(Aspect.ENCRYPTION, "encrypted", provider.name())
				: Judgement.right(Aspect.ENCRYPTION, "none");
	}

	/**
	 * People can pass the authorization flow, and it asks for nothing more than that they
	 * are signed in. A stage of it may deny everybody who has no second factor (authentik
	 * issue 4089), or ask for consent at every sign-in.
	 * @param flows the authorization flows
	 */
	public static Judgement authorizationFlow(OAuth2Provider provider, List<Flow> flows) {
		return flows.stream()
			.filter((flow) -> flow.pk().equals(provider.authorizationFlow()))
			.findFirst()
			.map(ProviderRules::authorizationFlow)
			.orElseGet(() -> Judgement.unknown(Aspect.AUTHORIZATION_FLOW, "not-shown", provider.name()));
	}

	private static Judgement authorizationFlow(Flow flow) {
		return switch (flow.audience()) {
			case NOBODY_SIGNED_IN -> Judgement.wrong(Aspect.AUTHORIZATION_FLOW, "nobody", flow.name());
			case SUPERUSERS -> Judgement.doubtful(Aspect.AUTHORIZATION_FLOW, "superusers", flow.name());
			case SIGNED_IN ->
				flow.stages().isEmpty() ? Judgement.right(Aspect.AUTHORIZATION_FLOW, "no-stages", flow.name())
						: Judgement.doubtful(Aspect.AUTHORIZATION_FLOW, "stages", flow.name());
		};
	}

	/** DSM shows a secret; of a public client it is not asked for. */
	public static Judgement clientType(OAuth2Provider provider) {
		return provider.confidential() ? Judgement.right(Aspect.CLIENT_TYPE, "confidential")
				: Judgement.wrong(Aspect.CLIENT_TYPE, "public", provider.name());
	}

	/**
	 * The provider issues codes. From authentik 2026.5 on grant types are named, and one
	 * made without any answers no request (terraform-provider-authentik issue 915).
	 */
	public static Judgement grantTypes(OAuth2Provider provider) {
		List<String> grantTypes = provider.grantTypes();
		if (grantTypes == null) {
			return Judgement.right(Aspect.GRANT_TYPE, "not-named");
		}
		return grantTypes.contains(GRANT_TYPE) ? Judgement.right(Aspect.GRANT_TYPE, "enabled")
				: Judgement.wrong(Aspect.GRANT_TYPE, "missing", provider.name());
	}

	/** The grant types with the one that DSM uses; null where the release names none. */
	public static @Nullable List<String> withGrantType(@Nullable List<String> grantTypes) {
		if (grantTypes == null || grantTypes.contains(GRANT_TYPE)) {
			return grantTypes;
		}
		List<String> completed = new ArrayList<>(grantTypes);
		completed.add(GRANT_TYPE);
		return completed;
	}

	/**
	 * The claims are in the ID token. DSM was seen to read them there; that it reads the
	 * userinfo endpoint as well is not known.
	 */
	public static Judgement idTokenClaims(OAuth2Provider provider) {
		return provider.includeClaimsInIdToken() ? Judgement.right(Aspect.ID_TOKEN_CLAIMS, "included")
				: Judgement.wrong(Aspect.ID_TOKEN_CLAIMS, "left-out", provider.name());
	}

}
