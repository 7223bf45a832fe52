package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.Problem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

class AuthentikDiscoveryTests {

	private static final String CONFIG = "GET root/config/";

	private final ScriptedAuthentik authentik = ScriptedAuthentik.of("2026.8.3");

	@AfterEach
	void stop() {
		this.authentik.close();
	}

	@Test
	void anAddressWhereAuthentikAnswersIsTakenAsItIs() {
		assertThat(this.authentik.api().discover(this.authentik.peer())).isEqualTo(this.authentik.peer());
	}

	@Test
	void nothingSecretIsSaidBeforeAuthentikIsKnown() {
		this.authentik.api().discover(this.authentik.peer());
		LabRequest request = this.authentik.heard(CONFIG);
		assertThat(request.headers()).doesNotContainKeys("authorization", "cookie");
		assertThat(request.header("accept")).isEqualTo("application/json");
	}

	@Test
	void authentikBelowAPathIsFoundThere() {
		try (ScriptedAuthentik below = ScriptedAuthentik.below("/authentik/")) {
			assertThat(below.api().discover(below.peer())).isEqualTo(below.peer("/authentik/"));
		}
	}

	@Test
	void authentikAtTheRootIsFoundWhereAPathWasTypedThatIsNotItsOwn() {
		assertThat(this.authentik.api().discover(this.authentik.peer("/start/"))).isEqualTo(this.authentik.peer("/"));
	}

	@Test
	void theTypedAddressIsNamedWhereAuthentikIsNeitherBelowItNorAtTheRoot() {
		try (ScriptedAuthentik below = ScriptedAuthentik.below("/authentik/")) {
			ApiException refused = catchThrowableOfType(ApiException.class,
					() -> below.api().discover(below.peer("/other/")));
			assertThat(refused.problem().arguments()).containsExactly(below.peer("/other/").address().toString());
		}
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "{}", "\"ok\"", "{\"capabilities\": []}", "{\"error_reporting\": {}}",
			"{\"capabilities\": {}, \"error_reporting\": {}}", "not json" })
	void otherJsonIsNotAuthentik(String json) {
		assertThat(refusal(LabResponse.of(200, "application/json", json)).code()).isEqualTo("authentik.not-authentik");
	}

	@ParameterizedTest
	@ValueSource(ints = { 200, 404, 405 })
	void aWebPageIsNotAuthentik(int status) {
		assertThat(refusal(LabResponse.html(status, "<html>router</html>")).code())
			.isEqualTo("authentik.not-authentik");
	}

	@Test
	void theRefusalOfAnotherServiceIsNotAuthentik() {
		assertThat(refusal(LabResponse.of(404, "application/json", "{\"detail\": \"Not Found\"}")).code())
			.isEqualTo("authentik.not-authentik");
	}

	@Test
	void anAuthentikThatIsStartingIsWaitedFor() {
		LabResponse starting = LabResponse.of(503, "application/json", "{\"error\": \"authentik starting\"}")
			.with("Retry-After", "5");
		assertThat(refusal(starting).code()).isEqualTo("authentik.starting");
	}

	@Test
	void aServerOutOfOrderIsNotTakenForOneThatIsStarting() {
		assertThat(refusal(LabResponse.html(503, "<html>starting</html>")).code()).isEqualTo("network.out-of-order");
	}

	@Test
	void aRedirectIsNotFollowedAndItsTargetNamed() {
		LabResponse redirect = LabResponse.redirect("https://auth.example.com/sso/api/v3/root/config/");
		assertThat(refusal(redirect).code()).isEqualTo("authentik.redirected");
		assertThat(refusal(redirect).arguments()).containsExactly(this.authentik.peer().address().toString(),
				"https://auth.example.com/sso/");
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://login.example.org/?rd=https%3A%2F%2Fauth.example.com%2F",
			"https://login.example.org/login", "https://team.example/cdn-cgi/access/login/auth.example.com",
			"https://other.example.org/outpost.goauthentik.io/start" })
	void aSignInPortalInFrontIsNotTakenForAuthentik(String location) {
		assertThat(refusal(LabResponse.redirect(location)).code()).isEqualTo("authentik.proxy-in-front");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v3/login", "javascript:alert(1)", "https://a@b/", "https://127.1/", "http://[" })
	void aRedirectWhoseTargetIsNoAddressIsNotNamed(String location) {
		assertThat(refusal(LabResponse.redirect(location)).code()).isEqualTo("authentik.proxy-in-front");
	}

	@ParameterizedTest
	@ValueSource(ints = { 401, 403 })
	void aSignInPageInFrontIsToldAsSuch(int status) {
		assertThat(refusal(LabResponse.html(status, "<html>Sign in</html>")).code())
			.isEqualTo("authentik.proxy-in-front");
	}

	@Test
	void whateverElseAnswersIsSomethingElse() {
		this.authentik.answers(CONFIG, LabResponse.html(200, "<html>router</html>"));
		ApiException refused = catchThrowableOfType(ApiException.class,
				() -> this.authentik.api().discover(this.authentik.peer()));
		assertThat(refused.failure().kind()).isEqualTo(Kind.SOMETHING_ELSE);
	}

	private Problem refusal(LabResponse answer) {
		this.authentik.answers(CONFIG, answer);
		return catchThrowableOfType(ApiException.class, () -> this.authentik.api().discover(this.authentik.peer()))
			.problem();
	}

}
