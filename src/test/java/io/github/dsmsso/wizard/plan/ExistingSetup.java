package io.github.dsmsso.wizard.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikCapabilities;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.authentik.TokenOwner;
import io.github.dsmsso.wizard.authentik.UserAttributes;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.ClaimFacts;
import io.github.dsmsso.wizard.judgement.Recognition;
import io.github.dsmsso.wizard.judgement.Recognition.Candidate;
import io.github.dsmsso.wizard.judgement.SentClaims;
import io.github.dsmsso.wizard.judgement.Settings;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.plan.Change.ApplicationChange;
import io.github.dsmsso.wizard.plan.Change.BindingChange;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Change.ProviderChange;
import io.github.dsmsso.wizard.plan.Change.ScopeMappingChange;
import io.github.dsmsso.wizard.plan.Change.SigningKeyChange;
import io.github.dsmsso.wizard.plan.Change.SsoProfileChange;
import io.github.dsmsso.wizard.plan.Change.SsoSettingChange;
import io.github.dsmsso.wizard.plan.Change.UserAttributeChange;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * A connection that somebody has made: as it comes it is all well, and each field can be
 * given another value before it is planned.
 */
class ExistingSetup {

	static final String NAS = "https://nas.example.com:5001";

	static final String AUTHENTIK = "https://auth.example.com";

	static final String WELL_KNOWN = AUTHENTIK + "/application/o/nas/.well-known/openid-configuration";

	Version release = new Version(2026, 5, 0);

	String opened = NAS;

	boolean superuser = true;

	// authentik

	boolean hasProvider = true;

	String providerName = "NAS sign-in";

	String authorizationFlow = "implicit";

	@Nullable String invalidationFlow = "invalidation";

	boolean confidential = true;

	@Nullable List<String> grantTypes = List.of("authorization_code", "refresh_token");

	String providerId = "nas-client";

	Secret secret = Secret.of("S3cret");

	List<AllowedRedirect> redirects = List.of(AllowedRedirect.exactly(NAS));

	@Nullable String signingKey = "rsa";

	@Nullable String encryptionKey;

	SubjectMode subjectMode = SubjectMode.HASHED_USER_ID;

	List<String> mappings = List.of("m-openid", "m-profile", "m-email");

	boolean claimsInIdToken = true;

	boolean perProviderIssuer;

	boolean hasApplication = true;

	String slug = "nas";

	String applicationName = "Our NAS";

	@Nullable Integer applicationProvider = 7;

	String applicationPublisher = "";

	String applicationDescription = "";

	boolean matchAny = true;

	List<PolicyBinding> bindings = List.of();

	List<CertificateKeyPair> keys = List.of(new CertificateKeyPair("rsa", "A key", "rsa", null),
			new CertificateKeyPair("ec", "Fast key", "ec", null));

	List<Flow> flows = List.of(new Flow("implicit", Flow.IMPLICIT_CONSENT, "Authorize"),
			new Flow("explicit", Flow.EXPLICIT_CONSENT, "Authorize", Flow.Audience.SIGNED_IN, List.of("consent")),
			new Flow("strangers", "enrol", "Enrol", Flow.Audience.NOBODY_SIGNED_IN, List.of()),
			new Flow("admins", "admins", "Admins", Flow.Audience.SUPERUSERS, List.of()));

	List<ScopeMapping> scopeMappings = shippedMappings();

	@Nullable List<String> previewed;

	boolean nameTaken;

	/** The mapping of the name that one would get which bridges names. */
	@Nullable ScopeMapping bridging;

	List<UserAttributes> attributes = List.of();

	// DSM

	String ssoName = "Family";

	String wellKnown = WELL_KNOWN;

	String clientId = "nas-client";

	Secret secretInDsm = Secret.of("S3cret");

	String redirectInDsm = NAS;

	String scope = "openid profile email";

	String claim = "preferred_username";

	String authorizationEndpoint = AUTHENTIK + "/application/o/authorize/";

	String tokenEndpoint = AUTHENTIK + "/application/o/token/";

	@Nullable Boolean allowLocalUser = true;

	Directory directory = Directory.NONE;

	SsoProfile profile = SsoProfile.oidcEnabled();

	@Nullable SsoSetting setting = new SsoSetting(false);

	@Nullable Integer gettingIn;

	@Nullable Integer gettingInByUsername;

	// what the person chooses

	Set<Aspect> accepted = Set.of();

	@Nullable AccessRestriction access;

	@Nullable NameBridge bridge;

	static ExistingSetup wellSet() {
		return new ExistingSetup();
	}

	/** Nothing was ever connected. */
	static ExistingSetup blank() {
		ExistingSetup blank = new ExistingSetup();
		blank.hasProvider = false;
		blank.hasApplication = false;
		blank.wellKnown = blank.clientId = blank.redirectInDsm = blank.scope = blank.claim = blank.ssoName = "";
		blank.authorizationEndpoint = blank.tokenEndpoint = "";
		blank.secretInDsm = Secret.none();
		blank.allowLocalUser = false;
		blank.profile = new SsoProfile(false, "");
		return blank;
	}

	/** Somebody's own mapping is attached as well. */
	ExistingSetup withOwnMapping(String scope, String... claims) {
		this.scopeMappings = Stream
			.concat(this.scopeMappings.stream(), Stream.of(new ScopeMapping("m-own", "Our names", scope, null)))
			.toList();
		List<String> attached = new ArrayList<>(this.mappings);
		attached.add("m-own");
		this.mappings = attached;
		this.previewed = List.of(claims);
		return this;
	}

	ExistingSetup without(String mapping) {
		this.mappings = this.mappings.stream().filter((attached) -> !attached.equals(mapping)).toList();
		return this;
	}

	/** The profile is sent by a mapping of which the text can be read, and bridged. */
	ExistingSetup withReadableProfile() {
		this.scopeMappings = this.scopeMappings.stream()
			.map((mapping) -> !mapping.scopeName().equals("profile") ? mapping
					: new ScopeMapping(mapping.pk(), mapping.name(), mapping.scopeName(), mapping.managed(),
							"return {\"name\": request.user.name, \"preferred_username\": request.user.username}"))
			.toList();
		return this;
	}

	Plan plan() {
		return plan(Extent.EVERYTHING);
	}

	Plan plan(Extent extent) {
		DesiredState proposed = proposed();
		DesiredState desired = (this.access != null) ? proposed.withAccess(this.access) : proposed;
		return Planner.plan((this.bridge != null) ? desired.withBridge(this.bridge) : desired, current(), inventory(),
				new ClientCredentials("fresh-client", Secret.of("Fresh")), extent);
	}

	/** What the wizard would propose, without a choice. */
	DesiredState proposed() {
		Optional<OAuth2Provider> provider = Optional.ofNullable(provider());
		Optional<Application> application = Optional.ofNullable(application());
		return new Suggestion(BaseUrl.parse(this.opened), BaseUrl.parse(AUTHENTIK), oidc(), inventory())
			.desiredState(provider, application, this.bindings, "synology")
			.withAccepted(this.accepted);
	}

	Proposal proposal() {
		OAuth2Provider provider = provider();
		Candidate taken = (provider != null) ? new Candidate(provider, Recognition.Reason.CLIENT_ID) : null;
		return new Proposal(proposed(), taken, application(), this.bindings, this.claim, List.of(), List.of(),
				inventory(), DefaultAccess.OPEN, null);
	}

	/** How both systems are judged, for what a plan was made for. */
	Settings settings(DesiredState desired) {
		AuthentikInventory known = inventory();
		return new Settings(desired.addresses(), desired.redirectUri(), known.capabilities(), application(), provider(),
				current().dsm(), this.directory, this.flows, this.keys, this.scopeMappings, known.claims());
	}

	/** What is found once a plan was applied; what was asked for stays asked for. */
	ExistingSetup apply(Plan plan) {
		plan.writes().forEach(this::apply);
		return this;
	}

	private void apply(Change change) {
		if (change instanceof SigningKeyChange key) {
			this.keys = Stream
				.concat(this.keys.stream(), Stream.of(new CertificateKeyPair("made", key.name(), "rsa", null)))
				.toList();
		}
		else if (change instanceof UserAttributeChange attribute) {
			this.attributes = this.attributes.stream()
				.map((held) -> (held.user() == attribute.user()) ? held.with(attribute.attribute(), attribute.wanted())
						: held)
				.toList();
		}
		else if (change instanceof ScopeMappingChange mapping) {
			this.bridging = mapping.wanted().withPk("m-bridging");
			this.scopeMappings = Stream.concat(this.scopeMappings.stream(), Stream.of(this.bridging)).toList();
		}
		else if (change instanceof ProviderChange provider) {
			apply(provider.wanted());
		}
		else if (change instanceof ApplicationChange application) {
			apply(application.wanted());
		}
		else if (change instanceof BindingChange binding) {
			apply(binding);
		}
		else if (change instanceof OidcSsoChange oidc) {
			apply(oidc.wanted());
		}
		else if (change instanceof SsoProfileChange switched) {
			this.profile = switched.wanted();
		}
		else if (change instanceof SsoSettingChange start) {
			this.setting = start.wanted();
		}
	}

	private void apply(OAuth2Provider wanted) {
		if (!wanted.propertyMappings().equals(this.mappings)) {
			this.gettingIn = null;
		}
		this.hasProvider = true;
		this.providerName = wanted.name();
		this.authorizationFlow = wanted.authorizationFlow();
		this.invalidationFlow = wanted.invalidationFlow();
		this.confidential = wanted.confidential();
		this.grantTypes = wanted.grantTypes();
		this.providerId = wanted.credentials().clientId();
		this.secret = wanted.credentials().clientSecret();
		this.redirects = wanted.redirectUris();
		this.signingKey = (wanted.signingKey() != null) ? wanted.signingKey() : "made";
		this.encryptionKey = wanted.encryptionKey();
		this.subjectMode = wanted.subjectMode();
		this.mappings = wanted.withNewMapping("m-bridging").propertyMappings();
		this.claimsInIdToken = wanted.includeClaimsInIdToken();
		this.perProviderIssuer = wanted.perProviderIssuer();
	}

	private void apply(Application wanted) {
		this.hasApplication = true;
		this.slug = wanted.slug();
		this.applicationName = wanted.name();
		this.applicationProvider = 7;
		this.applicationPublisher = wanted.publisher();
		this.applicationDescription = wanted.description();
		this.matchAny = wanted.matchAny();
	}

	private void apply(BindingChange change) {
		boolean goes = change.operation() == Operation.DELETE;
		Stream<PolicyBinding> others = this.bindings.stream().filter((other) -> !other.equals(change.binding()));
		this.bindings = (goes ? others : Stream.concat(others, Stream.of(change.binding().at("app")))).toList();
	}

	private void apply(OidcSso wanted) {
		this.ssoName = wanted.name();
		this.wellKnown = wanted.wellKnown();
		this.clientId = wanted.clientId();
		this.secretInDsm = wanted.clientSecret();
		this.redirectInDsm = wanted.redirectUri();
		this.scope = wanted.scope();
		if (!this.claim.equals(wanted.userClaim())) {
			this.gettingIn = this.gettingInByUsername;
		}
		this.claim = wanted.userClaim();
		this.authorizationEndpoint = wanted.authorizationEndpoint();
		this.tokenEndpoint = wanted.tokenEndpoint();
		this.allowLocalUser = wanted.allowLocalUser();
	}

	CurrentState current() {
		return new CurrentState(new SsoClient(oidc(), this.profile, this.setting), provider(), this.nameTaken,
				application(), this.bindings, this.bridging, this.attributes);
	}

	@Nullable OAuth2Provider provider() {
		return this.hasProvider
				? new OAuth2Provider(7, this.providerName, this.authorizationFlow, this.invalidationFlow,
						this.confidential, this.grantTypes, new ClientCredentials(this.providerId, this.secret),
						this.redirects, this.signingKey, this.encryptionKey, this.subjectMode, this.mappings,
						this.claimsInIdToken, this.perProviderIssuer, this.hasApplication ? this.slug : null)
				: null;
	}

	@Nullable Application application() {
		return this.hasApplication ? new Application("app", this.applicationName, this.slug, this.applicationProvider,
				this.matchAny, "", this.applicationDescription, this.applicationPublisher) : null;
	}

	private OidcSso oidc() {
		return new OidcSso(this.ssoName, this.wellKnown, this.clientId, this.secretInDsm, this.redirectInDsm,
				this.scope, this.claim, this.authorizationEndpoint, this.tokenEndpoint, this.allowLocalUser);
	}

	AuthentikInventory inventory() {
		OAuth2Provider provider = provider();
		SentClaims sent = (provider != null) ? SentClaims.of(provider, this.scopeMappings, this.previewed) : null;
		return new AuthentikInventory(new TokenOwner(1, "akadmin", this.superuser),
				new AuthentikCapabilities(this.release), this.flows, this.flows, this.keys, this.scopeMappings,
				(provider != null) ? List.of(provider) : List.of(), List.of(),
				List.of(new AuthentikGroup("g", "NAS users", List.of())),
				List.of(new AuthentikUser(4, "anna", "Anna", "anna@example.org", true, "internal", List.of("g"))),
				new ClaimFacts(sent, this.gettingIn, this.gettingInByUsername), this.directory);
	}

	private static List<ScopeMapping> shippedMappings() {
		return Stream.of("openid", "profile", "email", "offline_access")
			.map((scope) -> new ScopeMapping("m-" + scope, scope, scope,
					"goauthentik.io/providers/oauth2/scope-" + scope))
			.toList();
	}

}
