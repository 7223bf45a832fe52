package io.github.dsmsso.wizard.authentik;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth2/OpenID provider, as far as this wizard reads and sets it.
 *
 * @param pk its key, 0 for one that does not exist yet
 * @param name {@code name}
 * @param authorizationFlow {@code authorization_flow}: UUID
 * @param invalidationFlow {@code invalidation_flow}: UUID; null before 2024.10
 * @param confidential {@code client_type} is {@code confidential}
 * @param grantTypes {@code grant_types}; null before 2026.5
 * @param credentials {@code client_id} and {@code client_secret}; the secret is empty
 * where authentik did not show it
 * @param redirectUris {@code redirect_uris}
 * @param signingKey {@code signing_key}: UUID, or null
 * @param encryptionKey {@code encryption_key}: UUID, or null; DSM cannot read encrypted
 * tokens
 * @param subjectMode {@code sub_mode}
 * @param propertyMappings {@code property_mappings}: UUIDs
 * @param includeClaimsInIdToken {@code include_claims_in_id_token}
 * @param perProviderIssuer {@code issuer_mode} is {@code per_provider}
 * @param applicationSlug {@code assigned_application_slug}, or null
 */
public record OAuth2Provider(int pk, String name, String authorizationFlow, @Nullable String invalidationFlow,
		boolean confidential, @Nullable List<String> grantTypes, ClientCredentials credentials,
		List<AllowedRedirect> redirectUris, @Nullable String signingKey, @Nullable String encryptionKey,
		SubjectMode subjectMode, List<String> propertyMappings, boolean includeClaimsInIdToken,
		boolean perProviderIssuer, @Nullable String applicationSlug) {

	public OAuth2Provider {
		redirectUris = List.copyOf(redirectUris);
		propertyMappings = List.copyOf(propertyMappings);
	}

	/** Whether authorize requests with this exact redirect URI are accepted. */
	public boolean allows(String redirectUri) {
		return this.redirectUris.stream().anyMatch((allowed) -> allowed.matches(redirectUri));
	}

	/** The same provider under another key. */
	public OAuth2Provider withPk(int pk) {
		return new OAuth2Provider(pk, this.name, this.authorizationFlow, this.invalidationFlow, this.confidential,
				this.grantTypes, this.credentials, this.redirectUris, this.signingKey, this.encryptionKey,
				this.subjectMode, this.propertyMappings, this.includeClaimsInIdToken, this.perProviderIssuer,
				this.applicationSlug);
	}

	/** The same provider signing with another key. */
	public OAuth2Provider withSigningKey(String signingKey) {
		return new OAuth2Provider(this.pk, this.name, this.authorizationFlow, this.invalidationFlow, this.confidential,
				this.grantTypes, this.credentials, this.redirectUris, signingKey, this.encryptionKey, this.subjectMode,
				this.propertyMappings, this.includeClaimsInIdToken, this.perProviderIssuer, this.applicationSlug);
	}

	/** The same provider, the mapping without a key having this one. */
	public OAuth2Provider withNewMapping(String mapping) {
		List<String> mappings = this.propertyMappings.stream().map((key) -> key.isEmpty() ? mapping : key).toList();
		return new OAuth2Provider(this.pk, this.name, this.authorizationFlow, this.invalidationFlow, this.confidential,
				this.grantTypes, this.credentials, this.redirectUris, this.signingKey, this.encryptionKey,
				this.subjectMode, mappings, this.includeClaimsInIdToken, this.perProviderIssuer, this.applicationSlug);
	}

	/**
	 * The fields that are empty here and filled there, by authentik's names. It reads
	 * them empty where something else than this API left them so ({@code grant_types} of
	 * a provider made without any, from 2026.5; {@code invalidation_flow} of one from
	 * before 2024.10), and may refuse to empty them again.
	 */
	public List<String> emptyUnlike(OAuth2Provider other) {
		List<String> fields = new ArrayList<>();
		if (isEmpty(this.grantTypes) && !isEmpty(other.grantTypes)) {
			fields.add("grant_types");
		}
		if (this.invalidationFlow == null && other.invalidationFlow != null) {
			fields.add("invalidation_flow");
		}
		return fields;
	}

	private static boolean isEmpty(@Nullable List<String> values) {
		return values == null || values.isEmpty();
	}

	/** The same provider, what is empty in it filled as it is there. */
	public OAuth2Provider filledAs(OAuth2Provider other) {
		return new OAuth2Provider(this.pk, this.name, this.authorizationFlow,
				(this.invalidationFlow != null) ? this.invalidationFlow : other.invalidationFlow, this.confidential,
				isEmpty(this.grantTypes) ? other.grantTypes : this.grantTypes, this.credentials, this.redirectUris,
				this.signingKey, this.encryptionKey, this.subjectMode, this.propertyMappings,
				this.includeClaimsInIdToken, this.perProviderIssuer, this.applicationSlug);
	}

	/**
	 * Whether every setting, as read, is the wanted one. A secret that authentik does not
	 * show, or that is not known any more, is left out of the comparison.
	 */
	public boolean isSameAs(OAuth2Provider wanted) {
		boolean comparable = this.credentials.showsSecret() && wanted.credentials.showsSecret();
		return settings(this.credentials).equals(wanted.settings(
				comparable ? wanted.credentials : wanted.credentials.withSecret(this.credentials.clientSecret())));
	}

	/** The same provider with another secret. */
	public OAuth2Provider withClientSecret(Secret clientSecret) {
		return new OAuth2Provider(this.pk, this.name, this.authorizationFlow, this.invalidationFlow, this.confidential,
				this.grantTypes, this.credentials.withSecret(clientSecret), this.redirectUris, this.signingKey,
				this.encryptionKey, this.subjectMode, this.propertyMappings, this.includeClaimsInIdToken,
				this.perProviderIssuer, this.applicationSlug);
	}

	/**
	 * This provider without what authentik itself assigns, its mappings in a fixed order.
	 */
	private OAuth2Provider settings(ClientCredentials credentials) {
		return new OAuth2Provider(0, this.name, this.authorizationFlow, this.invalidationFlow, this.confidential,
				this.grantTypes, credentials, this.redirectUris, this.signingKey, this.encryptionKey, this.subjectMode,
				this.propertyMappings.stream().sorted().toList(), this.includeClaimsInIdToken, this.perProviderIssuer,
				null);
	}

	/** The mapping by which it bridges names, among all there are. */
	public Optional<ScopeMapping> bridgeAmong(List<ScopeMapping> mappings) {
		return mappings.stream()
			.filter((mapping) -> this.propertyMappings.contains(mapping.pk()))
			.filter((mapping) -> mapping.bridgedAttribute().isPresent())
			.findFirst();
	}

}
