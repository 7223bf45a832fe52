package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.ApplicationAddresses;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.RedirectRules;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.ChangeDescription.TargetSystem;
import io.github.dsmsso.wizard.shared.Problem;

/**
 * What stands in the way of a plan: blockers keep it from being applied, risks have to be
 * acknowledged.
 */
final class Obstacles {

	private final DesiredState desired;

	private final CurrentState current;

	private final AuthentikInventory inventory;

	Obstacles(DesiredState desired, CurrentState current, AuthentikInventory inventory) {
		this.desired = desired;
		this.current = current;
		this.inventory = inventory;
	}

	/** Whether what is to be made would have names that others have. */
	boolean areNamesTaken() {
		return this.current.nameTaken() || isProviderForeign() || isSlugForeign();
	}

	List<Problem> blockers() {
		List<Problem> blockers = new ArrayList<>();
		if (this.current.nameTaken() || isProviderForeign()) {
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
	 * @param provider the provider as it shall be
	 * @param oidc DSM's settings as they shall be
	 * @param changes what is going to be done
	 */
	List<Problem> risks(OAuth2Provider provider, OidcSso oidc, List<Change> changes) {
		List<Problem> risks = new ArrayList<>();
		if (replacesOtherService()) {
			risks.add(Problem.of("plan.replaces-other-service", otherServiceName()));
		}
		if (holdsForeignKey()) {
			risks.add(Problem.of("plan.foreign-key", this.current.dsm().oidc().name()));
		}
		if (this.current.dsm().setting() != null && this.current.dsm().setting().defaultLogin()
				&& startsWithThePassword(changes)) {
			risks.add(Problem.of("plan.sso-is-default"));
		}
		risks.addAll(forOthers(provider));
		risks.addAll(forPeople(oidc));
		if (adoptsApplication()) {
			risks.add(Problem.of("plan.adopts-application", this.desired.applicationSlug()));
		}
		if (replacesHiddenSecret(provider.credentials())) {
			risks.add(Problem.of("plan.replaces-hidden-secret", this.desired.providerName()));
		}
		if (needsRightsThatCannotBeSeen(changes)) {
			risks.add(Problem.of("plan.rights-unseen", this.inventory.owner().username()));
		}
		return risks;
	}

	/** A sign-in page that goes on as it is needs no word. */
	private static boolean startsWithThePassword(List<Change> changes) {
		return changes.stream()
			.anyMatch((change) -> change instanceof SsoSettingChange setting && setting.writes()
					&& !setting.wanted().defaultLogin());
	}

	/** What becomes of others that use the same provider. */
	private List<Problem> forOthers(OAuth2Provider wanted) {
		OAuth2Provider before = this.current.provider();
		if (before == null) {
			return List.of();
		}
		List<AllowedRedirect> others = RedirectRules.ofOthers(before.redirectUris(), this.desired.redirectUri());
		List<AllowedRedirect> cutOff = others.stream()
			.filter((redirect) -> !wanted.redirectUris().contains(redirect))
			.toList();
		List<Problem> risks = new ArrayList<>();
		if (!cutOff.isEmpty()) {
			risks.add(Problem.of("plan.cuts-off", before.name(), listed(cutOff)));
		}
		if (!others.isEmpty() && (wanted.confidential() != before.confidential()
				|| !wanted.credentials().equals(before.credentials()))) {
			risks.add(Problem.of("plan.changes-client-of-others", before.name(), listed(others)));
		}
		if (!others.isEmpty() && this.desired.bridge() != null && this.inventory.bridgeOf(before).isEmpty()) {
			risks.add(Problem.of("plan.bridges-names-of-others", before.name(), listed(others)));
		}
		return risks;
	}

	/** What becomes of people who sign in to this NAS today. */
	private List<Problem> forPeople(OidcSso wanted) {
		OidcSso held = this.current.dsm().oidc();
		List<Problem> risks = new ArrayList<>();
		if (!isInUse()) {
			return risks;
		}
		if (RedirectRules.isWellFormed(held.redirectUri()) && !held.redirectUri().equals(wanted.redirectUri())) {
			risks.add(Problem.of("plan.moves-address", held.redirectUri(), wanted.redirectUri()));
		}
		if (!held.userClaim().isEmpty() && !held.userClaim().equals(wanted.userClaim())) {
			risks.add(Problem.of("plan.changes-claim", held.userClaim(), wanted.userClaim()));
		}
		if (Boolean.TRUE.equals(held.allowLocalUser()) && Boolean.FALSE.equals(wanted.allowLocalUser())) {
			risks.add(Problem.of("plan.shuts-local-accounts-out"));
		}
		if (Boolean.FALSE.equals(held.allowLocalUser()) && Boolean.TRUE.equals(wanted.allowLocalUser())) {
			risks.add(Problem.of("plan.lets-local-accounts-in"));
		}
		return risks;
	}

	/** Whether DSM leads people to the provider that is taken up. */
	private boolean isInUse() {
		return this.current.dsm().profile().isOidcEnabled() && !isOtherProvider() && this.current.provider() != null;
	}

	private List<Problem> missingParts() {
		List<Problem> missing = new ArrayList<>();
		if (this.desired.authorizationFlow().isEmpty()) {
			missing.add(Problem.of("plan.no-authorization-flow"));
		}
		if ("".equals(this.desired.invalidationFlow())) {
			missing.add(Problem.of("plan.no-invalidation-flow"));
		}
		if (this.current.provider() == null) {
			Stream.of("openid", "profile")
				.filter((scope) -> this.inventory.mappingFor(scope).isEmpty())
				.forEach((scope) -> missing.add(Problem.of("plan.no-scope-mapping", scope)));
		}
		return missing;
	}

	/**
	 * A provider that nobody took up and that has the wished name is this NAS's where DSM
	 * holds its client id, or where it names the address: an earlier run has made it.
	 */
	private boolean isProviderForeign() {
		return this.desired.adoptedProvider() == null && this.current.findProvider()
			.filter((provider) -> !provider.credentials().clientId().equals(this.current.dsm().oidc().clientId())
					&& !provider.redirectUris().contains(AllowedRedirect.exactly(this.desired.redirectUri().value())))
			.isPresent();
	}

	/**
	 * An application with another provider is somebody else's; one without any is this
	 * NAS's where DSM's well-known URL names it, or where this wizard has made it.
	 */
	private boolean isSlugForeign() {
		Application application = this.current.application();
		if (application == null) {
			return false;
		}
		Integer provider = application.provider();
		if (provider == null) {
			return !DesiredState.PUBLISHER.equals(application.publisher()) && !isNamedByDsm(application);
		}
		return this.current.findProvider().filter((ours) -> provider.equals(ours.pk())).isEmpty();
	}

	private boolean isNamedByDsm(Application application) {
		return ApplicationAddresses.slugIn(this.current.dsm().oidc().wellKnown())
			.filter((slug) -> slug.equals(application.slug()))
			.isPresent();
	}

	/** An application that somebody made and that lost its provider is given one. */
	private boolean adoptsApplication() {
		return this.current.findApplication()
			.filter((application) -> application.provider() == null
					&& !DesiredState.PUBLISHER.equals(application.publisher()))
			.isPresent();
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

	/**
	 * A client id that stays tells that it is the same provider, wherever it lives now.
	 */
	private boolean isOtherProvider() {
		OidcSso oidc = this.current.dsm().oidc();
		boolean sameClient = this.current.findProvider()
			.filter((provider) -> provider.credentials().clientId().equals(oidc.clientId()))
			.isPresent();
		return !oidc.isBlank() && !sameClient && !DsmRules.wellKnown(oidc, this.desired.addresses()).isRight();
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

	/**
	 * People call it by the caption of its button; where that is empty, by its address.
	 */
	private String otherServiceName() {
		OidcSso oidc = this.current.dsm().oidc();
		if (!this.current.dsm().profile().isOidcEnabled()) {
			return this.current.dsm().profile().profile();
		}
		return oidc.name().isBlank() ? oidc.wellKnown() : oidc.name() + " (" + oidc.wellKnown() + ")";
	}

	private boolean replacesHiddenSecret(ClientCredentials wanted) {
		return this.current.findProvider()
			.map(OAuth2Provider::credentials)
			.filter((existing) -> existing.clientSecret().isEmpty() && !existing.clientId().equals(wanted.clientId()))
			.isPresent();
	}

	/** Reading tells only which rights to view are missing. */
	private boolean needsRightsThatCannotBeSeen(List<Change> changes) {
		return !this.inventory.owner().superuser() && changes.stream()
			.anyMatch((change) -> change.writes() && change.describe().system() == TargetSystem.AUTHENTIK);
	}

	private static String listed(List<AllowedRedirect> redirects) {
		return redirects.stream().map(AllowedRedirect::url).collect(Collectors.joining(", "));
	}

}
