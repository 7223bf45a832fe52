package io.github.dsmsso.wizard.plan;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * How both systems shall be: what the administrator chose, and good defaults for the
 * rest.
 *
 * @param redirectUri the address people use for DSM
 * @param authentik the address of authentik
 * @param providerName name of the provider
 * @param applicationName name of the application
 * @param applicationSlug slug of the application
 * @param subjectMode what the {@code sub} claim holds
 * @param signingKey UUID of the RSA key to sign with; null to create one
 * @param authorizationFlow UUID of the authorization flow
 * @param invalidationFlow UUID of the invalidation flow; null before authentik 2024.10
 * @param access who may sign in
 * @param ssoName DSM's name for the service, the caption of its button
 * @param allowLocalUser account type "Domain/LDAP/local"; null on DSM 7.1
 */
public record DesiredState(RedirectUri redirectUri, BaseUrl authentik, String providerName, String applicationName,
		String applicationSlug, SubjectMode subjectMode, @Nullable String signingKey, String authorizationFlow,
		@Nullable String invalidationFlow, AccessRestriction access, String ssoName, @Nullable Boolean allowLocalUser) {

	/** The scopes DSM asks for. */
	public static final String SCOPE = "openid profile email";

	/** The claim in which DSM looks for the account's name. */
	public static final String USER_CLAIM = "preferred_username";

	/** The mark of this wizard on an application it made ({@code meta_publisher}). */
	public static final String PUBLISHER = "DSM SSO Wizard";

	/** Where DSM will read how to talk to authentik. */
	public String wellKnown() {
		return this.authentik.resolve("application/o/" + this.applicationSlug + "/.well-known/openid-configuration")
			.toString();
	}

	/** Where DSM will send people to sign in. */
	public String authorizationEndpoint() {
		return this.authentik.resolve("application/o/authorize/").toString();
	}

	/** Where DSM will redeem codes. */
	public String tokenEndpoint() {
		return this.authentik.resolve("application/o/token/").toString();
	}

	/** Whether a signing key has to be created. */
	public boolean createsSigningKey() {
		return this.signingKey == null;
	}

	/** The same with others let in. */
	public DesiredState withAccess(AccessRestriction access) {
		return new DesiredState(this.redirectUri, this.authentik, this.providerName, this.applicationName,
				this.applicationSlug, this.subjectMode, this.signingKey, this.authorizationFlow, this.invalidationFlow,
				access, this.ssoName, this.allowLocalUser);
	}

	/** The name of a signing key that is created. */
	public String newSigningKeyName() {
		return "DSM sign-in (" + this.providerName + ")";
	}

}
