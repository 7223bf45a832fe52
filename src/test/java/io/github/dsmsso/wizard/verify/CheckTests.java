package io.github.dsmsso.wizard.verify;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.accounts.AuthentikAnswers;
import io.github.dsmsso.wizard.accounts.DefaultAccess;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.AuthentikUser;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.Flow;
import io.github.dsmsso.wizard.authentik.Flow.Audience;
import io.github.dsmsso.wizard.authentik.FlowStage;
import io.github.dsmsso.wizard.authentik.FlowStage.Effect;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.authentik.SystemSettings;
import io.github.dsmsso.wizard.dsm.AppPortal;
import io.github.dsmsso.wizard.dsm.AppPrivilege;
import io.github.dsmsso.wizard.dsm.DsmAccount;
import io.github.dsmsso.wizard.dsm.LoginPage;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.dsm.SsoButton;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.http.Fingerprint;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.http.PresentedCertificate;
import io.github.dsmsso.wizard.http.TlsTrust;
import io.github.dsmsso.wizard.oidc.AuthorizationReply;
import io.github.dsmsso.wizard.oidc.AuthorizationVerdict;
import io.github.dsmsso.wizard.oidc.CredentialsVerdict;
import io.github.dsmsso.wizard.oidc.PublishedKeys;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.shared.Version;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static io.github.dsmsso.wizard.verify.Picture.account;
import static io.github.dsmsso.wizard.verify.Picture.clock;
import static io.github.dsmsso.wizard.verify.Picture.disabled;
import static io.github.dsmsso.wizard.verify.Picture.user;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * Each fault, painted alone into a connection that is otherwise well, and the one check
 * that names it.
 */
class CheckTests {

	@Test
	void wellSetConnectionPassesEveryCheck() {
		assertThat(Picture.wellSet().results())
			.allSatisfy((result) -> assertThat(result.verdict()).as(result.check()).isEqualTo(Verdict.PASS));
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("faults")
	void eachFaultIsNamedByOneCheckAlone(String check, String finding, Verdict verdict, Consumer<Picture> fault) {
		Picture picture = Picture.wellSet();
		fault.accept(picture);
		CheckResult named = picture.result(check);
		assertThat(named.finding()).isEqualTo(finding);
		assertThat(named.verdict()).isEqualTo(verdict);
		assertThat(picture.results().stream().filter((result) -> result.verdict().compareTo(Verdict.UNKNOWN) > 0))
			.extracting(CheckResult::check)
			.isEqualTo((verdict.compareTo(Verdict.UNKNOWN) > 0) ? List.of(check) : List.of());
		assertThat(picture.results()).allSatisfy(Words::areWritten);
	}

	@Test
	void everyCauseInTheCatalogueHasAFixture() {
		assertThat(Catalogue.covered()).isEqualTo(Catalogue.rows());
	}

	@Test
	void thoseWhoCannotSignInAreNamedInTheSentence() {
		Picture picture = Picture.wellSet();
		picture.users = List.of(user(1, "anna"), user(3, "erik"));
		assertThat(picture.result("people").arguments()).containsExactly("1", "1", "erik");
	}

	static Stream<Arguments> faults() {
		return Stream.of(inAuthentik(), inRedirects(), inProtocol(), inDsmSettings(), inDsm(), inPeople(), expiring())
			.flatMap((some) -> some);
	}

	private static Stream<Arguments> inAuthentik() {
		return Stream.of(fails("application", "missing", (it) -> it.application = Observed.nothing()),
				fails("application", "no-provider", (it) -> it.providerMissing = true),
				fails("signature", "no-key", (it) -> it.signingKey = null),
				fails("signature", "other-key", (it) -> it.signingKey = "ec-uuid"),
				fails("encryption", "encrypted", (it) -> it.encryptionKey = "rsa-uuid"),
				fails("authorization-flow", "nobody", (it) -> flow(it, Audience.NOBODY_SIGNED_IN)),
				warns("authorization-flow", "superusers", (it) -> flow(it, Audience.SUPERUSERS)),
				fails("authorization-flow", "denies", (it) -> stages(it, Effect.PASSABLE, Effect.DENIES)),
				warns("authorization-flow", "denies-some", (it) -> stages(it, Effect.DENIES_SOME)),
				warns("authorization-flow", "denies-without-device",
						(it) -> stages(it, Effect.DENIES_WITHOUT_DEVICE, Effect.ASKS_CONSENT_EACH_TIME)),
				warns("authorization-flow", "consent", (it) -> stages(it, Effect.ASKS_CONSENT_EACH_TIME)),
				passes("authorization-flow", "stages", (it) -> stages(it, Effect.PASSABLE)),
				passes("authorization-flow", "no-stages", (it) -> stages(it)),
				unknown("authorization-flow", "not-shown", (it) -> it.flow = new Flow("flow-9", "other", "Other")),
				fails("client-type", "public", (it) -> it.confidential = false),
				fails("grant-type", "missing", (it) -> it.grantTypes = List.of("refresh_token")),
				fails("grant-type", "missing", (it) -> it.grantTypes = List.of()),
				fails("grant-type", "refused",
						(it) -> it.authorization = Picture.answering(AuthorizationVerdict.GRANT_REFUSED)),
				passes("grant-type", "not-named", (it) -> it.grantTypes = null),
				fails("scopes", "missing", (it) -> it.attached = List.of("m-openid", "m-email")),
				fails("id-token-claims", "left-out", (it) -> it.claimsInIdToken = false),
				warns("certificate", "chosen", (it) -> chosen(it, null)),
				warns("certificate", "self-signed", (it) -> chosen(it, presented("auth", "auth", true))),
				warns("certificate", "other-name", (it) -> chosen(it, presented("auth", "R11", false))),
				warns("certificate", "chain", (it) -> chosen(it, presented("auth", "R11", true))),
				passes("certificate", "proven", CheckTests::provenCertificate),
				warns("renaming", "may-username", (it) -> changeable(it, true, false, false)),
				warns("renaming", "may-email", (it) -> changeable(goingBy(it, "email"), false, true, false)),
				warns("renaming", "may-name", (it) -> changeable(goingBy(it, "name"), false, false, true)),
				warns("renaming", "prompted", (it) -> it.prompts = List.of("NAS account")),
				passes("renaming", "may-not-username", (it) -> changeable(it, false, true, true)),
				passes("renaming", "may-not-email", (it) -> changeable(goingBy(it, "email"), true, false, true)),
				passes("renaming", "may-not-name", (it) -> changeable(goingBy(it, "name"), true, true, false)),
				passes("renaming", "may-not-username", (it) -> changeable(goingBy(it, "own"), false, true, true)),
				unknown("renaming", "not-shown-username", (it) -> changeable(it, null, null, null)),
				unknown("renaming", "not-shown-email", (it) -> changeable(goingBy(it, "email"), null, null, null)),
				unknown("renaming", "not-shown-name", (it) -> changeable(goingBy(it, "name"), null, null, null)));
	}

	private static Picture goingBy(Picture picture, String claim) {
		mappingOfOnesOwn(picture);
		picture.userClaim = claim;
		picture.answers = names(Map.of(1, "anna", 2, "carla"));
		return picture;
	}

	private static void changeable(Picture picture, @Nullable Boolean username, @Nullable Boolean email,
			@Nullable Boolean name) {
		picture.settings = new SystemSettings(username, email, name, true);
	}

	private static Stream<Arguments> inRedirects() {
		return Stream.of(fails("redirect", "none", (it) -> redirects(it)),
				fails("redirect", "slash", (it) -> redirects(it, Picture.DSM + "/")),
				fails("redirect", "case", (it) -> redirects(it, "https://NAS.example.com:5001")),
				fails("redirect", "fragment", (it) -> redirects(it, Picture.DSM + "/#/signin")),
				fails("redirect", "path", (it) -> redirects(it, Picture.DSM + "/photo")),
				fails("redirect", "port", (it) -> redirects(it, "https://nas.example.com")),
				fails("redirect", "http", (it) -> redirects(it, "http://nas.example.com:5000")),
				fails("redirect", "other", (it) -> redirects(it, "https://nas.example.org:5001")),
				fails("redirect", "slash", (it) -> redirects(it, "https://else.example", Picture.DSM + "/")),
				fails("redirect", "for-logout",
						(it) -> it.redirects = List.of(new AllowedRedirect(true, Picture.DSM, true))),
				fails("redirect", "refused",
						(it) -> it.authorization = Picture.answering(AuthorizationVerdict.CLIENT_OR_REDIRECT_REFUSED)),
				warns("redirect", "several", (it) -> redirects(it, Picture.DSM, "https://photos.example.com")),
				warns("redirect", "pattern",
						(it) -> it.redirects = List
							.of(new AllowedRedirect(false, "https://nas\\.example\\.com:[0-9]+", false))),
				warns("redirect", "everything",
						(it) -> it.redirects = List.of(new AllowedRedirect(false, ".*", false))),
				passes("redirect", "accepted", CheckTests::patternOfAnOldRelease));
	}

	private static Stream<Arguments> inProtocol() {
		Observed<CredentialsVerdict> refused = Observed.of(CredentialsVerdict.REFUSED);
		return Stream.of(
				fails("discovery", "unreachable",
						(it) -> it.document = Observed.failed(Problem.of("oidc.no-document"))),
				fails("gate", "document", CheckTests::gateBeforeTheDocument),
				warns("gate", "sign-in", CheckTests::gateBeforeTheSignIn),
				fails("issuer", "not-https", (it) -> it.issuer = "http://auth.example.com/application/o/synology/"),
				fails("issuer", "other-address", (it) -> it.issuer = "https://10.0.0.5:9443/application/o/synology/"),
				warns("issuer", "unusual", (it) -> it.issuer = Picture.AUTHENTIK + "/sso"),
				passes("issuer", "matches", (it) -> it.issuer = Picture.AUTHENTIK + "/"),
				fails("signature", "other-algorithm", CheckTests::unlistedKey),
				fails("signature", "not-published", (it) -> it.published = List.of()),
				fails("signature", "not-published", (it) -> it.published = List.of(new PublishedKeys.Key("EC", "1"))),
				fails("client-secret", "refused-though-equal", (it) -> it.credentials = refused),
				passes("client-secret", "equal", (it) -> it.credentials = Observed.nothing()),
				warns("clocks", "ahead", (it) -> it.dsmClock = clock(90)),
				warns("clocks", "behind", (it) -> it.authentikClock = clock(90)),
				fails("clocks", "far-behind", (it) -> it.dsmClock = clock(-121)),
				fails("clocks", "far-ahead", (it) -> it.dsmClock = clock(3600)),
				passes("clocks", "agree", (it) -> it.dsmClock = clock(60)),
				passes("clocks", "agree", (it) -> it.dsmClock = it.authentikClock = clock(3600)),
				passes("clocks", "agree", (it) -> it.authentikClock = Observed.nothing()),
				warns("clocks", "ahead", CheckTests::dsmDiffersFromHere),
				unknown("clocks", "dsm-silent", (it) -> it.dsmClock = Observed.nothing()));
	}

	private static Stream<Arguments> inDsmSettings() {
		return Stream.of(fails("service", "off", CheckTests::switchedOff),
				fails("service", "other-profile", (it) -> it.profile = new SsoProfile(true, "azure")),
				fails("well-known", "empty", (it) -> refusing(it).wellKnown = ""),
				fails("well-known", "differs",
						(it) -> refusing(it).wellKnown = Picture.WELL_KNOWN.replace("synology", "nas-old")),
				fails("endpoints", "empty", (it) -> it.authorizeInDsm = refusing(it).tokenInDsm = ""),
				fails("endpoints", "empty", (it) -> refusing(it).tokenInDsm = ""),
				fails("endpoints", "differs", (it) -> it.authorizeInDsm = "https://old.example.com/authorize/"),
				fails("client-id", "empty", (it) -> refusing(it).clientId = ""),
				fails("client-id", "differs", CheckTests::otherClient),
				fails("client-secret", "empty", (it) -> it.secretInDsm = Secret.none()),
				fails("client-secret", "refused", CheckTests::otherSecret),
				fails("client-secret", "refused", CheckTests::otherSecretThatCannotBeTried),
				warns("client-secret", "special-characters",
						(it) -> it.secretAtAuthentik = it.secretInDsm = Secret.of("a&b=c")),
				unknown("client-secret", "hidden", CheckTests::maskedSecret),
				passes("client-secret", "accepted", CheckTests::secretThatIsNotShown),
				fails("client-secret", "none-at-authentik", CheckTests::blankSecret),
				warns("dsm-redirect", "opened-elsewhere",
						(it) -> it.opened = new RedirectUri("https://192.168.1.5:5001")),
				fails("dsm-redirect", "empty", (it) -> otherRedirect(it, "")),
				fails("dsm-redirect", "slash", (it) -> otherRedirect(it, Picture.DSM + "/")),
				fails("dsm-redirect", "case", (it) -> otherRedirect(it, "https://NAS.example.com:5001")),
				fails("dsm-redirect", "path", (it) -> otherRedirect(it, Picture.DSM + "/photo")),
				fails("dsm-redirect", "http", (it) -> otherRedirect(it, "http://nas.example.com:5000")),
				fails("dsm-redirect", "fragment", (it) -> otherRedirect(it, Picture.DSM + "/#/signin")),
				fails("dsm-redirect", "port", (it) -> otherRedirect(it, "https://nas.example.com")),
				fails("dsm-redirect", "other", (it) -> otherRedirect(it, "https://192.168.1.5:5001")),
				fails("dsm-scope", "missing", (it) -> it.scope = "openid email"),
				fails("dsm-scope", "missing", (it) -> it.scope = ""),
				passes("dsm-scope", "complete", (it) -> it.scope = "profile  openid"),
				fails("user-claim", "empty", (it) -> it.userClaim = ""),
				fails("user-claim", "not-sent", (it) -> it.userClaim = "upn"),
				fails("user-claim", "not-sent-by-mapping", CheckTests::ownMappingWithoutTheName),
				warns("user-claim", "other-claim", (it) -> it.userClaim = "groups"),
				fails("user-claim", "names-nobody", (it) -> it.userClaim = "email"),
				passes("user-claim", "own-claim", CheckTests::accountsAreNamedByMail),
				passes("user-claim", "sent", (it) -> it.userClaim = "nickname"));
	}

	private static Stream<Arguments> inDsm() {
		return Stream.of(fails("account-type", "nobody", (it) -> it.allowLocalUser = false),
				fails("account-type", "old-dsm", (it) -> it.allowLocalUser = null),
				passes("account-type", "directory-only", CheckTests::directoryAccountsOnly),
				unknown("account-type", "directory-unknown", CheckTests::directoryNotTold),
				fails("login-page", "not-shown", (it) -> it.loginPage = new LoginPage("nas", false, false, 5001)),
				unknown("login-page", "silent", (it) -> it.loginPage = LoginPage.silent()),
				fails("sso-button", "cannot-reach", (it) -> it.button = pressed(SsoButton.Outcome.REFUSED)),
				warns("sso-button", "gate", CheckTests::gateBeforeDsm),
				unknown("sso-button", "unreadable", (it) -> it.button = pressed(SsoButton.Outcome.UNKNOWN)),
				fails("sso-button", "other-client", (it) -> it.button = leadsTo("dsm-client", "client-of-old")),
				fails("sso-button", "other-redirect", (it) -> it.button = leadsTo("nas.example", "nas-old.example")),
				unknown("sso-button", "other-address", CheckTests::calledAtAnotherAddress),
				fails("sso-button", "other-endpoint", (it) -> it.button = leadsTo("auth.example", "old.example")),
				fails("sign-in-window", "cut-off", CheckTests::cutOff),
				passes("sign-in-window", "proven", CheckTests::cutOffAndProven),
				fails("sso-button", "cannot-reach-itself", CheckTests::authentikOnTheNas),
				warns("app-portals", "own-domain",
						(it) -> it.portals = List.of(new AppPortal("Synology Drive", "drive.example.com"))),
				passes("app-portals", "none",
						(it) -> it.portals = List.of(new AppPortal("Synology Drive", "NAS.example.com"))),
				warns("dsm-addresses", "custom-domain", (it) -> it.customDomain = "dsm.example.org"),
				passes("dsm-addresses", "encrypted", (it) -> it.customDomain = "NAS.example.com"),
				passes("dsm-addresses", "encrypted", CheckTests::provenBesideACustomDomain),
				passes("dsm-addresses", "plain-http", (it) -> it.redirectsToHttps = false),
				unknown("dsm-addresses", "not-shown", (it) -> it.redirectsToHttps = null),
				warns("leftovers", "unused", (it) -> it.otherProvider = "an attempt"),
				passes("leftovers", "none", CheckTests::anotherPair),
				warns("other-sso", "on", (it) -> it.otherSso = List.of("SAML")),
				warns("sso-by-default", "unproven", (it) -> it.setting = new SsoSetting(true)),
				passes("sso-by-default", "proven", CheckTests::provenDefault),
				warns("sso-by-default", "unproven", CheckTests::defaultOnOldDsm),
				unknown("sso-by-default", "silent", CheckTests::silentOldDsm),
				warns("break-glass", "none", (it) -> it.administrators = Set.of("CORP\\admin")),
				warns("break-glass", "none",
						(it) -> it.accounts = List.of(account("anna"), account("carla"), disabled("setup-admin"))));
	}

	private static Stream<Arguments> expiring() {
		return Stream.of(warns("key-expiry", "soon", (it) -> it.keys = List.of(keyUntil(Picture.in(60)))),
				warns("key-expiry", "expired", (it) -> it.keys = List.of(keyUntil(Picture.NOW))),
				passes("key-expiry", "later", (it) -> it.keys = List.of(keyUntil(Picture.in(61)))),
				unknown("key-expiry", "not-seen", (it) -> it.keys = List.of(keyUntil(null))),
				warns("authentik-expiry", "soon", (it) -> it.byAuthentik = Picture.certificate(59)),
				warns("authentik-expiry", "expired", (it) -> it.byAuthentik = Picture.certificate(-1)),
				passes("authentik-expiry", "later", (it) -> it.byAuthentik = Picture.certificate(61)),
				unknown("authentik-expiry", "not-seen", (it) -> it.byAuthentik = null),
				warns("dsm-expiry", "soon", (it) -> it.byDsm = Picture.certificate(1)),
				warns("dsm-expiry", "expired", (it) -> it.byDsm = Picture.certificate(0)),
				passes("dsm-expiry", "later", (it) -> it.byDsm = Picture.certificate(61)),
				unknown("dsm-expiry", "not-seen", (it) -> it.byDsm = null));
	}

	private static CertificateKeyPair keyUntil(@Nullable Instant expires) {
		return new CertificateKeyPair("rsa-uuid", "DSM sign-in", "rsa", expires);
	}

	private static Stream<Arguments> inPeople() {
		return Stream.of(warns("people", "some", (it) -> it.users = List.of(user(1, "anna"), user(3, "erik"))),
				fails("people", "nobody", (it) -> it.users = List.of(user(3, "erik"))),
				fails("people", "nobody", (it) -> it.accounts = List.of(disabled("anna"), account("setup-admin"))),
				passes("people", "all", (it) -> it.users = List.of(user(1, "anna"), user(3, "erik", "g-other"))),
				unknown("people", "not-known", CheckTests::editedMapping),
				unknown("people", "not-known", CheckTests::mappingOfOnesOwn),
				unknown("administrators", "not-known", CheckTests::mappingOfOnesOwn),
				passes("people", "all", CheckTests::mappingOfOnesOwnThatWasAskedAbout),
				unknown("people", "directory-not-listed", CheckTests::directoryThatIsNotListed),
				passes("access", "open", (it) -> it.bindings = List.of()),
				fails("access", "closed", CheckTests::closedByDefault),
				unknown("access", "default-not-shown", CheckTests::defaultNotShown),
				unknown("access", "policy-not-asked", (it) -> it.bindings = List.of(policy())),
				passes("access", "policy", CheckTests::policyThatWasAskedAbout),
				passes("people", "all", CheckTests::policyThatWasAskedAbout),
				passes("administrators", "some", (it) -> it.administrators = Set.of("setup-admin", "anna")),
				passes("subject", "emails-unique", (it) -> it.subjectMode = SubjectMode.USER_EMAIL),
				warns("people", "some-denied", (it) -> it.privileges = Map.of("carla", AppPrivilege.DENY)),
				fails("people", "nobody-permitted",
						(it) -> it.privileges = Map.of("anna", AppPrivilege.DENY, "carla", AppPrivilege.DENY)),
				warns("administrators", "another-name", CheckTests::becomesAdministratorByAnotherName),
				passes("administrators", "some", CheckTests::becomesAdministratorByTheSameName),
				warns("subject", "emails-collide", CheckTests::personWithoutEmail));
	}

	@Test
	void whatCannotBeReadMakesOnlyTheChecksUnknownThatNeedIt() {
		Picture picture = Picture.wellSet();
		picture.sso = Observed.failed(Problem.of("dsm.session-gone"));
		assertThat(picture.results()).noneMatch((result) -> result.verdict() == Verdict.FAIL);
		assertThat(picture.result("client-secret").cause()).isEqualTo(Problem.of("dsm.session-gone"));
		assertThat(picture.result("client-secret").findingCode()).isEqualTo("check.any.unseen");
		assertThat(picture.result("signature").verdict()).isEqualTo(Verdict.PASS);
		assertThat(picture.result("break-glass").verdict()).isEqualTo(Verdict.PASS);
	}

	@Test
	void secretsNeverStandInTheEvidence() {
		Picture picture = Picture.wellSet();
		picture.secretInDsm = Secret.of("MARKED-dsm");
		picture.secretAtAuthentik = Secret.of("MARKED-authentik");
		assertThat(picture.results().toString()).contains("different").doesNotContain("MARKED");
	}

	@Test
	void evidenceShowsBothSidesOfADifference() {
		Picture picture = Picture.wellSet();
		otherClient(picture);
		assertThat(picture.result("client-id").evidence()).containsExactly(new Evidence("in-dsm", "client-of-old"),
				new Evidence("at-authentik", "dsm-client"));
	}

	@Test
	void namesOfThoseWhoWillNotGetInStandInTheEvidence() {
		Picture picture = Picture.wellSet();
		picture.users = List.of(user(1, "anna"), user(2, "Carla"), user(3, "erik"), user(4, "frank", "g-other"));
		assertThat(picture.result("people").evidence()).containsExactly(new Evidence("people.WILL_GET_IN", "anna"),
				new Evidence("people.NAME_DIFFERS_IN_CASE", "Carla"), new Evidence("people.NO_DSM_ACCOUNT", "erik"),
				new Evidence("people.NOT_ALLOWED_BY_AUTHENTIK", "frank"));
	}

	private static Arguments fails(String check, String finding, Consumer<Picture> fault) {
		return Arguments.of(check, finding, Verdict.FAIL, fault);
	}

	private static Arguments warns(String check, String finding, Consumer<Picture> fault) {
		return Arguments.of(check, finding, Verdict.WARN, fault);
	}

	private static Arguments unknown(String check, String finding, Consumer<Picture> fault) {
		return Arguments.of(check, finding, Verdict.UNKNOWN, fault);
	}

	private static Arguments passes(String check, String finding, Consumer<Picture> fault) {
		return Arguments.of(check, finding, Verdict.PASS, fault);
	}

	/** A DSM that lacks something says that it cannot get the address. */
	private static Picture refusing(Picture picture) {
		picture.button = pressed(SsoButton.Outcome.REFUSED);
		return picture;
	}

	private static void switchedOff(Picture picture) {
		refusing(picture).profile = new SsoProfile(false, "oidc");
		picture.loginPage = new LoginPage("nas", false, false, 5001);
	}

	private static void redirects(Picture picture, String... urls) {
		picture.redirects = Stream.of(urls).map(AllowedRedirect::exactly).toList();
		picture.authorization = (urls.length == 0) ? Observed.nothing()
				: Picture.answering(List.of(urls).contains(Picture.DSM) ? AuthorizationVerdict.ACCEPTED
						: AuthorizationVerdict.CLIENT_OR_REDIRECT_REFUSED);
	}

	private static void patternOfAnOldRelease(Picture picture) {
		picture.release = new Version(2023, 10, 7);
		picture.redirects = List.of(new AllowedRedirect(false, "https://nas\\.example\\.com:5001", false));
	}

	/** A key whose kind authentik does not tell, because the token may not see it. */
	private static void unlistedKey(Picture picture) {
		picture.keys = List.of(new CertificateKeyPair("rsa-uuid", "A key", "", Picture.in(365)));
		picture.algorithm = "ES384";
	}

	private static void dsmDiffersFromHere(Picture picture) {
		picture.authentikClock = Observed.nothing();
		picture.dsmClock = clock(3600);
	}

	private static void otherClient(Picture picture) {
		picture.clientId = "client-of-old";
		picture.credentials = Observed.of(CredentialsVerdict.REFUSED);
		picture.button = leadsTo("dsm-client", "client-of-old");
	}

	private static void otherSecret(Picture picture) {
		picture.secretInDsm = Secret.of("0ther");
		picture.credentials = Observed.of(CredentialsVerdict.REFUSED);
	}

	private static void otherSecretThatCannotBeTried(Picture picture) {
		picture.secretInDsm = Secret.of("0ther");
		picture.credentials = Observed.of(CredentialsVerdict.UNKNOWN);
	}

	private static void maskedSecret(Picture picture) {
		picture.secretInDsm = Secret.of("********");
		picture.credentials = Observed.nothing();
	}

	private static void secretThatIsNotShown(Picture picture) {
		picture.release = new Version(2026, 11, 0);
		picture.secretAtAuthentik = Secret.none();
	}

	/** Only from 2026.11 on a secret may be there without being shown. */
	private static void blankSecret(Picture picture) {
		picture.secretAtAuthentik = Secret.none();
		picture.credentials = Observed.of(CredentialsVerdict.REFUSED);
	}

	private static void accountsAreNamedByMail(Picture picture) {
		picture.userClaim = "email";
		picture.accounts = List.of(account("anna@example.org"), account("carla@example.org"), account("setup-admin"));
	}

	private static void ownMappingWithoutTheName(Picture picture) {
		picture.attached = List.of("m-openid", "m-own", "m-email");
		picture.sampleClaims = Map.of("email", "anna@example.org");
		picture.claims = List.of("sub", "email");
	}

	private static void otherRedirect(Picture picture, String redirectUri) {
		picture.redirectUri = redirectUri;
		picture.button = redirectUri.isEmpty() ? pressed(SsoButton.Outcome.REFUSED)
				: leadsTo("https%3A%2F%2Fnas.example.com%3A5001",
						redirectUri.replace(":", "%3A").replace("/", "%2F").replace("#", "%23"));
	}

	private static void calledAtAnotherAddress(Picture picture) {
		picture.dsmCalledAt = "https://192.168.1.5:5001";
		picture.button = leadsTo("nas.example.com", "192.168.1.5");
	}

	private static Observed<SsoButton> pressed(SsoButton.Outcome outcome) {
		return Observed.of(new SsoButton(outcome, null));
	}

	private static Observed<SsoButton> leadsTo(String instead, String here) {
		return Observed.of(new SsoButton(SsoButton.Outcome.BUILT, URI.create(Picture.BUTTON.replace(instead, here))));
	}

	private static void gateBeforeTheDocument(Picture picture) {
		Problem gate = gate(Picture.AUTHENTIK).problem("/application/o/");
		picture.document = Observed.failed(gate);
		picture.authorization = Observed.failed(gate);
	}

	private static void gateBeforeTheSignIn(Picture picture) {
		picture.authorization = Observed
			.of(new AuthorizationReply(AuthorizationVerdict.UNKNOWN, null, gate(Picture.AUTHENTIK)));
	}

	private static void gateBeforeDsm(Picture picture) {
		picture.button = Observed.of(new SsoButton(SsoButton.Outcome.UNKNOWN, null, gate(Picture.DSM)));
	}

	private static Gate gate(String address) {
		return new Gate(Gate.Kind.PASSWORD, BaseUrl.parse(address), "");
	}

	private static void authentikOnTheNas(Picture picture) {
		refusing(picture).dsmCalledAt = Picture.AUTHENTIK + ":5001";
	}

	private static void provenBesideACustomDomain(Picture picture) {
		picture.customDomain = "dsm.example.org";
		picture.signInProven = true;
	}

	private static void anotherPair(Picture picture) {
		picture.otherProvider = "second";
		picture.applicationOfOther = "second";
	}

	private static void cutOff(Picture picture) {
		picture.authorization = Observed.of(new AuthorizationReply(AuthorizationVerdict.ACCEPTED, "same-origin", null));
	}

	private static void cutOffAndProven(Picture picture) {
		cutOff(picture);
		picture.signInProven = true;
	}

	private static void flow(Picture picture, Audience audience) {
		picture.flow = new Flow("flow-1", "nas", "Open the NAS", audience, List.of());
	}

	private static void stages(Picture picture, Effect... effects) {
		picture.flow = new Flow("flow-1", "nas", "Open the NAS", Audience.SIGNED_IN, List.of("stage-uuid"));
		picture.stages = Observed.of(Stream.of(effects).map((effect) -> new FlowStage(effect.name(), effect)).toList());
	}

	private static void chosen(Picture picture, @Nullable PresentedCertificate certificate) {
		picture.trust = TlsTrust.in(new Fingerprint("AB:CD"));
		picture.byAuthentik = certificate;
	}

	private static PresentedCertificate presented(String subject, String issuer, boolean forThisName) {
		return new PresentedCertificate(new Fingerprint("AB:CD"), subject, issuer, List.of("auth.example.org"),
				Picture.in(-1), Picture.in(365), false, forThisName, true);
	}

	private static void provenCertificate(Picture picture) {
		picture.trust = TlsTrust.in(new Fingerprint("AB:CD"));
		picture.signInProven = true;
	}

	private static void provenDefault(Picture picture) {
		picture.setting = new SsoSetting(true);
		picture.signInProven = true;
	}

	private static void defaultOnOldDsm(Picture picture) {
		picture.setting = null;
		picture.loginPage = new LoginPage("nas", true, true, 5001);
	}

	private static void directoryThatIsNotListed(Picture picture) {
		picture.directory = Directory.DOMAIN;
		picture.accountsComplete = false;
		picture.users = List.of(user(1, "anna"), user(3, "erik"));
	}

	private static void silentOldDsm(Picture picture) {
		picture.setting = null;
		picture.loginPage = new LoginPage("nas", true, null, 5001);
	}

	private static void directoryAccountsOnly(Picture picture) {
		picture.allowLocalUser = false;
		picture.directory = Directory.LDAP;
		picture.accounts = List.of(account("setup-admin"), inLdap("anna"), inLdap("carla"));
	}

	private static void directoryNotTold(Picture picture) {
		directoryAccountsOnly(picture);
		picture.directory = Directory.UNKNOWN;
	}

	private static DsmAccount inLdap(String name) {
		return new DsmAccount(name + "@ldap.example", "", true, DsmAccount.Source.LDAP);
	}

	private static PolicyBinding policy() {
		return new PolicyBinding("b", "app-uuid", null, null, "policy-uuid", 0, true, false);
	}

	private static void closedByDefault(Picture picture) {
		picture.bindings = List.of();
		picture.defaultAccess = DefaultAccess.CLOSED;
	}

	private static void defaultNotShown(Picture picture) {
		picture.bindings = List.of();
		picture.defaultAccess = DefaultAccess.UNKNOWN;
	}

	/** Somebody has edited the mapping that authentik ships. */
	private static void editedMapping(Picture picture) {
		picture.profileExpression = "return {\"preferred_username\": request.user.email}";
	}

	private static void mappingOfOnesOwn(Picture picture) {
		picture.attached = List.of("m-openid", "m-own", "m-email");
	}

	private static void mappingOfOnesOwnThatWasAskedAbout(Picture picture) {
		mappingOfOnesOwn(picture);
		picture.users = List.of(user(1, "a.nna"), user(2, "c.arla"));
		picture.answers = names(Map.of(1, "anna", 2, "carla"));
	}

	private static void policyThatWasAskedAbout(Picture picture) {
		picture.bindings = List.of(policy());
		picture.answers = new AuthentikAnswers(Map.of(1, true, 2, false), Map.of(), null, null);
	}

	private static void becomesAdministratorByAnotherName(Picture picture) {
		mappingOfOnesOwn(picture);
		picture.users = List.of(user(1, "anna"), user(2, "bob"));
		picture.answers = names(Map.of(1, "anna", 2, "setup-admin"));
	}

	private static void becomesAdministratorByTheSameName(Picture picture) {
		mappingOfOnesOwn(picture);
		picture.users = List.of(user(1, "anna"), user(2, "Setup-Admin@example.org"));
		picture.answers = names(Map.of(1, "anna", 2, "setup-admin"));
	}

	private static AuthentikAnswers names(Map<Integer, String> names) {
		return new AuthentikAnswers(Map.of(), names, null, null);
	}

	private static void personWithoutEmail(Picture picture) {
		picture.subjectMode = SubjectMode.USER_EMAIL;
		picture.users = List.of(user(1, "anna"),
				new AuthentikUser(2, "carla", "Carla", "", true, "internal", List.of("g-nas")));
	}

}
