package io.github.dsmsso.wizard.plan;

import java.util.Set;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.ApplicationAddresses;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.jspecify.annotations.Nullable;

/**
 * How both systems shall be: what the administrator chose, what is there already and may
 * stay, and good defaults for the rest.
 *
 * @param redirectUri the address people use for DSM
 * @param authentik the address of authentik
 * @param adoptedProvider key of the provider that is taken up; null to create one
 * @param providerName name of the provider
 * @param applicationName name of the application
 * @param applicationSlug slug of the application
 * @param subjectMode what the {@code sub} claim holds
 * @param signingKey UUID of the key to sign with; null to create an RSA key
 * @param authorizationFlow UUID of the authorization flow, empty where there is none
 * @param invalidationFlow UUID of the invalidation flow, empty where there is none; null
 * before authentik 2024.10, and where an existing provider names none
 * @param access who may sign in
 * @param ssoName DSM's name for the service, the caption of its button
 * @param scope what DSM asks for
 * @param userClaim the claim in which DSM looks for the account's name
 * @param allowLocalUser account type "Domain/LDAP/local"; null on DSM 7.1
 * @param bridge how names that differ are bridged; null where they are not
 * @param accepted what is doubtful about the existing settings and shall be changed
 */
public record DesiredState(RedirectUri redirectUri, BaseUrl authentik, @Nullable Integer adoptedProvider,
		String providerName, String applicationName, String applicationSlug, SubjectMode subjectMode,
		@Nullable String signingKey, String authorizationFlow, @Nullable String invalidationFlow,
		AccessRestriction access, String ssoName, String scope, String userClaim, @Nullable Boolean allowLocalUser,
		@Nullable NameBridge bridge, Set<Aspect> accepted) {

	/** The mark of this wizard on an application it made ({@code meta_publisher}). */
	public static final String PUBLISHER = "DSM SSO Wizard";

	/** What authentik's own documentation calls provider and application. */
	static final String USUAL_NAME = "synology";

	public DesiredState {
		accepted = Set.copyOf(accepted);
	}

	/** The addresses that DSM will be given. */
	public ApplicationAddresses addresses() {
		return new ApplicationAddresses(this.authentik, this.applicationSlug);
	}

	/** Where DSM will read how to talk to authentik. */
	public String wellKnown() {
		return addresses().wellKnown().toString();
	}

	/** Where DSM will send people to sign in. */
	public String authorizationEndpoint() {
		return addresses().authorizationEndpoint().toString();
	}

	/** Where DSM will redeem codes. */
	public String tokenEndpoint() {
		return addresses().tokenEndpoint().toString();
	}

	/** Whether a signing key has to be created. */
	public boolean createsSigningKey() {
		return this.signingKey == null;
	}

	/** Whether a doubtful setting shall be changed. */
	public boolean accepts(Aspect aspect) {
		return this.accepted.contains(aspect);
	}

	/** The same with others let in. */
	public DesiredState withAccess(AccessRestriction access) {
		return new DesiredState(this.redirectUri, this.authentik, this.adoptedProvider, this.providerName,
				this.applicationName, this.applicationSlug, this.subjectMode, this.signingKey, this.authorizationFlow,
				this.invalidationFlow, access, this.ssoName, this.scope, this.userClaim, this.allowLocalUser,
				this.bridge, this.accepted);
	}

	/** The same with other names for a provider and an application that are made. */
	public DesiredState withNewNames(String name) {
		return new DesiredState(this.redirectUri, this.authentik, this.adoptedProvider, name, applicationNameFor(name),
				name, this.subjectMode, this.signingKey, this.authorizationFlow, this.invalidationFlow, this.access,
				this.ssoName, this.scope, this.userClaim, this.allowLocalUser, this.bridge, this.accepted);
	}

	/** What people read in authentik's library, where the usual name has a number. */
	static String applicationNameFor(String name) {
		String further = name.startsWith(USUAL_NAME) ? name.substring(USUAL_NAME.length()) : "-" + name;
		return "Synology DSM" + further.replace('-', ' ');
	}

	/** The same for another address of DSM. */
	public DesiredState withRedirectUri(RedirectUri redirectUri) {
		return new DesiredState(redirectUri, this.authentik, this.adoptedProvider, this.providerName,
				this.applicationName, this.applicationSlug, this.subjectMode, this.signingKey, this.authorizationFlow,
				this.invalidationFlow, this.access, this.ssoName, this.scope, this.userClaim, this.allowLocalUser,
				this.bridge, this.accepted);
	}

	/** The same with DSM looking for the account name elsewhere. */
	public DesiredState withUserClaim(String claim, String scope) {
		return new DesiredState(this.redirectUri, this.authentik, this.adoptedProvider, this.providerName,
				this.applicationName, this.applicationSlug, this.subjectMode, this.signingKey, this.authorizationFlow,
				this.invalidationFlow, this.access, this.ssoName, scope, claim, this.allowLocalUser, this.bridge,
				this.accepted);
	}

	/** The same with other doubtful settings to be changed. */
	public DesiredState withAccepted(Set<Aspect> accepted) {
		return new DesiredState(this.redirectUri, this.authentik, this.adoptedProvider, this.providerName,
				this.applicationName, this.applicationSlug, this.subjectMode, this.signingKey, this.authorizationFlow,
				this.invalidationFlow, this.access, this.ssoName, this.scope, this.userClaim, this.allowLocalUser,
				this.bridge, accepted);
	}

	/** The same with names bridged, or not. */
	public DesiredState withBridge(@Nullable NameBridge bridge) {
		return new DesiredState(this.redirectUri, this.authentik, this.adoptedProvider, this.providerName,
				this.applicationName, this.applicationSlug, this.subjectMode, this.signingKey, this.authorizationFlow,
				this.invalidationFlow, this.access, this.ssoName, this.scope, this.userClaim, this.allowLocalUser,
				bridge, this.accepted);
	}

	/** The name of a scope mapping that is created. */
	public String newScopeMappingName() {
		return "DSM account name (" + this.providerName + ")";
	}

	/** The name of a signing key that is created. */
	public String newSigningKeyName() {
		return "DSM sign-in (" + this.providerName + ")";
	}

}
