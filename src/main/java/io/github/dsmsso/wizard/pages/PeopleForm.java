package io.github.dsmsso.wizard.pages;

import java.util.Set;
import java.util.regex.Pattern;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What was typed and ticked on the page about people and access.
 *
 * @param redirect the address people use for DSM
 * @param groups UUIDs of the groups that may sign in
 * @param users keys of the users that may sign in
 * @param providerName name of the provider
 * @param applicationName name of the application
 * @param applicationSlug slug of the application
 * @param ssoName DSM's name for the service
 * @param subjectMode what the subject holds
 * @param signingKey UUID of the key, or {@link #NEW_KEY}
 * @param authorizationFlow UUID of the flow
 * @param userClaim the claim in which DSM looks for the account name; null where there is
 * nothing to choose
 * @param allowLocalUser whether local accounts may sign in; null where DSM does not ask
 */
record PeopleForm(String redirect, @Nullable Set<String> groups, @Nullable Set<Integer> users, String providerName,
		String applicationName, String applicationSlug, String ssoName, SubjectMode subjectMode, String signingKey,
		@Nullable String authorizationFlow, @Nullable String userClaim, @Nullable Boolean allowLocalUser) {

	/** Stands for a key still to be created. */
	static final String NEW_KEY = "new";

	private static final Pattern SLUG = Pattern.compile("[-a-zA-Z0-9_]{1,50}");

	/** The form as a desired state shows in it. */
	static PeopleForm of(DesiredState desired) {
		return new PeopleForm(desired.redirectUri().value(), desired.access().groupPks(), desired.access().userPks(),
				desired.providerName(), desired.applicationName(), desired.applicationSlug(), desired.ssoName(),
				desired.subjectMode(), (desired.signingKey() != null) ? desired.signingKey() : NEW_KEY,
				desired.authorizationFlow(), desired.userClaim(), desired.allowLocalUser());
	}

	/** The same with another address of DSM. */
	PeopleForm withRedirect(String redirect) {
		return new PeopleForm(redirect, this.groups, this.users, this.providerName, this.applicationName,
				this.applicationSlug, this.ssoName, this.subjectMode, this.signingKey, this.authorizationFlow,
				this.userClaim, this.allowLocalUser);
	}

	/**
	 * What is meant by what was typed.
	 * @param suggested what the rest of it is taken from
	 * @param claims what is known of the names that are sent
	 * @throws FieldException where a field is not as it must be
	 */
	DesiredState toDesiredState(DesiredState suggested, ClaimFacts claims) {
		String claim = (this.userClaim != null) ? this.userClaim : suggested.userClaim();
		boolean sameClaim = claim.equals(suggested.userClaim());
		return new DesiredState(RedirectUri.of(redirectAddress()), suggested.authentik(), suggested.adoptedProvider(),
				named("providerName", this.providerName), named("applicationName", this.applicationName), slug(),
				this.subjectMode, NEW_KEY.equals(this.signingKey) ? null : this.signingKey,
				(this.authorizationFlow != null) ? this.authorizationFlow : suggested.authorizationFlow(),
				suggested.invalidationFlow(), access(), ssoName(suggested),
				sameClaim ? suggested.scope()
						: DsmRules.scopeFor(suggested.scope(), claim, ClaimFacts.of(claims.sent())),
				claim, (suggested.allowLocalUser() != null) ? Boolean.TRUE.equals(this.allowLocalUser) : null,
				suggested.accepted());
	}

	private BaseUrl redirectAddress() {
		BaseUrl address = AddressField.parse("redirect", this.redirect, BaseUrl::parse);
		if (!"https".equals(address.scheme())) {
			throw new FieldException("redirect", Problem.of("form.redirect-not-https"));
		}
		return address;
	}

	private String slug() {
		String slug = this.applicationSlug.strip();
		if (!SLUG.matcher(slug).matches()) {
			throw new FieldException("applicationSlug", Problem.of("form.slug-wrong"));
		}
		return slug;
	}

	/** A caption that is empty in DSM may stay so. */
	private String ssoName(DesiredState suggested) {
		boolean stays = this.ssoName.isBlank() && suggested.ssoName().isBlank();
		return stays ? suggested.ssoName() : named("ssoName", this.ssoName);
	}

	private static String named(String field, String typed) {
		if (typed.isBlank()) {
			throw new FieldException(field, Problem.of("form.name-missing"));
		}
		return typed.strip();
	}

	private AccessRestriction access() {
		return new AccessRestriction((this.groups != null) ? this.groups : Set.of(),
				(this.users != null) ? this.users : Set.of());
	}

}
