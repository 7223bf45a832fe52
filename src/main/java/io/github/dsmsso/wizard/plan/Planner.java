package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Change.SigningKeyChange;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Compares how things are with how they shall be. Pure: the same readings give the same
 * plan. The order of its changes is the safety argument: an application nobody uses, then
 * settings that are dormant, and last the switch. Where DSM's sign-in page starts with a
 * service that is about to be replaced, it starts with the password first of all.
 */
public final class Planner {

	private static final List<String> SCOPES = List.of(DesiredState.SCOPE.split(" "));

	private static final List<String> GRANT_TYPES = List.of("authorization_code");

	private final DesiredState desired;

	private final CurrentState current;

	private final Surroundings surroundings;

	private final ClientCredentials fresh;

	private final ChangeDescriber describer;

	private Planner(DesiredState desired, CurrentState current, Surroundings surroundings, ClientCredentials fresh) {
		this.desired = desired;
		this.current = current;
		this.surroundings = surroundings;
		this.fresh = fresh;
		this.describer = new ChangeDescriber(surroundings);
	}

	/**
	 * Makes the plan.
	 * @param desired how both systems shall be
	 * @param current how they are
	 * @param surroundings what authentik has to build with
	 * @param fresh client credentials for a provider that has none to keep
	 */
	public static Plan plan(DesiredState desired, CurrentState current, Surroundings surroundings,
			ClientCredentials fresh) {
		return new Planner(desired, current, surroundings, fresh).plan();
	}

	/**
	 * Plans that DSM's sign-in page starts with SSO, and nothing else.
	 * @param desired the connection that is there
	 * @param current how both systems are
	 * @param surroundings what authentik has
	 */
	public static Plan planDefaultLogin(DesiredState desired, CurrentState current, Surroundings surroundings) {
		SsoSetting before = current.dsm().setting();
		boolean connected = current.dsm().profile().isOidcEnabled()
				&& current.dsm().oidc().wellKnown().equals(desired.wellKnown());
		if (before == null || !connected) {
			return new Plan(desired, current, List.of(), List.of(Problem.of("plan.no-default-login")), List.of());
		}
		SsoSetting wanted = new SsoSetting(true);
		ChangeDescription description = new ChangeDescriber(surroundings).ssoSetting(before, wanted);
		return new Plan(desired, current, List.of(new SsoSettingChange(before, wanted, description)), List.of(),
				List.of());
	}

	private Plan plan() {
		Obstacles obstacles = new Obstacles(this.desired, this.current, this.surroundings);
		ClientCredentials credentials = credentials(this.current.provider());
		List<Change> changes = changes(credentials);
		return new Plan(this.desired, this.current, changes, obstacles.blockers(),
				obstacles.risks(credentials, changes));
	}

	private List<Change> changes(ClientCredentials credentials) {
		OidcSsoChange oidcSso = oidcSsoChange(credentials);
		SsoProfileChange profile = ssoProfileChange();
		SsoSetting setting = this.current.dsm().setting();
		List<Change> changes = new ArrayList<>();
		if (setting != null) {
			changes.add(ssoSettingChange(setting, oidcSso.writes() || profile.writes()));
		}
		if (this.desired.createsSigningKey()) {
			changes.add(signingKeyChange());
		}
		changes.add(providerChange(wantedProvider(credentials)));
		changes.add(applicationChange());
		changes.addAll(bindingChanges());
		changes.add(oidcSso);
		changes.add(profile);
		return changes;
	}

	private SigningKeyChange signingKeyChange() {
		String name = this.desired.newSigningKeyName();
		return new SigningKeyChange(name, this.describer.signingKey(name));
	}

	private ProviderChange providerChange(OAuth2Provider wanted) {
		OAuth2Provider before = this.current.provider();
		boolean same = before != null && before.isSameAs(wanted);
		return new ProviderChange(before, wanted,
				this.describer.provider(before, wanted, this.desired.newSigningKeyName(), same));
	}

	private OAuth2Provider wantedProvider(ClientCredentials credentials) {
		OAuth2Provider before = this.current.provider();
		boolean hasGrantTypes = this.surroundings.capabilities().hasGrantTypes();
		return new OAuth2Provider((before != null) ? before.pk() : 0, this.desired.providerName(),
				this.desired.authorizationFlow(), this.desired.invalidationFlow(), true,
				hasGrantTypes ? GRANT_TYPES : null, untouched(before, credentials),
				List.of(AllowedRedirect.exactly(this.desired.redirectUri().value())), this.desired.signingKey(), null,
				this.desired.subjectMode(), scopeMappings(before), true, true,
				(before != null) ? before.applicationSlug() : null);
	}

	/**
	 * What the provider has is kept, so that a second run changes nothing; a secret that
	 * DSM could not send is replaced.
	 */
	private ClientCredentials credentials(@Nullable OAuth2Provider before) {
		if (before == null) {
			return this.fresh;
		}
		ClientCredentials existing = before.credentials();
		if (existing.clientSecret().isEmpty()) {
			return credentialsInTheDark(existing.clientId());
		}
		return existing.hasPlainSecret() ? existing
				: new ClientCredentials(existing.clientId(), this.fresh.clientSecret());
	}

	/** A secret that is not shown and stays is not written either. */
	private static ClientCredentials untouched(@Nullable OAuth2Provider before, ClientCredentials wanted) {
		return Optional.ofNullable(before)
			.map(OAuth2Provider::credentials)
			.filter((hidden) -> hidden.clientSecret().isEmpty() && hidden.clientId().equals(wanted.clientId()))
			.orElse(wanted);
	}

	/**
	 * Where authentik does not show the secret, as announced for 2026.11, the one that
	 * DSM holds for this client id counts. Without it both are replaced: the id is shown,
	 * and proves that the secret which came with it was written.
	 */
	private ClientCredentials credentialsInTheDark(String clientId) {
		OidcSso dsm = this.current.dsm().oidc();
		ClientCredentials held = new ClientCredentials(dsm.clientId(), dsm.clientSecret());
		boolean usable = held.hasPlainSecret() || (dsm.hidesSecret() && dsm.isSameAs(wantedOidcSso(held)));
		boolean may = this.surroundings.capabilities().mayReferToSecrets() && held.clientId().equals(clientId);
		return (may && usable) ? held : this.fresh;
	}

	/**
	 * Mappings that are attached stay, a custom one included; only a scope nobody answers
	 * is added.
	 */
	private List<String> scopeMappings(@Nullable OAuth2Provider before) {
		List<String> mappings = new ArrayList<>((before != null) ? before.propertyMappings() : List.of());
		for (String scope : SCOPES) {
			boolean answered = this.surroundings.scopeMappings()
				.stream()
				.anyMatch((mapping) -> mapping.scopeName().equals(scope) && mappings.contains(mapping.pk()));
			if (!answered) {
				this.surroundings.shippedMapping(scope).ifPresent((mapping) -> mappings.add(mapping.pk()));
			}
		}
		return mappings;
	}

	private ApplicationChange applicationChange() {
		Application before = this.current.application();
		Integer provider = (this.current.provider() != null) ? this.current.provider().pk() : null;
		Application wanted = (before != null)
				? new Application(before.pk(), this.desired.applicationName(), before.slug(), provider, true,
						before.launchUrl(), before.description(), before.publisher())
				: new Application("", this.desired.applicationName(), this.desired.applicationSlug(), provider, true,
						"", "Sign-in to Synology DSM at " + this.desired.redirectUri(), DesiredState.PUBLISHER);
		boolean same = wanted.equals(before);
		return new ApplicationChange(before, wanted,
				this.describer.application(before, wanted, this.desired.providerName(), same));
	}

	private List<BindingChange> bindingChanges() {
		Application application = this.current.application();
		return new BindingPlanner((application != null) ? application.pk() : "", this.current.bindings(),
				this.desired.access(), this.describer)
			.changes();
	}

	/**
	 * A sign-in page must not lead by itself to a service that is in the middle of a
	 * change.
	 */
	private SsoSettingChange ssoSettingChange(SsoSetting before, boolean serviceChanges) {
		SsoSetting wanted = new SsoSetting(before.defaultLogin() && !serviceChanges);
		return new SsoSettingChange(before, wanted, this.describer.ssoSetting(before, wanted));
	}

	private OidcSsoChange oidcSsoChange(ClientCredentials credentials) {
		OidcSso before = this.current.dsm().oidc();
		OidcSso wanted = wantedOidcSso(credentials);
		return new OidcSsoChange(before, wanted, this.describer.oidcSso(before, wanted));
	}

	private OidcSso wantedOidcSso(ClientCredentials credentials) {
		return new OidcSso(this.desired.ssoName(), this.desired.wellKnown(), credentials.clientId(),
				credentials.clientSecret(), this.desired.redirectUri().value(), DesiredState.SCOPE,
				DesiredState.USER_CLAIM, this.desired.authorizationEndpoint(), this.desired.tokenEndpoint(),
				this.desired.allowLocalUser());
	}

	private SsoProfileChange ssoProfileChange() {
		SsoProfile before = this.current.dsm().profile();
		SsoProfile wanted = SsoProfile.oidcEnabled();
		return new SsoProfileChange(before, wanted, this.describer.ssoProfile(before, wanted));
	}

}
