package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;

/**
 * Known mistakes of a planner or a check, each put in by itself: the property has to find
 * them.
 */
enum Mistake {

	/** As it is. */
	NONE,
	/** Every application is made to ask for one binding only. */
	MODE_IS_WIDENED(changes((change) -> (change instanceof ApplicationChange application)
			? new ApplicationChange(application.before(), anyOf(application.wanted()), written(application.describe()))
			: change)),
	/** The claim is always the user name. */
	CLAIM_IS_OVERWRITTEN(oidc((oidc) -> new OidcSso(oidc.name(), oidc.wellKnown(), oidc.clientId(), oidc.clientSecret(),
			oidc.redirectUri(), "openid profile email", "preferred_username", oidc.authorizationEndpoint(),
			oidc.tokenEndpoint(), oidc.allowLocalUser()))),
	/** Local accounts are always let in. */
	LOCAL_ACCOUNTS_ARE_LET_IN(oidc((oidc) -> new OidcSso(oidc.name(), oidc.wellKnown(), oidc.clientId(),
			oidc.clientSecret(), oidc.redirectUri(), oidc.scope(), oidc.userClaim(), oidc.authorizationEndpoint(),
			oidc.tokenEndpoint(), true))),
	/** DSM's redirect URI is always the address by which it was opened. */
	ADDRESS_IS_MOVED(oidc((oidc) -> new OidcSso(oidc.name(), oidc.wellKnown(), oidc.clientId(), oidc.clientSecret(),
			ExistingSetup.NAS, oidc.scope(), oidc.userClaim(), oidc.authorizationEndpoint(), oidc.tokenEndpoint(),
			oidc.allowLocalUser()))),
	/** Only the first address of the provider stays. */
	FIRST_REDIRECT_ONLY(provider((provider) -> with(provider, provider.redirectUris().subList(0, 1)))),
	/** Bindings that are there are thrown away. */
	BINDINGS_GO(changes((change) -> (change instanceof BindingChange binding && !binding.writes())
			? new BindingChange(binding.binding(), as(binding.describe(), Operation.DELETE)) : change)),
	/** A provider is planned as it is. */
	PROVIDER_IS_FORGOTTEN(without(ProviderChange.class)),
	/** DSM's settings are planned as they are. */
	SETTINGS_ARE_FORGOTTEN(without(OidcSsoChange.class)),
	/** The service is left off. */
	SWITCH_IS_FORGOTTEN(without(SsoProfileChange.class)),
	/** The plan does not say what has to be done by hand, nor what blocks it. */
	PLAN_CALLS_ITSELF_EMPTY((plan) -> new Plan(plan.desired(), plan.current(), List.of(), List.of(), List.of(),
			List.of(), List.of(), List.of())),
	/** The check of the signature sees nothing. */
	SIGNATURE_PASSES(Set.of("check.signature.no-key", "check.signature.other-key")),
	/** The check of the claim sees nothing. */
	CLAIM_PASSES(Set.of("check.user-claim.not-sent", "check.user-claim.empty", "check.user-claim.names-nobody",
			"check.user-claim.not-sent-by-mapping")),
	/** The check of DSM's redirect URI sees no difference. */
	REDIRECT_PASSES(Set.of("check.dsm-redirect.slash", "check.dsm-redirect.fragment", "check.dsm-redirect.case",
			"check.dsm-redirect.empty", "check.dsm-redirect.path")),
	/** A check fails that nothing in the plan answers. */
	CHECK_IS_TOO_STRICT((plan) -> plan, (failures) -> Set.of("check.issuer.unusual"));

	private final UnaryOperator<Plan> inPlan;

	private final UnaryOperator<Set<String>> inFailures;

	Mistake() {
		this((plan) -> plan, (failures) -> failures);
	}

	Mistake(UnaryOperator<Plan> inPlan) {
		this(inPlan, (failures) -> failures);
	}

	Mistake(Set<String> unseen) {
		this((plan) -> plan,
				(failures) -> failures.stream()
					.filter((failure) -> !unseen.contains(failure))
					.collect(Collectors.toSet()));
	}

	Mistake(UnaryOperator<Plan> inPlan, UnaryOperator<Set<String>> inFailures) {
		this.inPlan = inPlan;
		this.inFailures = inFailures;
	}

	Plan in(Plan plan) {
		return this.inPlan.apply(plan);
	}

	Set<String> in(Set<String> failures) {
		return this.inFailures.apply(failures);
	}

	private static UnaryOperator<Plan> changes(UnaryOperator<Change> mistake) {
		return (plan) -> plan.withChanges(plan.changes().stream().map(mistake).toList());
	}

	private static UnaryOperator<Plan> without(Class<? extends Change> kind) {
		return (plan) -> plan
			.withChanges(plan.changes().stream().filter((change) -> !kind.isInstance(change)).toList());
	}

	private static UnaryOperator<Plan> oidc(UnaryOperator<OidcSso> mistake) {
		return changes((change) -> (change instanceof OidcSsoChange oidc) ? new OidcSsoChange(oidc.before(),
				mistake.apply(oidc.wanted()),
				oidc.before().isSameAs(mistake.apply(oidc.wanted())) ? oidc.describe() : written(oidc.describe()))
				: change);
	}

	private static UnaryOperator<Plan> provider(UnaryOperator<OAuth2Provider> mistake) {
		return changes((change) -> (change instanceof ProviderChange provider && provider.before() != null
				&& !provider.wanted().redirectUris().isEmpty())
						? new ProviderChange(provider.before(), mistake.apply(provider.wanted()),
								provider.before().isSameAs(mistake.apply(provider.wanted())) ? provider.describe()
										: written(provider.describe()))
						: change);
	}

	private static OAuth2Provider with(OAuth2Provider provider, List<AllowedRedirect> redirects) {
		return new OAuth2Provider(provider.pk(), provider.name(), provider.authorizationFlow(),
				provider.invalidationFlow(), provider.confidential(), provider.grantTypes(), provider.credentials(),
				redirects, provider.signingKey(), provider.encryptionKey(), provider.subjectMode(),
				provider.propertyMappings(), provider.includeClaimsInIdToken(), provider.perProviderIssuer(),
				provider.applicationSlug());
	}

	private static Application anyOf(Application application) {
		return new Application(application.pk(), application.name(), application.slug(), application.provider(), true,
				application.launchUrl(), application.description(), application.publisher());
	}

	private static ChangeDescription written(ChangeDescription description) {
		return (description.operation() == Operation.NONE) ? as(description, Operation.UPDATE) : description;
	}

	private static ChangeDescription as(ChangeDescription description, Operation operation) {
		return new ChangeDescription(description.system(), description.object(), description.name(), operation,
				description.call(), description.fields());
	}

}
