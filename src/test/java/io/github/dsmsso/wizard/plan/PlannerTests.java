package io.github.dsmsso.wizard.plan;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.authentik.AccessRestriction;
import io.github.dsmsso.wizard.authentik.AllowedRedirect;
import io.github.dsmsso.wizard.authentik.CertificateKeyPair;
import io.github.dsmsso.wizard.authentik.PolicyBinding;
import io.github.dsmsso.wizard.authentik.SubjectMode;
import io.github.dsmsso.wizard.dsm.NasDescription.Directory;
import io.github.dsmsso.wizard.dsm.SsoProfile;
import io.github.dsmsso.wizard.dsm.SsoSetting;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.Secret;
import io.github.dsmsso.wizard.shared.Version;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

/**
 * What is planned for each thing that people have: what is right stays, what is wrong is
 * changed and says why, what is doubtful is offered, and what cannot be changed is said.
 */
class PlannerTests {

	private static final String NAS = ExistingSetup.NAS;

	private static final AllowedRedirect OTHER_NAS = AllowedRedirect.exactly("https://other-nas.example.com:5001");

	@Test
	void aConnectionThatIsWellPlansNothing() {
		Plan plan = ExistingSetup.wellSet().plan();
		assertThat(changedFields(plan)).isEmpty();
		assertThat(plan.isFulfilled()).isTrue();
		assertThat(plan.risks()).isEmpty();
		assertThat(plan.offers()).isEmpty();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("rightValues")
	void whatDsmCanLiveWithIsLeftAlone(String what, Consumer<ExistingSetup> value) {
		Plan plan = planOf(value);
		assertThat(changedFields(plan)).isEmpty();
		assertThat(plan.blockers()).isEmpty();
		assertThat(plan.risks()).isEmpty();
		assertThat(plan.byHand()).isEmpty();
	}

	static Stream<Arguments> rightValues() {
		return Stream.of(is("a policy mode of all with two groups", (it) -> {
			it.matchAny = false;
			it.bindings = List.of(group("g"), group("h"));
		}), is("a flow that asks for consent", (it) -> it.authorizationFlow = "explicit"),
				is("a flow for administrators", (it) -> it.authorizationFlow = "admins"),
				is("every subject mode", (it) -> it.subjectMode = SubjectMode.USER_UPN),
				is("an issuer for all", (it) -> it.perProviderIssuer = false),
				is("an issuer of its own", (it) -> it.perProviderIssuer = true),
				is("further grant types", (it) -> it.grantTypes = List.of("implicit", "authorization_code")),
				is("a release without grant types", (it) -> {
					it.release = new Version(2026, 2, 0);
					it.grantTypes = null;
				}), is("a secret with special characters that authentik hides", (it) -> {
					it.release = new Version(2026, 11, 0);
					it.secret = Secret.none();
					it.secretInDsm = Secret.of("p&ss w=rd");
				}), is("no invalidation flow", (it) -> it.invalidationFlow = null),
				is("a key of which the kind is not told",
						(it) -> it.keys = List.of(new CertificateKeyPair("rsa", "Hidden", "", null))),
				is("a key that the token may not see", (it) -> it.keys = List.of()),
				is("no e-mail among the scopes", (it) -> it.scope = "profile  openid"),
				is("no mapping for the e-mail", (it) -> it.without("m-email").scope = "openid profile"),
				is("a claim of one's own by which people get in", (it) -> {
					it.withOwnMapping("dsm", "synology_username");
					it.claim = "synology_username";
					it.scope = "openid profile email dsm";
					it.gettingIn = 3;
				}), is("a claim of one's own that is sent, whoever gets in by it", (it) -> {
					it.withOwnMapping("dsm", "synology_username");
					it.claim = "synology_username";
					it.scope = "openid dsm";
				}),
				is("an own mapping that sends the user name",
						(it) -> it.without("m-profile").withOwnMapping("profile", "preferred_username")),
				is("nickname as the claim", (it) -> it.claim = "nickname"),
				is("authentik's port in the addresses of DSM", (it) -> {
					it.wellKnown = it.wellKnown.replace("example.com", "example.com:443");
					it.tokenEndpoint = it.tokenEndpoint.replace("auth.", "AUTH.");
				}), is("accounts of the directory alone", (it) -> {
					it.allowLocalUser = false;
					it.directory = Directory.DOMAIN;
				}),
				is("an address other than the one it was opened by", (it) -> it.opened = "https://192.168.1.5:5001"),
				is("SSO by default", (it) -> it.setting = new SsoSetting(true)),
				is("a DSM without that setting", (it) -> it.setting = null),
				is("a redirect URI for signing out",
						(it) -> it.redirects = List.of(AllowedRedirect.exactly(NAS),
								new AllowedRedirect(true, "https://nas.example.com/out", true))),
				is("the text of an old release", (it) -> {
					it.release = new Version(2024, 2, 0);
					it.grantTypes = null;
					it.redirects = List.of(new AllowedRedirect(false, NAS, false));
				}),
				is("bindings of every kind",
						(it) -> it.bindings = List.of(group("g"), PolicyBinding.ofUser("app", 4, 1),
								new PolicyBinding("p", "app", null, null, "policy", 2, true, false),
								new PolicyBinding("n", "app", "h", null, null, 3, true, true),
								new PolicyBinding("d", "app", "i", null, null, 4, false, false))));
	}

	@ParameterizedTest(name = "{0}: {1}")
	@MethodSource("wrongValues")
	void whatIsWrongIsChangedAndSaysWhy(String finding, List<String> fields, Consumer<ExistingSetup> value) {
		Plan plan = planOf(value);
		assertThat(changedFields(plan)).containsExactlyElementsOf(fields);
		assertThat(reasons(plan)).contains("check." + finding);
		assertThat(plan.byHand()).isEmpty();
		assertThat(plan.blockers()).isEmpty();
	}

	static Stream<Arguments> wrongValues() {
		return Stream.of(mends("signature.no-key", "signing_key", (it) -> it.signingKey = null),
				mends("signature.other-key", "signing_key", (it) -> it.signingKey = "ec"),
				mends("encryption.encrypted", "encryption_key", (it) -> it.encryptionKey = "rsa"),
				mends("authorization-flow.nobody", "authorization_flow", (it) -> it.authorizationFlow = "strangers"),
				mends("client-type.public", "client_type", (it) -> it.confidential = false),
				mends("grant-type.missing", "grant_types", (it) -> it.grantTypes = List.of()),
				mends("grant-type.missing", "grant_types", (it) -> it.grantTypes = List.of("implicit")),
				mends("id-token-claims.left-out", "include_claims_in_id_token", (it) -> it.claimsInIdToken = false),
				mends("scopes.missing", "property_mappings", (it) -> it.without("m-profile")),
				mends("scopes.missing", "property_mappings", (it) -> it.without("m-openid")),
				mends("user-claim.not-sent-by-mapping", "property_mappings",
						(it) -> it.without("m-profile").withOwnMapping("profile", "nickname")),
				mends("redirect.none", "redirect_uris", (it) -> it.redirects = List.of()),
				mends("redirect.slash", "redirect_uris", (it) -> redirects(it, NAS + "/")),
				mends("redirect.fragment", "redirect_uris", (it) -> redirects(it, NAS + "/#/signin")),
				mends("redirect.other", "redirect_uris", (it) -> it.redirects = List.of(OTHER_NAS)),
				mends("well-known.differs", "oidc_wellknown", (it) -> it.wellKnown += "/"),
				mends("client-id.differs", "oidc_client_id", (it) -> it.clientId = "other-client"),
				mends("client-secret.refused", "oidc_client_secret", (it) -> it.secretInDsm = Secret.of("0ther")),
				mends("client-secret.empty", "oidc_client_secret", (it) -> it.secretInDsm = Secret.none()),
				mends("dsm-redirect.slash", "oidc_redirect_uri", (it) -> it.redirectInDsm = NAS + "/"),
				mends("dsm-redirect.empty", "oidc_redirect_uri", (it) -> it.redirectInDsm = ""),
				mends("dsm-scope.missing", "oidc_scope", (it) -> it.scope = "openid email"),
				mends("user-claim.empty", "oidc_user_claim", (it) -> it.claim = ""),
				mends("user-claim.not-sent", "oidc_user_claim", (it) -> it.claim = "upn"),
				mends("user-claim.names-nobody", "oidc_user_claim", (it) -> {
					it.claim = "email";
					it.gettingIn = 0;
					it.gettingInByUsername = 3;
				}), mends("account-type.nobody", "oidc_allow_local_user", (it) -> it.allowLocalUser = false),
				mends("endpoints.empty", "oidc_authorization_endpoint", (it) -> it.authorizationEndpoint = ""),
				mends("endpoints.differs", "oidc_token_endpoint", (it) -> it.tokenEndpoint = "https://old.example/"),
				mends("service.off", "sso_enable", (it) -> it.profile = new SsoProfile(false, "oidc")));
	}

	@Test
	void aBlankClientSecretIsReplacedOnBothSidesUnderTheSameClientId() {
		Plan plan = planOf((it) -> {
			it.secret = Secret.none();
			it.confidential = false;
		});
		assertThat(changedFields(plan)).containsExactly("client_type", "client_secret", "oidc_client_secret");
		assertThat(reasons(plan)).contains("check.client-secret.none-at-authentik");
	}

	@Test
	void aProviderThatIsToSignWithAKeyThatIsMadeIsGivenIt() {
		Plan plan = planOf((it) -> {
			it.signingKey = null;
			it.keys = List.of();
		});
		assertThat(plan.writes()).extracting((change) -> change.describe().object())
			.containsExactly("signing-key", "provider");
		assertThat(changedFields(plan)).contains("signing_key");
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("doubtfulValues")
	void whatIsDoubtfulIsOfferedAndChangedOnDemandOnly(Aspect aspect, String finding, List<String> fields,
			Consumer<ExistingSetup> value) {
		Plan untouched = planOf(value);
		assertThat(changedFields(untouched)).isEmpty();
		assertThat(untouched.offers()).extracting(Judgement::code).containsExactly("check." + finding);
		Plan accepted = planOf((it) -> {
			value.accept(it);
			it.accepted = Set.of(aspect);
		});
		assertThat(changedFields(accepted)).containsExactlyElementsOf(fields);
		assertThat(reasons(accepted)).containsOnly("check." + finding);
	}

	static Stream<Arguments> doubtfulValues() {
		List<String> redirects = List.of("redirect_uris");
		return Stream.of(offers(Aspect.REDIRECT, "redirect.pattern", redirects, (it) -> redirectPattern(it, NAS)),
				offers(Aspect.REDIRECT, "redirect.everything", redirects, (it) -> redirectPattern(it, ".*")),
				offers(Aspect.REDIRECT, "redirect.several", redirects,
						(it) -> it.redirects = List.of(AllowedRedirect.exactly(NAS), OTHER_NAS)),
				offers(Aspect.REDIRECT, "redirect.several", redirects, (it) -> redirects(it, NAS, NAS + "/#/signin")),
				offers(Aspect.CLIENT_SECRET, "client-secret.special-characters",
						List.of("client_secret", "oidc_client_secret"),
						(it) -> it.secret = it.secretInDsm = Secret.of("a&b c")));
	}

	@Test
	void whatIsAcceptedAlreadyIsStillOfferedSoThatItCanBeTakenBack() {
		Plan plan = planOf((it) -> {
			redirectPattern(it, NAS);
			it.accepted = Set.of(Aspect.REDIRECT);
		});
		assertThat(plan.offers()).hasSize(1);
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("risks")
	void whoeverLosesOrGainsSomethingIsNamed(String risk, List<String> names, Consumer<ExistingSetup> value) {
		List<Problem> risks = planOf(value).risks();
		assertThat(risks).extracting(Problem::code).contains("plan." + risk);
		assertThat(risks.stream().filter((problem) -> problem.code().equals("plan." + risk)))
			.allSatisfy((problem) -> assertThat(problem.arguments()).containsAll(names));
	}

	static Stream<Arguments> risks() {
		String other = OTHER_NAS.url();
		return Stream.of(risks("cuts-off", List.of("NAS sign-in", other), (it) -> {
			it.redirects = List.of(AllowedRedirect.exactly(NAS), OTHER_NAS);
			it.accepted = Set.of(Aspect.REDIRECT);
		}), risks("changes-client-of-others", List.of(other), (it) -> {
			it.redirects = List.of(AllowedRedirect.exactly(NAS), OTHER_NAS);
			it.confidential = false;
		}), risks("moves-address", List.of("https://old.example.com", NAS),
				(it) -> it.redirectInDsm = "https://old.example.com"),
				risks("changes-claim", List.of("upn", "preferred_username"), (it) -> it.claim = "upn"),
				risks("lets-local-accounts-in", List.of(), (it) -> it.allowLocalUser = false),
				risks("replaces-other-service", List.of("azure"), (it) -> it.profile = new SsoProfile(true, "azure")),
				risks("replaces-other-service",
						List.of("Family (https://idp.example/.well-known/openid-configuration)"), (it) -> {
							it.wellKnown = "https://idp.example/.well-known/openid-configuration";
							it.clientId = "other";
						}),
				risks("foreign-key", List.of("Family"), (it) -> it.clientId = "other"),
				risks("sso-is-default", List.of(), (it) -> {
					it.setting = new SsoSetting(true);
					it.claim = "";
				}), risks("adopts-application", List.of("nas"), (it) -> {
					it.hasProvider = false;
					it.applicationProvider = null;
				}), risks("replaces-hidden-secret", List.of("NAS sign-in"), (it) -> {
					it.release = new Version(2026, 11, 0);
					it.secret = Secret.none();
					it.clientId = "other";
				}), risks("rights-unseen", List.of("akadmin"), (it) -> {
					it.superuser = false;
					it.encryptionKey = "rsa";
				}));
	}

	@Test
	void anAuthentikThatMovedIsNoOtherService() {
		Plan plan = planOf((it) -> it.wellKnown = it.wellKnown.replace("auth.", "login."));
		assertThat(plan.risks()).isEmpty();
		assertThat(changedFields(plan)).containsExactly("oidc_wellknown");
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("blockers")
	void whatMakesAPlanImpossibleBlocksIt(String blocker, Consumer<ExistingSetup> value) {
		Plan plan = planOf(value);
		assertThat(plan.blockers()).extracting(Problem::code).containsExactly("plan." + blocker);
		assertThat(plan.canBeApplied()).isFalse();
	}

	static Stream<Arguments> blockers() {
		return Stream.of(is("provider-name-taken", (it) -> it.nameTaken = true),
				is("application-slug-taken", (it) -> it.applicationProvider = 8),
				is("application-slug-taken", PlannerTests::foreignApplicationWithoutProvider),
				is("no-authorization-flow", (it) -> {
					it.authorizationFlow = "";
					it.flows = List.of();
				}), is("no-invalidation-flow", (it) -> it.invalidationFlow = ""), is("no-scope-mapping", (it) -> {
					it.hasProvider = it.hasApplication = false;
					it.scopeMappings = it.scopeMappings.stream()
						.filter((mapping) -> !mapping.scopeName().equals("profile"))
						.toList();
				}));
	}

	private static void foreignApplicationWithoutProvider(ExistingSetup it) {
		it.hasProvider = false;
		it.applicationProvider = null;
		it.wellKnown = "";
	}

	@Test
	void anApplicationOfThisWizardThatLostItsProviderIsTakenUpWithoutAsking() {
		Plan plan = planOf((it) -> {
			foreignApplicationWithoutProvider(it);
			it.applicationPublisher = DesiredState.PUBLISHER;
		});
		assertThat(plan.blockers()).isEmpty();
		assertThat(plan.risks()).extracting(Problem::code).doesNotContain("plan.adopts-application");
	}

	@Test
	void whatNoPlanCanMendIsSaid() {
		Plan plan = planOf((it) -> {
			it.allowLocalUser = null;
			it.setting = null;
		});
		assertThat(changedFields(plan)).isEmpty();
		assertThat(plan.isFulfilled()).isFalse();
		assertThat(plan.byHand()).extracting(Judgement::code).containsExactly("check.account-type.old-dsm");
	}

	@Test
	void anAddressOfAnotherNasIsKeptWhereThisOneIsAdded() {
		Plan plan = planOf((it) -> it.redirects = List.of(OTHER_NAS));
		assertThat(plan.risks()).isEmpty();
		assertThat(after(plan, "redirect_uris")).isEqualTo(NAS + ", " + OTHER_NAS.url());
	}

	@Test
	void whatIsNewGetsTheRecommendedValues() {
		Plan plan = ExistingSetup.blank().plan();
		assertThat(after(plan, "grant_types")).isEqualTo("authorization_code");
		assertThat(after(plan, "property_mappings")).isEqualTo("email, openid, profile");
		assertThat(after(plan, "meta_publisher")).isEqualTo(DesiredState.PUBLISHER);
		assertThat(after(plan, "meta_description")).contains(NAS);
		assertThat(after(plan, "oidc_scope")).isEqualTo("openid profile email");
		assertThat(after(plan, "oidc_allow_local_user")).isEqualTo("true");
		assertThat(plan.byHand()).isEmpty();
		assertThat(plan.blockers()).isEmpty();
	}

	@Test
	void theOrderOfChangesNeverLeadsPeopleToWhatIsNotThere() {
		Plan plan = ExistingSetup.blank().plan();
		assertThat(plan.writes()).extracting((change) -> change.describe().object())
			.containsExactly("provider", "application", "oidc-sso", "sso-profile");
		Plan replacing = planOf((it) -> {
			it.setting = new SsoSetting(true);
			it.signingKey = null;
			it.keys = List.of();
			it.claim = "";
		});
		assertThat(replacing.writes()).extracting((change) -> change.describe().object())
			.containsExactly("sso-setting", "signing-key", "provider", "oidc-sso");
	}

	@Test
	void accessThatStaysIsShownAndAccessThatIsChosenIsChanged() {
		Plan plan = planOf((it) -> {
			it.bindings = List.of(group("g"), group("h"));
			it.access = new AccessRestriction(Set.of("g"), Set.of(4));
		});
		assertThat(plan.descriptions().stream().filter((description) -> description.object().equals("binding")))
			.extracting(ChangeDescription::name, ChangeDescription::operation)
			.containsExactly(tuple("NAS users", Operation.NONE), tuple("anna", Operation.CREATE),
					tuple("h", Operation.DELETE));
	}

	private static Plan planOf(Consumer<ExistingSetup> value) {
		ExistingSetup setup = ExistingSetup.wellSet();
		value.accept(setup);
		return setup.plan();
	}

	private static Stream<FieldChange> fields(Plan plan) {
		return plan.descriptions().stream().flatMap((description) -> description.fields().stream());
	}

	private static List<String> changedFields(Plan plan) {
		return plan.writes()
			.stream()
			.flatMap((change) -> change.describe().fields().stream())
			.filter(FieldChange::changed)
			.map(FieldChange::field)
			.toList();
	}

	private static List<String> reasons(Plan plan) {
		return fields(plan).filter((field) -> field.reason() != null).map((field) -> field.reason().code()).toList();
	}

	private static String after(Plan plan, String field) {
		return fields(plan).filter((change) -> change.field().equals(field))
			.map(FieldChange::after)
			.findFirst()
			.orElseThrow();
	}

	private static PolicyBinding group(String pk) {
		return new PolicyBinding("b-" + pk, "app", pk, null, null, 0, true, false);
	}

	private static void redirects(ExistingSetup it, String... urls) {
		it.redirects = Stream.of(urls).map(AllowedRedirect::exactly).toList();
	}

	private static void redirectPattern(ExistingSetup it, String pattern) {
		it.redirects = List.of(new AllowedRedirect(false, pattern, false));
	}

	private static Arguments is(String what, Consumer<ExistingSetup> value) {
		return Arguments.of(what, value);
	}

	private static Arguments mends(String finding, String field, Consumer<ExistingSetup> value) {
		return Arguments.of(finding, List.of(field), value);
	}

	private static Arguments offers(Aspect aspect, String finding, List<String> fields, Consumer<ExistingSetup> value) {
		return Arguments.of(aspect, finding, fields, value);
	}

	private static Arguments risks(String risk, List<String> names, Consumer<ExistingSetup> value) {
		return Arguments.of(risk, names, value);
	}

}
