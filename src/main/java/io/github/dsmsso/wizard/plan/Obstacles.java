package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * What stands in the way of a plan: blockers keep it from being applied, risks have to be
 * acknowledged.
 */
final class Obstacles {

	private final DesiredState desired;

	private final CurrentState current;

	private final Surroundings surroundings;

	Obstacles(DesiredState desired, CurrentState current, Surroundings surroundings) {
		this.desired = desired;
		this.current = current;
		this.surroundings = surroundings;
	}

	List<Problem> blockers() {
		List<Problem> blockers = new ArrayList<>();
		if (this.current.nameOfOtherType() || isProviderForeign()) {
			blockers.add(Problem.of("plan.provider-name-taken", this.desired.providerName()));
		}
		if (isSlugForeign()) {
			blockers.add(Problem.of("plan.application-slug-taken", this.desired.applicationSlug()));
		}
		if (hasOtherApplication()) {
			blockers.add(Problem.of("plan.provider-has-application", this.desired.providerName(),
					this.current.findProvider().map(OAuth2Provider::applicationSlug).orElse("")));
		}
		blockers.addAll(missingParts());
		return blockers;
	}

	/**
	 * What has to be acknowledged.
	 * @param credentials what the provider shall have
	 * @param changes what is going to be done
	 */
	List<Problem> risks(ClientCredentials credentials, List<Change> changes) {
		List<Problem> risks = new ArrayList<>();
		if (replacesOtherService()) {
			risks.add(Problem.of("plan.replaces-other-service", otherServiceName()));
		}
		if (holdsForeignKey()) {
			risks.add(Problem.of("plan.foreign-key", this.current.dsm().oidc().name()));
		}
		if (this.current.dsm().setting() != null && this.current.dsm().setting().defaultLogin()) {
			risks.add(Problem.of("plan.sso-is-default"));
		}
		if (hasOtherRedirects()) {
			risks.add(Problem.of("plan.drops-redirects", this.desired.providerName()));
		}
		if (replacesHiddenSecret(credentials)) {
			risks.add(Problem.of("plan.replaces-hidden-secret", this.desired.providerName()));
		}
		if (needsRightsThatCannotBeSeen(changes)) {
			risks.add(Problem.of("plan.rights-unseen", this.surroundings.owner().username()));
		}
		return risks;
	}

	private List<Problem> missingParts() {
		List<Problem> missing = new ArrayList<>();
		if (this.desired.authorizationFlow().isEmpty()) {
			missing.add(Problem.of("plan.no-authorization-flow"));
		}
		if ("".equals(this.desired.invalidationFlow())) {
			missing.add(Problem.of("plan.no-invalidation-flow"));
		}
		for (String scope : DesiredState.SCOPE.split(" ")) {
			if (this.surroundings.scopeMappings().stream().noneMatch((mapping) -> mapping.scopeName().equals(scope))) {
				missing.add(Problem.of("plan.no-scope-mapping", scope));
			}
		}
		return missing;
	}

	private boolean isProviderForeign() {
		return this.current.findProvider().filter((provider) -> !servesThisNas(provider)).isPresent();
	}

	/**
	 * A provider serves this NAS when it knows its address, or when DSM holds its client
	 * id.
	 */
	private boolean servesThisNas(OAuth2Provider provider) {
		String clientId = this.current.dsm().oidc().clientId();
		boolean known = !clientId.isEmpty() && clientId.equals(provider.credentials().clientId());
		return known || provider.redirectUris().contains(ourRedirect());
	}

	private boolean isSlugForeign() {
		Application application = this.current.application();
		if (application == null) {
			return false;
		}
		Integer provider = application.provider();
		if (provider == null) {
			return !DesiredState.PUBLISHER.equals(application.publisher());
		}
		return this.current.findProvider().filter((ours) -> provider.equals(ours.pk())).isEmpty();
	}

	private boolean hasOtherApplication() {
		return this.current.findProvider()
			.map(OAuth2Provider::applicationSlug)
			.filter((slug) -> !slug.equals(this.desired.applicationSlug()))
			.isPresent();
	}

	private boolean replacesOtherService() {
		boolean on = this.current.dsm().profile().enabled();
		return on && (!this.current.dsm().profile().isOidcEnabled() || isOtherProvider());
	}

	private boolean isOtherProvider() {
		OidcSso oidc = this.current.dsm().oidc();
		return !oidc.isBlank() && !oidc.wellKnown().equals(this.desired.wellKnown());
	}

	/**
	 * Whether DSM holds an application key that only it and its provider know. It is
	 * remembered for the undo and written down nowhere.
	 */
	private boolean holdsForeignKey() {
		OidcSso oidc = this.current.dsm().oidc();
		return !oidc.clientSecret().isEmpty() && this.current.findProvider()
			.filter((provider) -> provider.credentials().clientId().equals(oidc.clientId()))
			.isEmpty();
	}

	private String otherServiceName() {
		boolean oidc = this.current.dsm().profile().isOidcEnabled();
		return oidc ? this.current.dsm().oidc().name() : this.current.dsm().profile().profile();
	}

	private boolean hasOtherRedirects() {
		return this.current.findProvider()
			.filter((provider) -> provider.redirectUris().stream().anyMatch((uri) -> !uri.equals(ourRedirect())))
			.isPresent();
	}

	private boolean replacesHiddenSecret(ClientCredentials wanted) {
		return this.current.findProvider()
			.map(OAuth2Provider::credentials)
			.filter((existing) -> existing.clientSecret().isEmpty() && !existing.clientId().equals(wanted.clientId()))
			.isPresent();
	}

	/** Reading tells only which rights to view are missing. */
	private boolean needsRightsThatCannotBeSeen(List<Change> changes) {
		return !this.surroundings.owner().superuser() && changes.stream()
			.anyMatch((change) -> change.writes() && change.describe().system() == TargetSystem.AUTHENTIK);
	}

	private AllowedRedirect ourRedirect() {
		return AllowedRedirect.exactly(this.desired.redirectUri().value());
	}

}
