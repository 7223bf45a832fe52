package io.github.dsmsso.wizard.dsm;

import java.time.Instant;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

class DiscoveryTests {

	private static final String INFO = "SYNO.API.Info/query";

	private static final String CLOCK = "SYNO.API.Encryption/getinfo";

	private static final String PAGE = "SYNO.Core.Desktop.SessionData/getjs";

	private Nas nas = Nas.running();

	@AfterEach
	void stop() {
		this.nas.close();
	}

	@ParameterizedTest
	@CsvSource({ "7.0.1, false, false", "7.1.1, true, false", "7.2.2, true, true", "7.3.2, true, true",
			"7.4, true, true" })
	void aReleaseIsKnownByWhatItAdvertises(String product, boolean oidc, boolean setting) {
		this.nas.close();
		this.nas = Nas.running(DsmVersion.of(product));
		DsmCapabilities capabilities = this.nas.discovered().capabilities();
		assertThat(capabilities.hasOidcClient()).isEqualTo(oidc);
		assertThat(capabilities.hasSsoSetting()).isEqualTo(setting);
	}

	@Test
	void bothReadsArePosts() {
		this.nas.discovered();
		assertThat(this.nas.heard()).hasSize(2).allSatisfy((request) -> {
			assertThat(request.method()).isEqualTo("POST");
			assertThat(request.query()).isEmpty();
		});
	}

	@Test
	void theClockOfTheNasIsRead() {
		assertThat(this.nas.api().clock(this.nas.peer())).contains(Nas.NOW);
	}

	@Test
	void theDateOfTheAnswerStandsInForTheClock() {
		this.nas.answering(CLOCK,
				LabResponse.of(200, "application/json", "{\"error\":{\"code\":102},\"success\":false}")
					.with("Date", "Tue, 24 Nov 2026 09:00:00 GMT"));
		assertThat(this.nas.api().clock(this.nas.peer())).contains(Nas.NOW);
	}

	@Test
	void theClockMayBeWrittenAsText() {
		this.nas.answering(CLOCK, "{\"data\":{\"server_time\":\"1700000000\"},\"success\":true}");
		assertThat(this.nas.api().clock(this.nas.peer())).contains(Instant.ofEpochSecond(1700000000));
	}

	@Test
	void theSignInPageTellsTheNameAndWhetherSsoIsOn() {
		this.nas.world().sso().profile("oidc", true).defaultLogin(true);
		LoginPage page = this.nas.discovered().loginPage();
		assertThat(page.hostname()).isEqualTo("demo-nas");
		assertThat(page.oidcEnabled()).isTrue();
		assertThat(page.ssoByDefault()).isTrue();
		assertThat(page.httpsPort()).isEqualTo(this.nas.peer().address().port());
	}

	@Test
	void theSignInPageCanBeReadAgainLater() {
		assertThat(this.nas.api().loginPage(this.nas.peer()).oidcEnabled()).isFalse();
		this.nas.world().sso().profile("oidc", true);
		assertThat(this.nas.api().loginPage(this.nas.peer()).oidcEnabled()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 404, 502 })
	void aSignInPageThatSaysNothingIsNoObstacle(int status) {
		this.nas.answering(PAGE, LabResponse.html(status, "<h1>?</h1>"));
		assertThat(this.nas.discovered().loginPage()).isEqualTo(LoginPage.silent());
	}

	@ParameterizedTest
	@CsvSource({ "200, SOMETHING_ELSE", "401, SOMETHING_ELSE", "403, SOMETHING_ELSE", "404, SOMETHING_ELSE",
			"429, THROTTLED", "500, OUT_OF_ORDER", "502, OUT_OF_ORDER", "503, OUT_OF_ORDER" })
	void aWebPageIsNoDsm(int status, Kind kind) {
		this.nas.answering(INFO, LabResponse.html(status, "<html>nginx</html>"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(this.nas::discovered)
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(kind));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{", "[]", "null", "{}", "{\"success\":\"true\"}", "{\"success\":false}", "7" })
	void anythingButAnEnvelopeIsUnreadable(String body) {
		this.nas.answering(INFO, body);
		assertThatExceptionOfType(ApiException.class).isThrownBy(this.nas::discovered)
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.UNREADABLE));
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":{\"SYNO.Other\":{\"path\":\"entry.cgi\"}},\"success\":true}",
			"{\"success\":true}", "{\"error\":{\"code\":102},\"success\":false}" })
	void aServerWithoutASignInIsNoDsm(String body) {
		this.nas.answering(INFO, body);
		assertThatExceptionOfType(ApiException.class).isThrownBy(this.nas::discovered).satisfies((ex) -> {
			assertThat(ex.failure().kind()).isEqualTo(Kind.SOMETHING_ELSE);
			assertThat(ex.problem().code()).isEqualTo("dsm.not-dsm");
			assertThat(ex.problem().arguments()).containsExactly(this.nas.peer().address().toString());
		});
	}

	@Test
	void aRedirectIsToldByItsOriginAloneAndNotFollowed() {
		this.nas.answering((request) -> true, LabResponse.redirect("https://nas.example.org:5001/webapi?token=secret"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(this.nas::discovered).satisfies((ex) -> {
			assertThat(ex.failure().kind()).isEqualTo(Kind.SOMETHING_ELSE);
			assertThat(ex.problem().code()).isEqualTo("dsm.redirected");
			assertThat(ex.problem().arguments()).endsWith("https://nas.example.org:5001");
			assertThat(ex).hasMessageNotContaining("secret");
		});
		assertThat(this.nas.heard()).extracting(LabRequest::method).doesNotContain("GET").hasSizeLessThanOrEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource({ "/dsm/, dsm.below-path, /dsm/", "/dsm/webapi/query.cgi, dsm.below-path, /dsm/",
			"/home/nas/, dsm.below-path, /home/nas/", "/photo/, dsm.below-path, /photo/",
			"https://login.example.org/?rd=https%3A%2F%2Fnas%2F, dsm.sign-in-in-front, https://login.example.org",
			"https://login.example.org/login, dsm.sign-in-in-front, https://login.example.org",
			"http://nas.example.org:5000/, dsm.leaves-tls, http://nas.example.org:5000",
			"https://nas.example.org/dsm/, dsm.redirected, https://nas.example.org" })
	void whereARedirectLeadsIsToldByWhatItMeans(String location, String code, String named) {
		assertThat(redirectedTo(location)).returns(code, Problem::code)
			.extracting(Problem::arguments, list(String.class))
			.containsExactly(this.nas.peer().address().toString(), named);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/webapi/", "/webman/index.cgi", "/a%20b/", "/..//", "http://[", "https://na_s/" })
	void aRedirectThatNamesNoOtherPlaceIsNoDsm(String location) {
		assertThat(redirectedTo(location).code()).isEqualTo("dsm.not-dsm");
	}

	@Test
	void aRedirectToTheSignInOfTheSameServerNamesIt() {
		Problem problem = redirectedTo("/outpost.goauthentik.io/start?rd=secret");
		assertThat(problem.code()).isEqualTo("dsm.sign-in-in-front");
		assertThat(problem.arguments()).allMatch(this.nas.peer().address().toString()::equals);
	}

	private Problem redirectedTo(String location) {
		this.nas.answering((request) -> true, LabResponse.redirect(location));
		return catchThrowableOfType(ApiException.class, this.nas::discovered).problem();
	}

	@Test
	void anAdvertisedPathIsUsedAsItStands() {
		this.nas.answering(INFO, """
				{"data":{"SYNO.API.Auth":{"maxVersion":7,"minVersion":1,"path":"____entry.cgi"}},"success":true}""");
		this.nas.answering((request) -> request.path().equals("/webapi/____entry.cgi"),
				LabResponse.of(200, "application/json", "{\"error\":{\"code\":401},\"success\":false}"));
		assertThat(this.nas.signIn(Nas.ADMINISTRATOR).code()).isEqualTo(new DsmErrorCode("SYNO.API.Auth", 401));
	}

	@ParameterizedTest
	@ValueSource(strings = { "../../evil", "//evil.example/x", "https://evil.example/", "a b", "?x=", "" })
	void aPathThatLeavesTheWebApiIsNotCalled(String path) {
		this.nas.answering(INFO, """
				{"data":{"SYNO.API.Auth":{"maxVersion":7,"minVersion":1,"path":"entry.cgi"},
				"SYNO.DSM.Info":{"maxVersion":2,"minVersion":1,"path":"%s"}},"success":true}""".formatted(path));
		assertThat(this.nas.discovered().capabilities().advertises("SYNO.DSM.Info")).isFalse();
	}

}
