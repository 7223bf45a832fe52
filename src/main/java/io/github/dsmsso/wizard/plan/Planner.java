package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.DsmRules;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.judgement.ProviderRules;
import io.github.dsmsso.wizard.judgement.RedirectRules;
import io.github.dsmsso.wizard.judgement.SentClaims;
import io.github.dsmsso.wizard.judgement.Settings;
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

	/** What the plan can change where it is doubtful. */
	private static final Set<Aspect> OFFERED = Set.of(Aspect.REDIRECT, Aspect.CLIENT_SECRET, Aspect.AUTHORIZATION_FLOW);

	/** Stands for the RSA key that is made before the provider is given it. */
	private static final CertificateKeyPair NEW_KEY = new CertificateKeyPair("new", "", "rsa", null);

	private final DesiredState desired;

	private final CurrentState current;

	private final AuthentikInventory inventory;

	private final BridgePlanner bridge;

	private final ClientCredentials fresh;

	private final Extent extent;

	private final ChangeDescriber describer;

	private Planner(DesiredState desired, CurrentState current, AuthentikInventory inventory, ClientCredentials fresh,
			Extent extent) {
		this.desired = desired;
		this.current = current;
		this.fresh = fresh;
		this.extent = (current.provider() != null && current.application() != null) ? extent : Extent.EVERYTHING;
		this.bridge = new BridgePlanner(
				this.extent.covers(Aspect.SCOPES, Aspect.USER_CLAIM) ? desired : desired.withBridge(null), current,
				inventory);
		this.inventory = this.bridge.mapping().map(inventory::withMapping).orElse(inventory);
		this.describer = new ChangeDescriber(this.inventory);
	}

	/**
	 * Makes the plan.
	 * @param desired how both systems shall be
	 * @param current how they are
	 * @param inventory what authentik has to build with
	 * @param fresh client credentials for a provider that has none to keep
	 */
	public static Plan plan(DesiredState desired, CurrentState current, AuthentikInventory inventory,
			ClientCredentials fresh) {
		return plan(desired, current, inventory, fresh, Extent.EVERYTHING);
	}

	/**
	 * Makes a plan that changes no more than is asked for of a connection that is there.
	 * @param desired how both systems shall be
	 * @param current how they are
	 * @param inventory what authentik has to build with
	 * @param fresh client credentials for a provider that has none to keep
	 * @param extent what may be changed; whatever it is, what is not there is made
	 */
	public static Plan plan(DesiredState desired, CurrentState current, AuthentikInventory inventory,
			ClientCredentials fresh, Extent extent) {
		if (extent.replacesSecret() && !isConnected(current)) {
			return new Plan(desired, current, List.of(), List.of(Problem.of("plan.no-secret-to-replace")));
		}
		return new Planner(desired, current, inventory, fresh, extent).plan();
	}

	/** Whether both sides hold the same client. */
	private static boolean isConnected(CurrentState current) {
		return current.application() != null && current.findProvider()
			.map((provider) -> provider.credentials().clientId())
			.filter((clientId) -> clientId.equals(current.dsm().oidc().clientId()))
			.isPresent();
	}

	/**
	 * Plans that DSM's sign-in page starts with SSO, and nothing else.
	 * @param desired the connection that is there
	 * @param current how both systems are
	 * @param inventory what authentik has
	 * @param obstacles what keeps it from being offered: nobody was seen to get in by
	 * SSO, for one
	 * @param risks what has to be acknowledged
	 */
	public static Plan planDefaultLogin(DesiredState desired, CurrentState current, AuthentikInventory inventory,
			List<Problem> obstacles, List<Problem> risks) {
		SsoSetting before = current.dsm().setting();
		boolean connected = current.dsm().profile().isOidcEnabled()
				&& DsmRules.wellKnown(current.dsm().oidc(), desired.addresses()).isRight();
		Plan unchanged = new Plan(desired, current, List.of(), List.of()).with(obstacles, risks);
		if (before == null || !connected) {
			return unchanged.with(List.of(Problem.of("plan.no-default-login")), List.of());
		}
		SsoSetting wanted = new SsoSetting(true);
		ChangeDescription description = new ChangeDescriber(inventory).ssoSetting(before, wanted);
		return unchanged.withChanges(List.of(new SsoSettingChange(before, wanted, description)));
	}

	private Plan plan() {
		ClientCredentials credentials = credentials();
		Wanted everything = new Wanted(wantedProvider(credentials), wantedApplication(), wantedOidcSso(credentials),
				SsoProfile.oidcEnabled(), this.desired.createsSigningKey());
		Wanted wanted = everything.within(this.extent, this.current);
		List<Judgement> found = before().judgements();
		List<Change> changes = changes(wanted, reasons(found));
		List<Judgement> byHand = after(everything).wrongs();
		Obstacles obstacles = new Obstacles(this.desired, this.current, this.inventory);
		List<Problem> blockers = Stream.concat(obstacles.blockers().stream(), this.bridge.blockers().stream()).toList();
		return new Plan(this.desired, this.current, changes, blockers,
				obstacles.risks(wanted.provider(), wanted.oidc(), changes),
				found.stream().filter(this::canBeOffered).toList(), byHand, without(byHand, after(wanted).wrongs()));
	}

	private static List<Judgement> without(List<Judgement> known, List<Judgement> wrongs) {
		return wrongs.stream()
			.filter((wrong) -> known.stream().noneMatch((other) -> other.aspect() == wrong.aspect()))
			.toList();
	}

	/**
	 * Where DSM does not lead to the provider yet, nobody chose DSM's other settings for
	 * it: they belong to the connection that is made. That a form was never filled in is
	 * no finding.
	 */
	private Reasons reasons(List<Judgement> found) {
		boolean connected = found.stream()
			.anyMatch((judgement) -> judgement.aspect() == Aspect.CLIENT_ID && !judgement.isWrong());
		List<Judgement> findings = this.current.dsm().oidc().isBlank()
				? found.stream().filter((judgement) -> !judgement.aspect().isOfSsoClient()).toList() : found;
		return new Reasons(findings, (this.current.provider() != null) ? Reason.choice() : Reason.newConnection(),
				connected ? Reason.choice() : Reason.newConnection());
	}

	/** How both systems are judged as they are. */
	private Settings before() {
		OAuth2Provider provider = this.current.provider();
		return settings(this.current.application(), provider, this.current.dsm(), this.inventory.keys(),
				this.inventory.claims());
	}

	/** How both systems will be judged. */
	private Settings after(Wanted wanted) {
		OAuth2Provider provider = wanted.provider();
		List<CertificateKeyPair> keys = new ArrayList<>(this.inventory.keys());
		keys.add(NEW_KEY);
		OAuth2Provider signing = wanted.newKey() ? provider.withSigningKey(NEW_KEY.pk()) : provider;
		SsoClient dsm = new SsoClient(wanted.oidc(), wanted.profile(), this.current.dsm().setting());
		return settings(wanted.application(), signing, dsm, keys, claimsAfter(provider, wanted.oidc()));
	}

	private ClaimFacts claimsAfter(OAuth2Provider provider, OidcSso oidc) {
		ClaimFacts now = this.inventory.claims();
		SentClaims sent = SentClaims.of(provider, this.inventory.scopeMappings(),
				(now.sent() != null) ? now.sent().previewed() : null);
		String claim = oidc.userClaim();
		boolean same = claim.equals(this.current.dsm().oidc().userClaim());
		Integer byUsername = DsmRules.isUsername(claim) ? now.gettingInByUsername() : null;
		return new ClaimFacts(sent, same ? now.gettingIn() : byUsername, now.gettingInByUsername());
	}

	private Settings settings(@Nullable Application application, @Nullable OAuth2Provider provider, SsoClient dsm,
			List<CertificateKeyPair> keys, ClaimFacts claims) {
		return new Settings(this.desired.addresses(), this.desired.redirectUri(), this.inventory.capabilities(),
				application, provider, dsm, this.inventory.directory(), this.inventory.authorizationFlows(), keys,
				this.inventory.scopeMappings(), claims);
	}

	/** Whether a plan can change this where it is doubtful. */
	public static boolean offers(Aspect aspect) {
		return OFFERED.contains(aspect);
	}

	/**
	 * Only what accepting it would change is offered; addresses are a choice of their
	 * own.
	 */
	private boolean canBeOffered(Judgement judgement) {
		Aspect aspect = judgement.aspect();
		return judgement.isDoubtful() && offers(aspect) && this.extent.covers(aspect)
				&& !providerAccepting(Set.of(aspect)).equals(providerAccepting(Set.of()));
	}

	private OAuth2Provider providerAccepting(Set<Aspect> aspects) {
		Planner other = new Planner(this.desired.withAccepted(aspects), this.current, this.inventory, this.fresh,
				this.extent);
		return other.wantedProvider(other.credentials());
	}

	private List<Change> changes(Wanted wanted, Reasons reasons) {
		OidcSsoChange oidcSso = oidcSsoChange(wanted.oidc(), reasons);
		SsoProfileChange profile = ssoProfileChange(wanted.profile(), reasons);
		SsoSetting setting = this.current.dsm().setting();
		List<Change> changes = new ArrayList<>();
		if (setting != null) {
			changes.add(ssoSettingChange(setting, oidcSso.writes() || profile.writes(), reasons));
		}
		changes.addAll(this.bridge.attributeChanges(this.describer));
		if (wanted.newKey()) {
			changes.add(signingKeyChange());
		}
		this.bridge.mappingChange(this.describer).ifPresent(changes::add);
		changes.add(providerChange(wanted.provider(), wanted.newKey(), reasons));
		changes.add(applicationChange(wanted.application(), reasons));
		changes.addAll(bindingChanges());
		changes.add(oidcSso);
		changes.add(profile);
		return changes;
	}

	private SigningKeyChange signingKeyChange() {
		String name = this.desired.newSigningKeyName();
		return new SigningKeyChange(name, this.describer.signingKey(name));
	}

	/**
	 * A provider that is to get a key which is not there yet is another one than before.
	 */
	private ProviderChange providerChange(OAuth2Provider wanted, boolean newKey, Reasons reasons) {
		OAuth2Provider before = this.current.provider();
		boolean same = before != null && before.isSameAs(wanted) && !newKey
				&& before.credentials().clientSecret().isEmpty() == wanted.credentials().clientSecret().isEmpty();
		String keyName = newKey ? this.desired.newSigningKeyName() : "";
		return new ProviderChange(before, wanted,
				reasons.explain(this.describer.provider(before, wanted, keyName, same)));
	}

	private OAuth2Provider wantedProvider(ClientCredentials credentials) {
		OAuth2Provider before = this.current.provider();
		return (before != null) ? mended(before, credentials) : created(credentials);
	}

	private OAuth2Provider created(ClientCredentials credentials) {
		boolean hasGrantTypes = this.inventory.capabilities().hasGrantTypes();
		return new OAuth2Provider(0, this.desired.providerName(), this.desired.authorizationFlow(),
				this.desired.invalidationFlow(), true, hasGrantTypes ? List.of(ProviderRules.GRANT_TYPE) : null,
				credentials, List.of(AllowedRedirect.exactly(this.desired.redirectUri().value())),
				this.desired.signingKey(), null, this.desired.subjectMode(), mappings(null), true, true, null);
	}

	/** What is right stays, and what was chosen is as it was chosen. */
	private OAuth2Provider mended(OAuth2Provider before, ClientCredentials credentials) {
		return new OAuth2Provider(before.pk(), this.desired.providerName(), authorizationFlow(before),
				this.desired.invalidationFlow(), true, ProviderRules.withGrantType(before.grantTypes()),
				untouched(before, credentials), redirects(before), this.desired.signingKey(), null,
				this.desired.subjectMode(), mappings(before), true, before.perProviderIssuer(),
				before.applicationSlug());
	}

	/**
	 * A flow that asks for more is replaced where that is wished; one that a finding is
	 * about, by whatever other there is.
	 */
	private String authorizationFlow(OAuth2Provider before) {
		String chosen = this.desired.authorizationFlow();
		if (this.extent.names(Aspect.AUTHORIZATION_FLOW)) {
			return this.inventory.authorizationFlowInsteadOf(chosen);
		}
		boolean replaced = this.desired.accepts(Aspect.AUTHORIZATION_FLOW)
				&& !ProviderRules.authorizationFlow(before, this.inventory.authorizationFlows()).isRight();
		return replaced ? this.inventory.preferredAuthorizationFlow() : chosen;
	}

	private List<String> mappings(@Nullable OAuth2Provider before) {
		return new AttachedMappings(this.inventory, this.bridge.mapping()).of(before, this.desired,
				this.current.dsm().oidc().userClaim());
	}

	private List<AllowedRedirect> redirects(OAuth2Provider before) {
		return this.desired.accepts(Aspect.REDIRECT)
				? RedirectRules.only(before.redirectUris(), this.desired.redirectUri())
				: RedirectRules.accepting(before.redirectUris(), this.desired.redirectUri());
	}

	/**
	 * What the provider has is kept, so that a second run changes nothing. One without a
	 * secret is given one; one whose secret DSM may not be able to send where that is
	 * asked for, or where it was never looked at before.
	 */
	private ClientCredentials credentials() {
		OAuth2Provider before = this.current.provider();
		if (before == null) {
			return this.fresh;
		}
		ClientCredentials existing = before.credentials();
		if (this.extent.replacesSecret()) {
			return renewed(existing);
		}
		if (!existing.clientSecret().isEmpty()) {
			boolean replaced = !existing.hasPlainSecret()
					&& (this.desired.accepts(Aspect.CLIENT_SECRET) || !before.confidential());
			return replaced ? existing.withSecret(this.fresh.clientSecret()) : existing;
		}
		return this.inventory.capabilities().mayReferToSecrets() ? credentialsInTheDark(existing.clientId())
				: existing.withSecret(this.fresh.clientSecret());
	}

	/**
	 * Where one of the two hides the secret, nobody could see that another one was
	 * written: the ID is replaced as well, and proves it.
	 */
	private ClientCredentials renewed(ClientCredentials existing) {
		boolean shown = existing.showsSecret() && !this.current.dsm().oidc().hidesSecret();
		return shown ? existing.withSecret(this.fresh.clientSecret()) : this.fresh;
	}

	/** A secret that is not shown and stays is not written either. */
	private ClientCredentials untouched(OAuth2Provider before, ClientCredentials wanted) {
		ClientCredentials existing = before.credentials();
		boolean hidden = this.inventory.capabilities().mayReferToSecrets() && existing.clientSecret().isEmpty()
				&& existing.clientId().equals(wanted.clientId());
		return hidden ? existing : wanted;
	}

	/**
	 * Where authentik does not show the secret, as announced for 2026.11, the one that
	 * DSM holds for this client id counts. Without it both are replaced: the id is shown,
	 * and proves that the secret which came with it was written.
	 */
	private ClientCredentials credentialsInTheDark(String clientId) {
		OidcSso dsm = this.current.dsm().oidc();
		ClientCredentials held = new ClientCredentials(dsm.clientId(), dsm.clientSecret());
		boolean usable = held.showsSecret() || (dsm.hidesSecret() && dsm.isSameAs(wantedOidcSso(held)));
		return (held.clientId().equals(clientId) && usable) ? held : this.fresh;
	}

	/**
	 * An application that is to get a provider which is not there yet is changed, too.
	 */
	private ApplicationChange applicationChange(Application wanted, Reasons reasons) {
		Application before = this.current.application();
		boolean same = wanted.equals(before) && this.current.provider() != null;
		return new ApplicationChange(before, wanted,
				reasons.explain(this.describer.application(before, wanted, this.desired.providerName(), same)));
	}

	/** Who may use it, and how its bindings are counted, stays as somebody set it. */
	private Application wantedApplication() {
		Application before = this.current.application();
		Integer provider = (this.current.provider() != null) ? this.current.provider().pk() : null;
		return (before != null)
				? new Application(before.pk(), this.desired.applicationName(), before.slug(), provider,
						before.matchAny(), before.launchUrl(), before.description(), before.publisher())
				: new Application("", this.desired.applicationName(), this.desired.applicationSlug(), provider, true,
						"", "Sign-in to Synology DSM at " + this.desired.redirectUri(), DesiredState.PUBLISHER);
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
	private SsoSettingChange ssoSettingChange(SsoSetting before, boolean serviceChanges, Reasons reasons) {
		SsoSetting wanted = new SsoSetting(before.defaultLogin() && !serviceChanges);
		return new SsoSettingChange(before, wanted, reasons.explain(this.describer.ssoSetting(before, wanted)));
	}

	private OidcSsoChange oidcSsoChange(OidcSso wanted, Reasons reasons) {
		OidcSso before = this.extent.replacesSecret() ? withSharedSecret(this.current.dsm().oidc())
				: this.current.dsm().oidc();
		return new OidcSsoChange(before, wanted, reasons.explain(this.describer.oidcSso(before, wanted)));
	}

	/**
	 * A secret that DSM hides is the one that authentik shows: both hold the same client.
	 */
	private OidcSso withSharedSecret(OidcSso held) {
		return this.current.findProvider()
			.map(OAuth2Provider::credentials)
			.filter((credentials) -> held.hidesSecret() && credentials.showsSecret())
			.map((credentials) -> held.withClientSecret(credentials.clientSecret()))
			.orElse(held);
	}

	private OidcSso wantedOidcSso(ClientCredentials credentials) {
		OidcSso held = this.current.dsm().oidc();
		return new OidcSso(this.desired.ssoName(), DsmRules.kept(held.wellKnown(), this.desired.wellKnown()),
				credentials.clientId(), credentials.clientSecret(), this.desired.redirectUri().value(),
				this.desired.scope(), this.desired.userClaim(),
				DsmRules.kept(held.authorizationEndpoint(), this.desired.authorizationEndpoint()),
				DsmRules.kept(held.tokenEndpoint(), this.desired.tokenEndpoint()), this.desired.allowLocalUser());
	}

	private SsoProfileChange ssoProfileChange(SsoProfile wanted, Reasons reasons) {
		SsoProfile before = this.current.dsm().profile();
		return new SsoProfileChange(before, wanted, reasons.explain(this.describer.ssoProfile(before, wanted)));
	}

	/**
	 * How the objects shall be.
	 *
	 * @param provider the provider
	 * @param application the application
	 * @param oidc DSM's settings of the service
	 * @param profile DSM's switch of the service
	 * @param newKey whether an RSA key is made, with which the provider is to sign
	 */
	private record Wanted(OAuth2Provider provider, Application application, OidcSso oidc, SsoProfile profile,
			boolean newKey) {

		/** The same with whatever lies outside as it is now. */
		Wanted within(Extent extent, CurrentState current) {
			OAuth2Provider before = current.provider();
			Application existing = current.application();
			if (before == null || existing == null) {
				return this;
			}
			return new Wanted(extent.of(before, this.provider), extent.of(existing, this.application),
					extent.of(current.dsm().oidc(), this.oidc), extent.of(current.dsm().profile(), this.profile),
					this.newKey && extent.coversSigningKey());
		}

	}

}
