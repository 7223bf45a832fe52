package io.github.dsmsso.wizard.verify;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.AuthentikAnswers;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.Application;
import io.github.dsmsso.wizard.authentik.AuthentikCapabilities;
import io.github.dsmsso.wizard.authentik.AuthentikGroup;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.ClaimPreview;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.FlowStage;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.ScopeMapping;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.authentik.SystemSettings;
import io.github.dsmsso.wizard.dsm.AppPortal;
import io.github.dsmsso.wizard.dsm.AppPrivilege;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.dsm.DsmAccounts;
import io.github.dsmsso.wizard.dsm.LoginPage;
import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.dsm.SsoButton;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.http.PresentedCertificate;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.judgement.OwnNames;
import io.github.dsmsso.wizard.oidc.AuthorizationReply;
import io.github.dsmsso.wizard.oidc.AuthorizationVerdict;
import io.github.dsmsso.wizard.oidc.ClientCredentials;
import io.github.dsmsso.wizard.oidc.CredentialsVerdict;
import io.github.dsmsso.wizard.oidc.DiscoveryDocument;
import io.github.dsmsso.wizard.oidc.PublishedKeys;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.shared.Version;
import org.jspecify.annotations.Nullable;

/**
 * An observation to be painted: as it comes it shows a connection that is all well, and
 * each field can be painted over.
 */
class Picture {

	static final Instant NOW = Instant.parse("2026-11-24T09:00:00Z");

	static final String DSM = "https://nas.example.com:5001";

	static final String AUTHENTIK = "https://auth.example.com";

	static final String WELL_KNOWN = AUTHENTIK + "/application/o/synology/.well-known/openid-configuration";

	static final String AUTHORIZE = AUTHENTIK + "/application/o/authorize/";

	static final String TOKEN = AUTHENTIK + "/application/o/token/";

	static final String BUTTON = AUTHORIZE + "?client_id=dsm-client&redirect_uri=https%3A%2F%2Fnas.example.com%3A5001"
			+ "&response_type=code&scope=openid%20profile%20email";

	String dsmCalledAt = DSM;

	@Nullable RedirectUri opened;

	TlsTrust trust = TlsTrust.publicAuthorities();

	Version release = new Version(2026, 8, 3);

	boolean signInProven;

	@Nullable PresentedCertificate byDsm = certificate(365);

	@Nullable PresentedCertificate byAuthentik = certificate(365);

	// authentik's administration

	Observed<Application> application = Observed
		.of(new Application("app-uuid", "Synology DSM", "synology", 7, true, "", "", "DSM SSO Wizard"));

	boolean confidential = true;

	@Nullable List<String> grantTypes = List.of("authorization_code");

	Secret secretAtAuthentik = Secret.of("S3cret");

	List<AllowedRedirect> redirects = List.of(AllowedRedirect.exactly(DSM));

	@Nullable String signingKey = "rsa-uuid";

	@Nullable String encryptionKey;

	Flow flow = new Flow("flow-1", Flow.IMPLICIT_CONSENT, "Authorize Application");

	Observed<List<FlowStage>> stages = Observed.nothing();

	SubjectMode subjectMode = SubjectMode.HASHED_USER_ID;

	List<String> attached = List.of("m-openid", "m-profile", "m-email");

	/** Empty for the one that authentik ships. */
	String profileExpression = "";

	boolean claimsInIdToken = true;

	boolean providerMissing;

	/** A provider beside it that accepts the same address; null for none. */
	@Nullable String otherProvider;

	@Nullable String applicationOfOther;

	List<CertificateKeyPair> keys = List.of(new CertificateKeyPair("rsa-uuid", "DSM sign-in", "rsa", in(365)),
			new CertificateKeyPair("ec-uuid", "Fast key", "ec", null));

	List<PolicyBinding> bindings = List.of(PolicyBinding.ofGroup("app-uuid", "g-nas", 0));

	List<AuthentikGroup> groups = List.of(new AuthentikGroup("g-nas", "NAS users", List.of()));

	List<AuthentikUser> users = List.of(user(1, "anna"), user(2, "carla"));

	boolean usersReadEarlier;

	/** As in a new installation. */
	SystemSettings settings = new SystemSettings(false, false, true, true);

	List<String> prompts = List.of();

	DefaultAccess defaultAccess = DefaultAccess.OPEN;

	AuthentikAnswers answers = AuthentikAnswers.none();

	Map<String, String> sampleClaims = Map.of("preferred_username", "anna", "email", "anna@example.org");

	// what authentik shows to anyone

	String issuer = AUTHENTIK + "/application/o/synology/";

	String tokenEndpoint = TOKEN;

	String algorithm = "RS256";

	List<String> claims = List.of("sub", "email", "preferred_username", "nickname");

	@Nullable Observed<DiscoveryDocument> document;

	List<PublishedKeys.Key> published = List.of(new PublishedKeys.Key("RSA", "1"));

	Observed<CredentialsVerdict> credentials = Observed.of(CredentialsVerdict.ACCEPTED);

	Observed<AuthorizationReply> authorization = answering(AuthorizationVerdict.ACCEPTED);

	Observed<ClockReading> authentikClock = clock(0);

	// DSM

	String wellKnown = WELL_KNOWN;

	String clientId = "dsm-client";

	Secret secretInDsm = Secret.of("S3cret");

	String redirectUri = DSM;

	String scope = "openid profile email";

	String userClaim = "preferred_username";

	String authorizeInDsm = AUTHORIZE;

	String tokenInDsm = TOKEN;

	@Nullable Boolean allowLocalUser = true;

	SsoProfile profile = SsoProfile.oidcEnabled();

	@Nullable SsoSetting setting = new SsoSetting(false);

	@Nullable Observed<SsoClient> sso;

	@Nullable String customDomain;

	List<AppPortal> portals = List.of();

	@Nullable Boolean redirectsToHttps = true;

	NasDescription.Directory directory = NasDescription.Directory.NONE;

	List<String> otherSso = List.of();

	List<DsmAccount> accounts = List.of(account("anna"), account("carla"), account("setup-admin"));

	Set<String> administrators = Set.of("setup-admin");

	boolean accountsComplete = true;

	Map<String, AppPrivilege> privileges = Map.of();

	LoginPage loginPage = new LoginPage("nas", true, false, 5001);

	Observed<SsoButton> button = Observed.of(new SsoButton(SsoButton.Outcome.BUILT, URI.create(BUTTON)));

	Observed<ClockReading> dsmClock = clock(0);

	/** So many days later, or earlier. */
	static Instant in(int days) {
		return NOW.plus(Duration.ofDays(days));
	}

	/** One that expires in so many days. */
	static PresentedCertificate certificate(int days) {
		return new PresentedCertificate(new Fingerprint("AB:CD"), "a server", "an authority", List.of(), in(-400),
				in(days), true, true, days > 0);
	}

	static Observed<AuthorizationReply> answering(AuthorizationVerdict verdict) {
		return Observed.of(new AuthorizationReply(verdict, null, null));
	}

	static Observed<ClockReading> clock(long secondsAhead) {
		return Observed.of(new ClockReading(NOW.plusSeconds(secondsAhead), NOW));
	}

	static AuthentikUser user(int pk, String username, String... groups) {
		return new AuthentikUser(pk, username, username, username + "@example.org", true, "internal",
				(groups.length == 0) ? List.of("g-nas") : List.of(groups));
	}

	static DsmAccount account(String name) {
		return new DsmAccount(name, "", true, DsmAccount.Source.LOCAL);
	}

	static DsmAccount disabled(String name) {
		return new DsmAccount(name, "", false, DsmAccount.Source.LOCAL);
	}

	static Picture wellSet() {
		return new Picture();
	}

	Observation painted() {
		return new Observation(expectation(), authentikSide(), protocolSide(), dsmSide(), NOW);
	}

	List<CheckResult> results() {
		return Verifier.examine(painted());
	}

	CheckResult result(String check) {
		return results().stream().filter((result) -> result.check().equals(check)).findFirst().orElseThrow();
	}

	private Expectation expectation() {
		return new Expectation(RedirectUri.of(BaseUrl.parse(DSM)), this.opened, BaseUrl.parse(this.dsmCalledAt),
				new Peer(BaseUrl.parse(AUTHENTIK), this.trust), new AuthentikCapabilities(this.release), "synology",
				this.signInProven, new Presented(this.byDsm, this.byAuthentik));
	}

	private AuthentikSide authentikSide() {
		Observed<OAuth2Provider> provider = this.providerMissing ? Observed.nothing()
				: this.application.lookFurther((found) -> new OAuth2Provider(7, "synology", "flow-1", "flow-2",
						this.confidential, this.grantTypes, new ClientCredentials("dsm-client", this.secretAtAuthentik),
						this.redirects, this.signingKey, this.encryptionKey, this.subjectMode, this.attached,
						this.claimsInIdToken, true, "synology"));
		return new AuthentikSide(this.application, provider, Observed.of(others()), Observed.of(List.of(this.flow)),
				this.stages, Observed.of(this.keys), Observed.of(mappings()),
				this.application.lookFurther((found) -> this.bindings), Observed.of(this.users), this.usersReadEarlier,
				Observed.of(this.groups), Observed.of(new OwnNames(this.settings, this.prompts)),
				Observed.of(new ClaimSample("anna", new ClaimPreview(this.sampleClaims))), this.defaultAccess,
				Observed.nothing(), this.answers, this.answers);
	}

	private List<OAuth2Provider> others() {
		return Stream.ofNullable(this.otherProvider)
			.map((name) -> new OAuth2Provider(8, name, "flow-1", "flow-2", true, this.grantTypes,
					new ClientCredentials("other", Secret.of("other")), this.redirects, "rsa-uuid", null,
					this.subjectMode, this.attached, true, true, this.applicationOfOther))
			.toList();
	}

	private List<ScopeMapping> mappings() {
		Stream<ScopeMapping> shipped = Stream.of("openid", "profile", "email", "offline_access")
			.map((scope) -> new ScopeMapping("m-" + scope, scope, scope,
					"goauthentik.io/providers/oauth2/scope-" + scope,
					scope.equals("profile") ? this.profileExpression : ""));
		return Stream.concat(shipped, Stream.of(new ScopeMapping("m-own", "NAS names", "profile", null))).toList();
	}

	private ProtocolSide protocolSide() {
		Observed<DiscoveryDocument> read = (this.document != null) ? this.document
				: Observed.of(new DiscoveryDocument(this.issuer, URI.create(AUTHORIZE), URI.create(this.tokenEndpoint),
						URI.create(AUTHENTIK + "/application/o/synology/jwks/"), null, List.of(this.algorithm),
						List.of("openid", "profile", "email"), this.claims, List.of(), null));
		return new ProtocolSide(read, read.lookFurther((found) -> new PublishedKeys(this.published)), this.credentials,
				this.authorization, this.authentikClock);
	}

	private DsmSide dsmSide() {
		Observed<SsoClient> settings = (this.sso != null) ? this.sso
				: Observed.of(new SsoClient(
						new OidcSso("authentik", this.wellKnown, this.clientId, this.secretInDsm, this.redirectUri,
								this.scope, this.userClaim, this.authorizeInDsm, this.tokenInDsm, this.allowLocalUser),
						this.profile, this.setting));
		NasDescription nas = new NasDescription("DS920+", new Version(7, 2, 2), "DSM 7.2.2", "nas", this.customDomain,
				null, 5001, this.redirectsToHttps, this.directory, this.otherSso, this.portals);
		return new DsmSide(settings, Observed.of(nas),
				Observed
					.of(new DsmAccounts(this.accounts, this.administrators, this.accountsComplete, this.privileges)),
				Observed.of(List.of()), Observed.of(this.loginPage), this.button, this.dsmClock);
	}

}
