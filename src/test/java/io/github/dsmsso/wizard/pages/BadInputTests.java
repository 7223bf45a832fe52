package io.github.dsmsso.wizard.pages;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.faults.Fault;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.wizard.WizardPages;
import io.github.dsmsso.wizard.http.PlainSpokenPort;
import org.htmlunit.html.HtmlPage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.MessageSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Bad input of every kind, given through the pages by a person whose browser runs no
 * scripts: each ends in a page that says what happened and what to do, keeps what was
 * typed except secrets, and has changed nothing.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT,
		properties = { "wizard.access.setup-code=false", "wizard.http.connect-timeout=4s", "wizard.http.deadline=8s" })
class BadInputTests {

	private static final String WRONG = "not-the-right-secret";

	@LocalServerPort
	private int port;

	@Autowired
	private MessageSource messages;

	private Lab lab;

	private WizardPages wizard;

	private Map<String, ?> authentik;

	private Map<String, Object> dsm;

	@BeforeEach
	void open() {
		use(DsmVersion.DSM_7_2_2);
		this.wizard = new WizardPages(this.port);
	}

	private void use(DsmVersion version) {
		this.lab = Lab.start(version, AuthentikVersion.of("2026.5"));
		remember();
	}

	private void remember() {
		this.authentik = this.lab.authentik().world().inventory();
		this.dsm = this.lab.nas().sso().oidc();
	}

	@AfterEach
	void nothingHasChangedAndNoSecretIsShown() {
		assertThat(this.lab.authentik().world().inventory()).isEqualTo(this.authentik);
		assertThat(this.lab.nas().sso().oidc()).isEqualTo(this.dsm);
		assertThat(this.wizard.source()).doesNotContain(DemoNas.PASSWORD, DemoAuthentik.API_TOKEN, WRONG, "??");
		this.wizard.close();
		this.lab.close();
	}

	@Test
	void aNameThatDoesNotResolve() {
		this.wizard.givesTheNasAddress("https://nas.invalid:5001");
		assertThatItSays("network.name-not-found");
		assertThat(this.wizard.valueOf("address")).isEqualTo("https://nas.invalid:5001");
	}

	@Test
	void aClosedPort() throws IOException {
		this.wizard.givesTheNasAddress("https://localhost:" + closedPort());
		assertThatItSays("network.refused");
	}

	@Test
	void aPortThatNeverAnswers() throws IOException {
		try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
			this.wizard.givesTheNasAddress("https://localhost:" + silent.getLocalPort());
			assertThatItSays("network.unreachable");
		}
	}

	@Test
	void anotherServerInThePlaceOfDsm() {
		this.wizard.givesTheNasAddress(this.lab.authentikAddress()).trustsTheCertificate();
		assertThat(this.wizard.heading()).isEqualTo("Your NAS");
		assertThat(this.wizard.text()).containsAnyOf(say("problem.dsm.not-dsm.what", this.lab.authentikAddress()),
				say("problem.network.something-else.what", this.lab.authentikAddress()));
		assertThat(this.wizard.valueOf("address")).isEqualTo(this.lab.authentikAddress());
	}

	@Test
	void anotherServerInThePlaceOfAuthentik() {
		this.wizard.signsInTo(this.lab).givesTheAuthentikAddress(this.lab.dsmAddress()).trustsTheCertificate();
		assertThatItSays("authentik.not-authentik", this.lab.dsmAddress());
		assertThat(this.wizard.valueOf("address")).isEqualTo(this.lab.dsmAddress());
	}

	@Test
	void aServerThatSpeaksPlainHttpOnly() throws IOException {
		try (PlainSpokenPort plain = new PlainSpokenPort()) {
			this.wizard.givesTheNasAddress("https://localhost:" + plain.number());
			assertThat(this.wizard.text()).contains(what("network.not-tls", "localhost", plain.number()));
		}
	}

	@Test
	void aPlainHttpAddressIsMendedWithOneClick() {
		this.wizard.givesTheNasAddress("http://nas.example.com:5000");
		assertThat(this.wizard.text()).contains("https://nas.example.com:5001");
		assertThat(this.wizard.valueOf("address")).isEqualTo("http://nas.example.com:5000");
	}

	@Test
	void aCertificateForAnotherNameIsShownInFull() {
		this.wizard.givesTheNasAddress(this.lab.dsmAddress());
		assertThat(this.wizard.heading()).isEqualTo("Do you trust the certificate of your NAS?");
		assertThat(this.wizard.text()).contains(this.lab.dsm().server().certificate().fingerprint(),
				say("certificate.other-name"));
		assertThat(this.lab.dsm().simulator().arrived()).isEmpty();
	}

	@Test
	void aCertificateThatHasChangedSinceItWasShown() {
		this.wizard.givesTheNasAddress(this.lab.dsmAddress());
		this.lab.dsm().server().present(LabCertificate.selfSigned("synology"));

		this.wizard.trustsTheCertificate();

		assertThat(this.wizard.text()).contains(what("network.certificate-changed", "localhost", 0));
		assertThat(this.wizard.valueOf("address")).isEqualTo(this.lab.dsmAddress());
		assertThat(this.lab.dsm().simulator().arrived()).isEmpty();
	}

	@Test
	void aWrongPasswordKeepsTheAccountAndTheFourthIsNotSent() {
		this.wizard.reachesTheNasOf(this.lab);
		for (int attempt = 0; attempt < 3; attempt++) {
			this.wizard.signsIn(DemoNas.ADMINISTRATOR, WRONG);
			assertThatItSays("dsm.wrong-password");
			assertThat(this.wizard.text())
				.contains(List.of("2 attempts left", "1 attempt left", "No attempts left").get(attempt));
			assertThat(this.wizard.valueOf("account")).isEqualTo(DemoNas.ADMINISTRATOR);
			assertThat(this.wizard.valueOf("password")).isEmpty();
		}
		this.lab.dsm().simulator().forgetArrivals();
		this.wizard.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
		assertThat(this.wizard.text()).contains(say("problem.form.too-many-sign-ins.what"));
		assertThat(this.lab.dsm().simulator().arrived()).isEmpty();
	}

	@Test
	void aCodeThatDsmRefusesIsBlamedOnItsClockWhereThatIsWrong() {
		this.lab.nas().clockIsAheadBy(Duration.ofMinutes(4));
		this.wizard.reachesTheNasOf(this.lab).signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD);
		assertThat(this.wizard.heading()).isEqualTo("One-time code");
		this.wizard.givesTheCode(this.lab.nas().account(DemoNas.OTP_ADMINISTRATOR).currentCode(Instant.now()));
		assertThat(this.wizard.heading()).isEqualTo("One-time code");
		assertThat(this.wizard.text()).contains("the clock of the NAS is").contains("seconds ahead");
	}

	@Test
	void aMissingAccountOrPasswordIsNotSent() {
		this.wizard.reachesTheNasOf(this.lab);
		this.lab.dsm().simulator().forgetArrivals();
		this.wizard.signsIn("", DemoNas.PASSWORD);
		assertThatItSays("form.account-missing");
		this.wizard.signsIn("anna", "");
		assertThatItSays("form.password-missing");
		assertThat(this.lab.dsm().simulator().arrived()).isEmpty();
	}

	@Test
	void aCodeThatIsMissingWrongOrUsed() {
		this.wizard.reachesTheNasOf(this.lab).signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD);
		this.wizard.givesTheCode("");
		assertThatItSays("form.code-missing");
		this.wizard.givesTheCode("000000");
		assertThatItSays("dsm.wrong-code");

		String code = this.lab.nas().account(DemoNas.OTP_ADMINISTRATOR).currentCode(this.lab.nas().clock().instant());
		this.wizard.givesTheCode(code);
		assertThat(this.wizard.heading()).isEqualTo("Your authentik");

		this.wizard.goesTo("/nas/sign-in").signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD).givesTheCode(code);
		assertThatItSays("form.code-sent-before");
		assertThat(this.wizard.heading()).isEqualTo("One-time code");
	}

	@Test
	void afterARefusalThatNoCodeMendsThePasswordIsNotKept() {
		this.wizard.reachesTheNasOf(this.lab).signsIn(DemoNas.OTP_ADMINISTRATOR, DemoNas.PASSWORD);
		String code = this.lab.nas().account(DemoNas.OTP_ADMINISTRATOR).currentCode(this.lab.nas().clock().instant());
		this.lab.nas().account(DemoNas.OTP_ADMINISTRATOR).disabled();

		this.wizard.givesTheCode(code);
		assertThat(this.wizard.goesTo("/nas/code").heading()).isEqualTo("Sign in to your NAS");
	}

	@Test
	void anAddressThatDsmHasBlocked() {
		for (int attempt = 0; attempt < 20; attempt++) {
			this.lab.dsm()
				.simulator()
				.handle(LabRequest.of("GET",
						"/webapi/entry.cgi?api=SYNO.API.Auth&version=7&method=login" + "&account=anna&passwd=wrong",
						Map.of(), new byte[0]));
		}
		this.wizard.reachesTheNasOf(this.lab).signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
		assertThatItSays("dsm.blocked");
	}

	@Test
	void anAccountThatDoesNotAdministerTheNas() {
		this.wizard.reachesTheNasOf(this.lab).signsIn("carla", DemoNas.PASSWORD);
		assertThat(this.wizard.heading()).isEqualTo("Sign in to your NAS");
		assertThat(this.wizard.text()).containsAnyOf(say("problem.dsm.not-administrator.what"),
				say("problem.dsm.not-permitted.what"));
		assertThat(this.lab.nas().sessions().count()).isZero();
	}

	@Test
	void aDsmWithoutOpenIdConnectIsToldBeforeAnyPasswordIsAskedFor() {
		this.lab.close();
		use(DsmVersion.DSM_7_0_1);
		this.wizard.reachesTheNasOf(this.lab);
		assertThatItSays("nas.no-oidc-client", this.lab.dsmAddress());
		assertThat(this.wizard.heading()).isEqualTo("Your NAS");
	}

	@Test
	void aDsmThatLetsNoLocalAccountInSaysSoBeforeAuthentikIsAskedFor() {
		this.lab.close();
		use(DsmVersion.DSM_7_1_1);
		this.lab.nas().directory().joinedDomain("corp.example");
		this.wizard.signsInTo(this.lab);
		assertThat(this.wizard.text()).contains(say("nas.no-local-accounts"));
	}

	@Test
	void aDsmThatCouldLetNobodyInSaysSoBeforeAuthentikIsAskedFor() {
		this.lab.close();
		use(DsmVersion.DSM_7_1_1);
		this.wizard.signsInTo(this.lab);
		assertThatItSays("nas.nobody-could-sign-in");
		assertThat(this.lab.nas().sessions().count()).isZero();
	}

	@ParameterizedTest
	@CsvSource({ WRONG, DemoAuthentik.EXPIRED_TOKEN, DemoAuthentik.APP_PASSWORD })
	void aTokenThatIsWrongExpiredOrOfTheWrongKind(String token) {
		this.wizard.reachesBothOf(this.lab).givesTheToken(token);
		assertThatItSays("authentik.token-invalid");
		assertThat(this.wizard.valueOf("token")).isEmpty();
		assertThat(this.wizard.source()).doesNotContain(token);
	}

	@Test
	void aTokenThatLacksRightsIsToldWhich() {
		this.wizard.reachesBothOf(this.lab).givesTheToken(DemoAuthentik.LIMITED_TOKEN);
		assertThat(this.wizard.text()).contains("authentik_policies.view_policybinding", "authentik_core.view_user");
	}

	@Test
	void anAuthentikWithoutAnRsaKeyIsAskedAbout() {
		this.lab.authentik().world().keyRing().hasOnlyAnEcKey();
		remember();
		this.wizard.connects(this.lab);
		assertThat(this.wizard.text()).contains(say("people.key.missing"), say("people.key.new"));
	}

	@Test
	void aTokenThatMayNotCreateTheRsaKeyThatIsMissing() {
		this.lab.authentik().world().keyRing().hasOnlyAnEcKey();
		this.lab.authentik()
			.world()
			.people()
			.userMay("wizard", "authentik_flows.view_flow", "authentik_crypto.view_certificatekeypair",
					"authentik_providers_oauth2.view_scopemapping", "authentik_providers_oauth2.view_oauth2provider",
					"authentik_core.view_application", "authentik_providers_oauth2.add_oauth2provider",
					"authentik_core.add_application", "authentik_policies.view_policybinding",
					"authentik_core.view_user", "authentik_core.view_group", "authentik_events.view_event");
		remember();
		this.wizard.reachesBothOf(this.lab)
			.givesTheToken(DemoAuthentik.LIMITED_TOKEN)
			.tick("signingKey", "new")
			.makesThePlan()
			.ticksEveryRisk()
			.confirms();
		this.wizard.awaitsTheEndOfTheRun();
		assertThat(this.wizard.heading()).isEqualTo("All changes undone");
		assertThat(this.wizard.text()).contains("authentik_crypto.add_certificatekeypair");
	}

	@Test
	void aSlugThatIsTakenBySomethingElse() {
		this.lab.authentik()
			.handle(asAdministrator("/core/applications/", "{\"name\":\"Photos\",\"slug\":\"photos\"}"));
		remember();
		this.wizard.connects(this.lab).type("applicationSlug", "photos").makesThePlan();
		assertThat(this.wizard.text()).contains(say("problem.plan.application-slug-taken.what", "photos"),
				say("problem.plan.application-slug-taken.action", "photos"));
		assertThat(this.wizard.source()).doesNotContain("Create the application and configure DSM");
	}

	@Test
	void aProviderNameThatIsTakenBySomethingElse() {
		this.lab.authentik().world().hasASamlProvider("synology");
		remember();
		this.wizard.connects(this.lab);
		assertThat(this.wizard.valueOf("providerName")).isEqualTo("synology-2");
		this.wizard.type("providerName", "synology").makesThePlan();
		assertThat(this.wizard.text()).contains(say("problem.plan.provider-name-taken.what", "synology"),
				say("problem.plan.provider-name-taken.action", "synology"));
		assertThat(this.wizard.source()).doesNotContain("Create the application and configure DSM");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|',
			value = { "https://nas.example.com/dsm/#/signin|address.below-path",
					"https://nas.example.com/%2e%2e|address.path", "https://[fe80::1%eth0]:5001|address.link-local",
					"nаs.example.com|address.not-ascii", "https://my-nas.quickconnect.to|address.quickconnect",
					"https://admin@nas.example.com|address.user-name", "nas.example.com:99999|address.port",
					"''|address.empty" })
	void anAddressThatPeopleDoNotUseForDsm(String typed, String problem) {
		this.wizard.givesTheNasAddress(typed);
		assertThatItSays(problem, typed.replaceFirst("(https://[^/]*).*", "$1"));
		assertThat(this.wizard.valueOf("address")).isEqualTo(typed);
	}

	@Test
	void theAddressOfAnApplicationIsNotDsms() {
		this.wizard.givesTheNasAddress("https://nas.example.com/photo");
		assertThat(this.wizard.text()).contains(
				say("problem.address.portal.what", "https://nas.example.com", "/photo/"),
				say("problem.address.portal.action", "https://nas.example.com", "/photo/"));
	}

	@Test
	void whatWasMadeOfAPastedAddressIsShownBeforeItIsUsed() {
		this.wizard.givesTheNasAddress(this.lab.dsmAddress().replace("localhost", "LOCALHOST") + "/#/signin");
		assertThat(this.wizard.heading()).isEqualTo("Do you trust the certificate of your NAS?");
		assertThat(this.wizard.text()).contains(say("certificate.page.lead.nas", this.lab.dsmAddress()));
		this.wizard.trustsTheCertificate();
		assertThat(this.wizard.heading()).isEqualTo("Sign in to your NAS");
		assertThat(this.wizard.text()).contains(this.lab.dsmAddress()).doesNotContain("#/signin");
	}

	@Test
	void aNameInLettersOfAnotherLanguageIsShownInBothForms() {
		this.wizard.givesTheNasAddress("https://bücher.invalid:5001/#/signin");
		assertThat(this.wizard.text()).contains("bücher.invalid (xn--bcher-kva.invalid)");
		assertThat(this.wizard.valueOf("address")).isEqualTo("https://bücher.invalid:5001/#/signin");
	}

	@Test
	void aDsmBelowAPathIsNotSentInACircle() {
		LabHandler proxy = (request) -> request.path().startsWith("/dsm/") ? this.lab.dsm().simulator().handle(request)
				: LabResponse.redirect("/dsm/");
		try (LabServer server = LabServer.https(proxy, LabCertificate.selfSigned("synology"), 0)) {
			String address = "https://localhost:" + server.port();
			this.wizard.givesTheNasAddress(address + "/dsm");
			assertThat(this.wizard.text()).contains(say("problem.address.below-path.what", address, "/dsm/"),
					say("problem.address.below-path.action", address, "/dsm/"));
			this.wizard.givesTheNasAddress(address).trustsTheCertificate();
			assertThat(this.wizard.text()).contains(say("problem.dsm.below-path.what", address, "/dsm/"),
					say("problem.dsm.below-path.action"));
			assertThat(this.wizard.text()).doesNotContain(say("problem.dsm.redirected.action", address, address));
		}
	}

	@Test
	void aSignInPortalInFrontOfDsmIsNotNamedAsTheNas() {
		LabHandler portal = (request) -> LabResponse.redirect("https://login.example.org/?rd=https%3A%2F%2Fnas%2F");
		try (LabServer server = LabServer.https(portal, LabCertificate.selfSigned("synology"), 0)) {
			this.wizard.givesTheNasAddress("https://localhost:" + server.port()).trustsTheCertificate();
			assertThatItSays("dsm.sign-in-in-front");
			assertThat(this.wizard.text()).contains("https://login.example.org")
				.doesNotContain(say("problem.dsm.redirected.action", "", "https://login.example.org"));
		}
	}

	@Test
	void aTokenThatWasCopiedWithItsHeaderIsTaken() {
		this.wizard.reachesBothOf(this.lab).givesTheToken("Authorization: Bearer \"" + DemoAuthentik.API_TOKEN + "\"");
		assertThat(this.wizard.heading()).isEqualTo("People and access");
	}

	@Test
	void aRedirectAddressWithAPath() {
		this.wizard.connects(this.lab).type("redirect", "https://nas.example.com/dsm/").makesThePlan();
		assertThatItSays("address.below-path", "https://nas.example.com", "/dsm/");
		assertThat(this.wizard.valueOf("redirect")).isEqualTo("https://nas.example.com/dsm/");
	}

	@Test
	void aRedirectAddressThatWasCopiedFromTheSignInPageIsReducedToTheAddress() {
		this.wizard.connects(this.lab).type("redirect", "https://NAS.example.com/#/signin").makesThePlan();
		assertThat(this.wizard.text()).contains("https://nas.example.com").doesNotContain("#/signin");
		assertThat(this.wizard.heading()).isNotEqualTo("People and access");
	}

	@Test
	void aServerThatAnswersNonsense() {
		meets((request) -> LabResponse.of(200, "application/json", "{\"data\":"), "network.unreadable");
	}

	@Test
	void aServerThatAnswersTooMuch() {
		meets((request) -> LabResponse.of(200, "application/json", "x".repeat(3_000_000)), "network.too-large");
	}

	@Test
	void aServerThatAnswersTooSlowly() {
		meets((request) -> LabResponse.of(200, "application/json", "{\"data\":\"" + "x".repeat(200) + "\"}")
			.delivered(LabResponse.Delivery.TRICKLED), "network.too-slow");
	}

	@Test
	void aPlanThatWasMadeAnewInAnotherTab() {
		HtmlPage old = this.wizard.connects(this.lab).makesThePlan().page();
		this.lab.nas().sso().configure(Map.of("oidc_name", "Somebody was here"));
		remember();
		this.wizard.goesTo("/review").returnsTo(old).confirms();
		assertThatItSays("form.plan-outdated");
	}

	@Test
	void anAdministratorWhoChangesSomethingBetweenPlanAndConfirmation() {
		this.wizard.connects(this.lab).makesThePlan();
		this.lab.nas().sso().configure(Map.of("oidc_name", "Somebody was here"));
		remember();
		this.wizard.confirms();
		this.wizard.awaitsTheEndOfTheRun();
		assertThatItSays("apply.changed-meanwhile");
		assertThat(this.wizard.heading()).isEqualTo("All changes undone");
	}

	@Test
	void risksThatWereNotTicked() {
		this.lab.nas()
			.sso()
			.configure(Map.of("oidc_name", "Old", "oidc_wellknown", "https://old.example/", "oidc_client_id", "old",
					"oidc_redirect_uri", "https://old.example"))
			.profile("oidc", true);
		remember();
		this.wizard.connects(this.lab).makesThePlan().confirms();
		assertThatItSays("plan.risks-not-acknowledged");
	}

	@Test
	void aSessionThatHasEndedLeadsBackToTheSignInWithEverythingElseKept() {
		this.wizard.connects(this.lab);
		this.lab.dsm().behind(sessionsAreGone());
		this.wizard.goesTo("/people");
		assertThat(this.wizard.heading()).isEqualTo("Sign in to your NAS");
		assertThatItSays("dsm.session-gone");
		this.lab.dsm().healed();
		this.wizard.signsIn(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD).goesTo("/people");
		assertThat(this.wizard.heading()).isEqualTo("People and access");
	}

	private static LabRequest asAdministrator(String path, String json) {
		Map<String, List<String>> headers = Map.of("Authorization", List.of("Bearer " + DemoAuthentik.API_TOKEN),
				"Content-Type", List.of("application/json"), "Host", List.of("localhost"));
		return LabRequest.of("POST", "/api/v3" + path, headers, json.getBytes(StandardCharsets.UTF_8));
	}

	private static UnaryOperator<LabHandler> sessionsAreGone() {
		return (server) -> (
				request) -> request.cookie("id") != null && !Fault.call("SYNO.API.Auth", "login").test(request)
						? LabResponse.of(200, "application/json", "{\"error\":{\"code\":119},\"success\":false}")
						: server.handle(request);
	}

	private void meets(LabHandler server, String problem) {
		try (LabServer strange = LabServer.https(server, LabCertificate.selfSigned("synology"), 0)) {
			String address = "https://localhost:" + strange.port();
			this.wizard.givesTheNasAddress(address).trustsTheCertificate();
			assertThat(this.wizard.heading()).isEqualTo("Your NAS");
			assertThat(this.wizard.text()).containsAnyOf(what(problem, "localhost", strange.port()),
					say("problem.dsm.not-dsm.what", address));
			assertThat(this.wizard.valueOf("address")).isEqualTo(address);
		}
	}

	private void assertThatItSays(String problem, String... arguments) {
		assertThat(this.wizard.text()).contains(pattern(problem + ".what", arguments), pattern(problem + ".action"));
	}

	/** The sentence up to the first thing that it names. */
	private String pattern(String key, String... arguments) {
		String sentence = this.messages.getMessage("problem." + key, (arguments.length > 0) ? arguments : null,
				Locale.ENGLISH);
		String begin = sentence.split("\\{\\d}", 2)[0].strip();
		return begin.isEmpty() ? sentence.replaceFirst("^\\{\\d}\\s*", "").split("\\{\\d}", 2)[0].strip() : begin;
	}

	private String what(String problem, String host, int hostPort) {
		return say("problem." + problem + ".what", "https://" + host + ":" + hostPort, host, String.valueOf(hostPort));
	}

	private String say(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, Locale.ENGLISH);
	}

	private static int closedPort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
			return socket.getLocalPort();
		}
	}

}
