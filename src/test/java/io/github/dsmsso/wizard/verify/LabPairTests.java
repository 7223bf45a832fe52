package io.github.dsmsso.wizard.verify;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.store.StageKind;
import io.github.dsmsso.lab.authentik.world.AuthentikWorld;
import io.github.dsmsso.lab.http.Gateway;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.SignInProof.Stage;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.context.annotation.AnnotationConfigApplicationContext;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.junit.jupiter.params.provider.Arguments.arguments;

/** The verification against the laboratory's two servers, through the wizard's beans. */
class LabPairTests {

	private static final AnnotationConfigApplicationContext BEANS = new AnnotationConfigApplicationContext();

	@BeforeAll
	static void openTheBeans() {
		open(BEANS);
	}

	/** The clients and the verification of the wizard, and nothing else of it. */
	static void open(AnnotationConfigApplicationContext beans) {
		beans.registerBean(Clock.class, Clock::systemUTC);
		beans.registerBean(SecureRandom.class, () -> new SecureRandom());
		beans.scan(Stream.of("http", "dsm", "authentik", "oidc", "verify", "texts")
			.map((name) -> "io.github.dsmsso.wizard." + name)
			.toArray(String[]::new));
		beans.refresh();
	}

	@AfterAll
	static void closeTheBeans() {
		BEANS.close();
	}

	@ParameterizedTest
	@ValueSource(strings = { "2024.8.4", "2024.12", "2025.12", "2026.8" })
	void wellSetPairPassesWhateverTheReleaseOfAuthentik(String release) {
		try (LabPair pair = LabPair.connected(BEANS, release)) {
			CheckReport report = verified(pair);
			assertThat(report.results()).filteredOn((result) -> result.verdict() != Verdict.PASS).isEmpty();
			assertThat(report.holds()).isTrue();
		}
	}

	@Test
	void oldestReleaseDoesNotSayWhetherPeopleMayRenameThemselves() {
		try (LabPair pair = LabPair.connected(BEANS, "2023.10")) {
			assertThat(verified(pair).results()).filteredOn((result) -> result.verdict() != Verdict.PASS)
				.extracting(CheckResult::findingCode)
				.containsExactly("check.renaming.not-shown-username");
		}
	}

	@ParameterizedTest(name = "{0} {1}")
	@MethodSource("faults")
	void eachFaultIsNamedByOneCheckAlone(String check, String finding, Consumer<LabPair> fault) {
		try (LabPair pair = LabPair.connected(BEANS)) {
			fault.accept(pair);
			CheckReport report = verified(pair);
			assertThat(report.with(Verdict.FAIL)).extracting(CheckResult::check, CheckResult::finding)
				.containsExactly(tuple(check, finding));
			assertThat(report.with(Verdict.WARN)).isEmpty();
			assertThat(report.results()).allSatisfy(Words::areWritten);
		}
	}

	static Stream<Arguments> faults() {
		return Stream.of(fault("client-secret", "refused", (pair) -> pair.inDsm("oidc_client_secret", "0ther")),
				fault("client-secret", "refused", (pair) -> pair.provider("client_secret", "0ther")),
				fault("client-id", "differs", (pair) -> pair.inDsm("oidc_client_id", "client-of-old")),
				fault("signature", "other-key", (pair) -> pair.provider("signing_key", pair.key("EC key"))),
				fault("encryption", "encrypted",
						(pair) -> pair.provider("encryption_key", pair.key("authentik Self-signed Certificate"))),
				fault("authorization-flow", "denies",
						(pair) -> pair.authentik().world().asksForMore(StageKind.DENY, "deny_message", "")),
				fault("authorization-flow", "nobody",
						(pair) -> pair.authentik().world().admitsToTheFlow("require_unauthenticated")),
				fault("redirect", "slash", (pair) -> redirect(pair, pair.dsmAddress() + "/")),
				fault("redirect", "other", (pair) -> redirect(pair, "https://else.example")),
				fault("redirect", "none", (pair) -> pair.provider("redirect_uris", List.of())),
				fault("dsm-redirect", "fragment",
						(pair) -> pair.inDsm("oidc_redirect_uri", pair.dsmAddress() + "/#/signin")),
				fault("service", "off", (pair) -> pair.nas().sso().profile("oidc", false)),
				fault("service", "other-profile", (pair) -> pair.nas().sso().profile("azure", true)),
				fault("grant-type", "missing", (pair) -> pair.provider("grant_types", List.of())),
				fault("grant-type", "missing", (pair) -> pair.provider("grant_types", List.of("implicit"))),
				fault("endpoints", "empty", (pair) -> pair.inDsm("oidc_token_endpoint", "")),
				fault("endpoints", "empty", (pair) -> pair.inDsm("oidc_authorization_endpoint", "")),
				fault("well-known", "differs",
						(pair) -> pair.inDsm("oidc_wellknown",
								pair.authentikAddress() + "/application/o/nas-old/.well-known/openid-configuration")),
				fault("user-claim", "not-sent", (pair) -> pair.inDsm("oidc_user_claim", "upn")),
				fault("dsm-scope", "missing", (pair) -> pair.inDsm("oidc_scope", "openid")),
				fault("scopes", "missing", (pair) -> pair.provider("property_mappings", List.of())),
				fault("client-type", "public", (pair) -> pair.provider("client_type", "public")),
				fault("account-type", "nobody", (pair) -> pair.inDsm("oidc_allow_local_user", false)),
				fault("sso-button", "cannot-reach-itself", LabPair::nasIsCutOff), fault("application", "missing",
						(pair) -> pair.authentik().world().somebodyDeletesTheApplication(LabPair.SLUG)));
	}

	static Stream<UnaryOperator<AuthentikWorld>> pagesThatCutTheOpener() {
		return Stream.of(AuthentikWorld::cutsTheOpener, AuthentikWorld::cutsTheOpenerOnFlowPages);
	}

	/** The pair's sign-in is taken for proven everywhere else. */
	@ParameterizedTest
	@MethodSource("pagesThatCutTheOpener")
	void pagesThatCutTheOpenerAreNamedAlone(UnaryOperator<AuthentikWorld> cutting) {
		try (LabPair pair = LabPair.connected(BEANS)) {
			cutting.apply(pair.authentik().world());
			CheckReport report = BEANS.getBean(Verifier.class).verify(pair.untriedSubject());
			assertThat(report.with(Verdict.FAIL)).extracting(CheckResult::findingCode)
				.containsExactly("check.sign-in-window.cut-off");
		}
	}

	static Stream<Arguments> stages() {
		return Stream.of(arguments("consent", StageKind.CONSENT, "mode", "always_require"),
				arguments("denies-without-device", StageKind.AUTHENTICATOR, "not_configured_action", "deny"));
	}

	@ParameterizedTest
	@MethodSource("stages")
	void aStageThatPeopleMayNotWantIsAWarningAlone(String finding, StageKind kind, String field, String value) {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.authentik().world().asksForMore(kind, field, value);
			assertThat(verified(pair).findings()).extracting((found) -> found.result().findingCode())
				.containsExactly("check.authorization-flow." + finding);
		}
	}

	@Test
	void consentThatIsRememberedIsNoFinding() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.authentik().world().asksForMore(StageKind.CONSENT, "mode", "expiring");
			assertThat(verified(pair).findings()).isEmpty();
		}
	}

	/** Whatever it is, DSM cannot pass it; all the rest only follows. */
	@ParameterizedTest
	@CsvSource({ "FORWARD_AUTH, SIGN_IN", "PASSWORD, PASSWORD", "CHALLENGE, CHALLENGE", "CHALLENGE_429, CHALLENGE",
			"CLIENT_CERTIFICATE, CLIENT_CERTIFICATE", "BLOCK, BLOCK" })
	void gateInFrontOfAuthentikIsNamedAlone(Gateway gateway, Gate.Kind kind) {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.authentik().world().hasInFront(gateway);
			assertThat(verified(pair).findings()).singleElement()
				.extracting(Finding::result)
				.satisfies((result) -> assertThat(result.findingCode()).isEqualTo("check.gate.document"))
				.satisfies((result) -> assertThat(result.cause().code()).isEqualTo(gateCode(kind)));
		}
	}

	@ParameterizedTest
	@CsvSource({ "FORWARD_AUTH, SIGN_IN", "PASSWORD, PASSWORD", "CHALLENGE, CHALLENGE", "CHALLENGE_429, CHALLENGE",
			"CLIENT_CERTIFICATE, CLIENT_CERTIFICATE", "BLOCK, BLOCK" })
	void gateInFrontOfDsmsPageIsAWarningAlone(Gateway gateway, Gate.Kind kind) {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.nas().hasInFront(gateway);
			assertThat(verified(pair).findings()).singleElement()
				.extracting(Finding::result)
				.satisfies((result) -> assertThat(result.findingCode()).isEqualTo("check.sso-button.gate"))
				.satisfies((result) -> assertThat(result.cause().code()).isEqualTo(gateCode(kind)));
		}
	}

	private static String gateCode(Gate.Kind kind) {
		return "network.gate-" + kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

	@Test
	void keyThatExpiresSoonIsNamedAlone() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.authentik().world().keyRing().expiresIn(30);
			assertThat(verified(pair).findings()).extracting((finding) -> finding.result().findingCode())
				.containsExactly("check.key-expiry.soon");
		}
	}

	@Test
	void clocksThatDifferAreNamedAlone() {
		try (LabPair pair = LabPair.withClockAhead(BEANS, Duration.ofSeconds(300))) {
			CheckReport report = verified(pair);
			assertThat(report.with(Verdict.FAIL)).extracting(CheckResult::finding).containsExactly("far-ahead");
			assertThat(report.worst()).isEqualTo(Verdict.FAIL);
		}
	}

	@Test
	void peopleWithoutAnAccountAreNamedAlone() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.nas().without("carla");
			CheckReport report = verified(pair);
			assertThat(report.with(Verdict.WARN)).extracting(CheckResult::check).containsExactly("people");
			assertThat(report.of("people").orElseThrow().evidence())
				.contains(new Evidence("people.WILL_GET_IN", "anna"), new Evidence("people.NO_DSM_ACCOUNT", "carla"));
			assertThat(report.holds()).isTrue();
		}
	}

	/** Everything that the page about people says of access is what the checks say. */
	@Test
	void bindingsThatMustAllHoldAreForAuthentikToRun() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.authentik().world().people().groupComes("Night shift", false);
			pair.authentik().world().people().userJoins("anna", "Night shift");
			pair.binds("Night shift", false).wantsAllBindings();
			CheckReport report = verified(pair);
			assertThat(report.of("access").orElseThrow().findingCode()).isEqualTo("check.access.policy");
			assertThat(report.of("access").orElseThrow().evidence())
				.containsExactly(new Evidence("asked-allowed", "anna"), new Evidence("asked-refused", "carla"));
			assertThat(report.of("people").orElseThrow().evidence())
				.contains(new Evidence("people.WILL_GET_IN", "anna"))
				.contains(new Evidence("people.NOT_ALLOWED_BY_AUTHENTIK", "carla"));
		}
	}

	@Test
	void applicationThatIsClosedByDefaultIsNamedAlone() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.authentik().world().closesApplicationsWithoutBindings();
			pair.unbinds();
			assertThat(verified(pair).with(Verdict.FAIL)).extracting(CheckResult::findingCode)
				.containsExactly("check.access.closed");
		}
	}

	@Test
	void claimOfOnesOwnIsJudgedByWhatItHolds() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.authentik().world().people().userHasAttribute("anna", "nas", "carla");
			pair.authentik().world().people().userHasAttribute("carla", "nas", "nobody");
			pair.editsProfile("return {\"preferred_username\": request.user.attributes.get(\"nas\")}");
			assertThat(verified(pair).of("people").orElseThrow().evidence())
				.contains(new Evidence("people.WILL_GET_IN", "anna"), new Evidence("people.NO_DSM_ACCOUNT", "carla"));
		}
	}

	@Test
	void proxyThatHidesHttpsIsNamedFirst() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.authentik().world().standsBehindAnUntrustedProxy();
			assertThat(verified(pair).with(Verdict.FAIL).get(0).findingCode()).isEqualTo("check.issuer.not-https");
		}
	}

	@Test
	void verificationLearnsAProviderWithoutRedirectUrisNothing() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.provider("redirect_uris", List.of());
			Map<String, ?> before = pair.authentik().world().inventory();
			verified(pair);
			assertThat(pair.authentik().world().inventory()).isEqualTo(before);
		}
	}

	@Test
	void verificationChangesNothingOnEitherSide() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			Map<String, ?> atAuthentik = pair.authentik().world().inventory();
			Map<String, ?> inDsm = pair.nas().sso().oidc();
			int events = pair.authentik().world().eventsSoFar().size();
			verified(pair);
			assertThat(pair.authentik().world().inventory()).isEqualTo(atAuthentik);
			assertThat(pair.nas().sso().oidc()).isEqualTo(inDsm);
			assertThat(pair.authentik().world().eventsSoFar()).hasSize(events);
		}
	}

	/** Nobody has to be asked about by that claim, and everybody by the user name. */
	@Test
	void claimThatNamesNobodyIsWrongAlsoWhereAuthentikIsAskedWhoMay() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.authentik().world().people().groupComes("Night shift", false);
			CheckReport report = verified(pair.unbinds().binds("Night shift", true).inDsm("oidc_user_claim", "email"));
			assertThat(report.with(Verdict.FAIL)).extracting(CheckResult::findingCode)
				.contains("check.user-claim.names-nobody");
		}
	}

	@Test
	void signInIsFollowedFromNobodyToTheSessionInDsm() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			SignInWatch watch = BEANS.getBean(SignInWatch.class);
			WatchedSignIn watched = watch.start(pair.subject());
			assertThat(watch.look(pair.subject(), watched).stage()).isEqualTo(Stage.NOBODY_YET);
			pair.codeFor("anna");
			assertThat(watch.look(pair.subject(), watched).stage()).isEqualTo(Stage.LET_IN_BY_AUTHENTIK);
			pair.signsIn("anna");
			SignInProof proof = watch.look(pair.subject(), watched);
			assertThat(proof.stage()).isEqualTo(Stage.SIGNED_IN);
			assertThat(proof.usernames()).containsExactly("anna");
		}
	}

	@Test
	void sessionFromBeforeTheWatchIsNoProof() {
		try (LabPair pair = LabPair.connected(BEANS)) {
			pair.signsIn("anna");
			SignInWatch watch = BEANS.getBean(SignInWatch.class);
			WatchedSignIn watched = watch.start(pair.subject());
			pair.codeFor("anna");
			assertThat(watch.look(pair.subject(), watched).stage()).isEqualTo(Stage.LET_IN_BY_AUTHENTIK);
		}
	}

	private static CheckReport verified(LabPair pair) {
		return BEANS.getBean(Verifier.class).verify(pair.subject());
	}

	private static Arguments fault(String check, String finding, Consumer<LabPair> fault) {
		return Arguments.of(check, finding, fault);
	}

	private static void redirect(LabPair pair, String url) {
		pair.provider("redirect_uris",
				List.of(Map.of("matching_mode", "strict", "url", url, "redirect_uri_type", "authorization")));
	}

}
