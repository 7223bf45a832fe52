package io.github.dsmsso.wizard.authentik;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * An OAuth2 provider as a release of authentik reads and writes it.
 */
public final class ProviderJson {

	private static final Pattern UUID = Pattern.compile("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32}");

	private final AuthentikCapabilities capabilities;

	private final RedirectUris redirectUris;

	/** For a release that can do this. */
	public ProviderJson(AuthentikCapabilities capabilities) {
		this.capabilities = capabilities;
		this.redirectUris = new RedirectUris(capabilities);
	}

	/**
	 * A provider that is asked for alone, to be compared with what it was: a list that is
	 * missing is not an empty one.
	 * @throws io.github.dsmsso.wizard.http.ApiException where one is
	 */
	OAuth2Provider readWhole(Fields provider) {
		provider.requireList("property_mappings");
		if (this.capabilities.hasGrantTypes()) {
			provider.requireList("grant_types");
		}
		return read(provider);
	}

	OAuth2Provider read(Fields provider) {
		return new OAuth2Provider(provider.number("pk"), provider.text("name"), provider.text("authorization_flow"),
				this.capabilities.hasInvalidationFlow() ? provider.textOrNull("invalidation_flow") : null,
				provider.text("client_type").equals("confidential"),
				this.capabilities.hasGrantTypes() ? provider.texts("grant_types") : null,
				new ClientCredentials(provider.text("client_id"), clientSecret(provider)),
				this.redirectUris.read(provider), provider.textOrNull("signing_key"),
				this.capabilities.hasEncryptionKey() ? provider.textOrNull("encryption_key") : null,
				subjectMode(provider), provider.texts("property_mappings"), provider.flag("include_claims_in_id_token"),
				provider.text("issuer_mode").equals("per_provider"), applicationSlug(provider));
	}

	/**
	 * The fields that differ. A secret that is not known is not touched; one that was
	 * blank is blank again where authentik shows what is there instead.
	 */
	Map<String, @Nullable Object> changes(OAuth2Provider from, OAuth2Provider to) {
		Map<String, @Nullable Object> body = write(to);
		body.entrySet().removeAll(write(from).entrySet());
		if (to.credentials().clientSecret().isEmpty() && from.credentials().showsSecret()) {
			body.put("client_secret", "");
		}
		return body;
	}

	/** Exactly the fields this wizard sets; a secret that is not known is not touched. */
	public Map<String, @Nullable Object> write(OAuth2Provider provider) {
		Map<String, @Nullable Object> body = new LinkedHashMap<>();
		body.put("name", provider.name());
		body.put("authorization_flow", provider.authorizationFlow());
		body.put("client_type", provider.confidential() ? "confidential" : "public");
		body.put("client_id", provider.credentials().clientId());
		if (provider.credentials().showsSecret()) {
			body.put("client_secret", provider.credentials().clientSecret().reveal());
		}
		body.put("redirect_uris", this.redirectUris.write(provider.redirectUris()));
		body.put("signing_key", provider.signingKey());
		body.put("sub_mode", provider.subjectMode().value());
		body.put("property_mappings", provider.propertyMappings());
		body.put("include_claims_in_id_token", provider.includeClaimsInIdToken());
		body.put("issuer_mode", provider.perProviderIssuer() ? "per_provider" : "global");
		writeNewerFields(provider, body);
		return body;
	}

	private void writeNewerFields(OAuth2Provider provider, Map<String, @Nullable Object> body) {
		if (this.capabilities.hasInvalidationFlow()) {
			body.put("invalidation_flow", provider.invalidationFlow());
		}
		if (this.capabilities.hasEncryptionKey()) {
			body.put("encryption_key", provider.encryptionKey());
		}
		if (this.capabilities.hasGrantTypes() && provider.grantTypes() != null) {
			body.put("grant_types", provider.grantTypes());
		}
	}

	/** Announced for 2026.11: what is read is a reference to a secret, not the secret. */
	private Secret clientSecret(Fields provider) {
		String secret = provider.textIfAny("client_secret");
		boolean reference = this.capabilities.mayReferToSecrets() && UUID.matcher(secret).matches();
		return (secret.isEmpty() || reference) ? Secret.none() : Secret.of(secret);
	}

	private static SubjectMode subjectMode(Fields provider) {
		try {
			return SubjectMode.of(provider.text("sub_mode"));
		}
		catch (IllegalArgumentException ex) {
			throw provider.unreadable("sub_mode");
		}
	}

	private static @Nullable String applicationSlug(Fields provider) {
		String slug = provider.textOrEmpty("assigned_application_slug");
		return slug.isEmpty() ? null : slug;
	}

}
