package io.github.dsmsso.wizard.judgement;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.ApplicationAddresses;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import org.jspecify.annotations.Nullable;

/**
 * Which provider and application belong to a NAS: first by the client id that DSM holds,
 * then by a redirect URI that is an address of this NAS, then by the application that
 * DSM's well-known URL names, and last by a pattern that fits. A provider with an
 * application comes before one without.
 */
public final class Recognition {

	private final OidcSso held;

	private final List<String> addresses;

	private final List<OAuth2Provider> providers;

	/**
	 * Looks at what there is.
	 * @param held DSM's settings
	 * @param addresses the addresses by which this NAS is opened, as far as they are
	 * known
	 * @param providers the OAuth2 providers of authentik
	 */
	public Recognition(OidcSso held, List<RedirectUri> addresses, List<OAuth2Provider> providers) {
		this.held = held;
		this.addresses = addresses.stream().map(RedirectUri::value).toList();
		this.providers = List.copyOf(providers);
	}

	/** The providers that may be this NAS's, the likeliest first. */
	public List<Candidate> candidates() {
		return this.providers.stream()
			.flatMap((provider) -> reason(provider).map((reason) -> new Candidate(provider, reason)).stream())
			.sorted(Candidate.LIKELIEST_FIRST)
			.toList();
	}

	/**
	 * The slug of the application that DSM's well-known URL names, whether it is there or
	 * not.
	 */
	public Optional<String> slugInDsm() {
		return ApplicationAddresses.slugIn(this.held.wellKnown());
	}

	/** The provider that is most likely this NAS's. */
	public Optional<OAuth2Provider> likeliest() {
		return candidates().stream().map(Candidate::provider).findFirst();
	}

	/**
	 * The slug of the application of this NAS: that of the likeliest provider, else the
	 * one that DSM holds; empty where nothing tells.
	 */
	public Optional<String> slug() {
		return likeliest().map(OAuth2Provider::applicationSlug).or(this::slugInDsm);
	}

	private Optional<Reason> reason(OAuth2Provider provider) {
		if (!this.held.clientId().isEmpty() && provider.credentials().clientId().equals(this.held.clientId())) {
			return Optional.of(Reason.CLIENT_ID);
		}
		if (this.addresses.stream().map(AllowedRedirect::exactly).anyMatch(provider.redirectUris()::contains)) {
			return Optional.of(Reason.ADDRESS);
		}
		if (slugInDsm().filter((slug) -> slug.equals(provider.applicationSlug())).isPresent()) {
			return Optional.of(Reason.WELL_KNOWN);
		}
		return this.addresses.stream().anyMatch((address) -> fits(provider, address)) ? Optional.of(Reason.PATTERN)
				: Optional.empty();
	}

	/**
	 * By a pattern that does not fit just anything, or by a misspelling of the address.
	 */
	private static boolean fits(OAuth2Provider provider, String address) {
		return provider.redirectUris()
			.stream()
			.anyMatch((redirect) -> redirect.matches(address) && !redirect.matches("https://any.invalid")
					|| RedirectRules.isMisspelling(redirect, new RedirectUri(address)));
	}

	/** By what a provider was recognised, the surest first. */
	public enum Reason {

		/** DSM holds its client id. */
		CLIENT_ID,
		/** It names an address of this NAS. */
		ADDRESS,
		/** DSM's well-known URL names its application. */
		WELL_KNOWN,
		/** A pattern of it fits an address of this NAS, or it misspells one. */
		PATTERN

	}

	/**
	 * A provider that may be this NAS's.
	 *
	 * @param provider the provider
	 * @param reason by what it was recognised
	 */
	public record Candidate(OAuth2Provider provider, Reason reason) {

		private static final Comparator<Candidate> LIKELIEST_FIRST = Comparator.comparing(Candidate::reason)
			.thenComparing((candidate) -> candidate.provider().applicationSlug() == null)
			.thenComparing((candidate) -> candidate.provider().name());

		/** The slug of its application, or null where it has none. */
		public @Nullable String slug() {
			return this.provider.applicationSlug();
		}

	}

}
