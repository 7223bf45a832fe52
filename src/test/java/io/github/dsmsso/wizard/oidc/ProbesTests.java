package io.github.dsmsso.wizard.oidc;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.Gate;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class ProbesTests {

	private static final ClientCredentials CREDENTIALS = new ClientCredentials("dsm-client", Secret.of("s&cr=t"));

	private static final RedirectUri REDIRECT = RedirectUri.of(BaseUrl.parse("https://nas.example.com:5001"));

	private final ScriptedProvider provider = new ScriptedProvider();

	@AfterEach
	void close() {
		this.provider.close();
	}

	@Test
	void credentialsAreShownInTheBodyAsDsmShowsThem() {
		credentialsAfter(200, "{}");
		LabRequest request = this.provider.heard().get(0);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.query()).isEmpty();
		assertThat(request.header("Authorization")).isNull();
		assertThat(request.formParameters()).containsEntry("client_id", "dsm-client")
			.containsEntry("client_secret", "s&cr=t")
			.containsKey("token")
			.hasSize(3);
	}

	@Test
	void emptyAnswerMeansThatTheCredentialsAreRight() {
		assertThat(credentialsAfter(200, "{}")).isEqualTo(CredentialsVerdict.ACCEPTED);
		assertThat(credentialsAfter(200, "")).isEqualTo(CredentialsVerdict.ACCEPTED);
	}

	@Test
	void invalidClientMeansThatTheyAreWrong() {
		String refusal = "{\"error\": \"invalid_client\", \"error_description\": \"Client authentication failed\"}";
		assertThat(credentialsAfter(401, refusal)).isEqualTo(CredentialsVerdict.REFUSED);
		assertThat(credentialsAfter(400, refusal)).isEqualTo(CredentialsVerdict.REFUSED);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			200 | {"error": "invalid_client"}
			200 | <html>Please sign in</html>
			200 | []
			302 | {}
			400 | {"error": "unsupported_token_type"}
			401 | <html>Basic auth required</html>
			401 | {"detail": "no"}
			500 | {}
			503 | {"error": "authentik starting"}""")
	void anyOtherAnswerTellsNothingAboutTheCredentials(int status, String body) {
		assertThat(credentialsAfter(status, body)).isEqualTo(CredentialsVerdict.UNKNOWN);
	}

	@Test
	void providerWithoutRevocationIsNotAsked() {
		DiscoveryDocument document = this.provider.discovered();
		DiscoveryDocument without = new DiscoveryDocument(document.issuer(), document.authorizationEndpoint(),
				document.tokenEndpoint(), document.jwksUri(), null, document.idTokenSigningAlgorithms(),
				document.scopes(), document.claims(), document.idTokenEncryptionAlgorithms(), null);
		assertThat(this.provider.client.tryCredentials(this.provider.peer(), without, CREDENTIALS))
			.isEqualTo(CredentialsVerdict.UNKNOWN);
		assertThat(this.provider.heard()).isEmpty();
	}

	@Test
	void credentialsAreNeverShownToAnotherServer() {
		this.provider.publishes("https://elsewhere.example");
		DiscoveryDocument document = this.provider.client.discovery(this.provider.peer(), this.provider.wellKnown());
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.provider.client.tryCredentials(this.provider.peer(), document, CREDENTIALS))
			.withMessageNotContaining("s&cr=t");
	}

	@Test
	void authorizationIsAskedForWithoutASessionAndWithoutAPrompt() {
		authorizationAfter(LabResponse.html(200, ""));
		assertThat(this.provider.heard()).allSatisfy((request) -> assertThat(request.header("Cookie")).isNull());
		LabRequest request = this.provider.heard()
			.stream()
			.filter((heard) -> !heard.path().contains("/if/flow/"))
			.findFirst()
			.orElseThrow();
		assertThat(request.method()).isEqualTo("GET");
		assertThat(request.queryParameters()).containsEntry("client_id", "dsm-client")
			.containsEntry("redirect_uri", "https://nas.example.com:5001")
			.containsEntry("response_type", "code")
			.containsEntry("scope", "openid")
			.containsEntry("prompt", "none");
	}

	@ParameterizedTest
	@CsvSource({ "login_required, ACCEPTED", "invalid_request, GRANT_REFUSED",
			"unsupported_response_type, GRANT_REFUSED", "unauthorized_client, GRANT_REFUSED", "server_error, UNKNOWN",
			"access_denied, UNKNOWN" })
	void errorThatIsSentBackTellsHowFarTheRequestGot(String error, AuthorizationVerdict verdict) {
		assertThat(authorizationAfter(sentBack("https://nas.example.com:5001", error))).isEqualTo(verdict);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://nas.example.com:5001/", "https://nas.example.com:50010",
			"https://nas.example.com", "https://else.example" })
	void errorThatIsSentElsewhereTellsNothing(String target) {
		assertThat(authorizationAfter(sentBack(target, "login_required"))).isEqualTo(AuthorizationVerdict.UNKNOWN);
	}

	@Test
	void signInPageTellsNothing() {
		assertThat(authorizationAfter(LabResponse.redirect("/if/flow/default-authentication-flow/?next=x")))
			.isEqualTo(AuthorizationVerdict.UNKNOWN);
		assertThat(authorizationAfter(LabResponse.html(200, "<title>Access denied</title>")))
			.isEqualTo(AuthorizationVerdict.UNKNOWN);
	}

	@Test
	void signInOnAnotherServerIsSomethingInFrontOfAuthentik() {
		AuthorizationReply reply = replyTo(LabResponse.redirect("https://portal.example/login?rd=x"));
		assertThat(reply.verdict()).isEqualTo(AuthorizationVerdict.UNKNOWN);
		assertThat(reply.gate()).isNotNull().returns("https://portal.example", Gate::target);
		assertThat(replyTo(LabResponse.redirect("/if/flow/default-authentication-flow/?next=x")).gate()).isNull();
	}

	@Test
	void errorThatAnswersSomebodyElsesQuestionTellsNothing() {
		String answer = "https://nas.example.com:5001?error=login_required&state=another";
		assertThat(authorizationAfter(LabResponse.redirect(answer))).isEqualTo(AuthorizationVerdict.UNKNOWN);
	}

	@Test
	void endpointThatHasAQueryKeepsIt() {
		this.provider.answers(ScriptedProvider.WELL_KNOWN, 200, ScriptedProvider.document(this.provider.address())
			.replace(ScriptedProvider.AUTHORIZE, ScriptedProvider.AUTHORIZE + "?tenant=a%26b"));
		DiscoveryDocument document = this.provider.client.discovery(this.provider.peer(), this.provider.wellKnown());
		this.provider.client.tryAuthorization(this.provider.peer(), document, "dsm-client", REDIRECT);
		assertThat(this.provider.heard()).filteredOn((heard) -> heard.path().equals(ScriptedProvider.AUTHORIZE))
			.singleElement()
			.satisfies((heard) -> assertThat(heard.queryParameters()).containsEntry("tenant", "a&b")
				.containsEntry("client_id", "dsm-client"));
	}

	@Test
	void errorPagesOfAuthentikMeanThatClientOrRedirectAreWrong() {
		assertThat(authorizationAfter(LabResponse.html(400, "<title>Redirect URI Error - authentik</title>")))
			.isEqualTo(AuthorizationVerdict.CLIENT_OR_REDIRECT_REFUSED);
		assertThat(authorizationAfter(LabResponse.html(400, "<title>Client ID Error - authentik</title>")))
			.isEqualTo(AuthorizationVerdict.CLIENT_OR_REDIRECT_REFUSED);
	}

	@Test
	void badRequestOfAProxyTellsNothing() {
		String nginx = "<html><title>400 The plain HTTP request was sent to HTTPS port</title></html>";
		assertThat(authorizationAfter(LabResponse.html(400, nginx))).isEqualTo(AuthorizationVerdict.UNKNOWN);
		assertThat(authorizationAfter(LabResponse.html(403, "<title>Redirect URI Error</title>")))
			.isEqualTo(AuthorizationVerdict.UNKNOWN);
	}

	private CredentialsVerdict credentialsAfter(int status, String body) {
		DiscoveryDocument document = this.provider.discovered();
		this.provider.answers(ScriptedProvider.REVOKE, status, body);
		return this.provider.client.tryCredentials(this.provider.peer(), document, CREDENTIALS);
	}

	@ParameterizedTest
	@CsvSource({ "same-origin, same-origin", "same-origin-allow-popups, same-origin-allow-popups",
			"noopener-allow-popups, noopener-allow-popups", "same-origin; report-to=\"coop\", same-origin",
			"unsafe-none,", "SAME-ORIGIN,", "anything," })
	void policyThatCutsThePopUpOffIsRead(String sent, @Nullable String policy) {
		assertThat(replyTo(accepting().with("Cross-Origin-Opener-Policy", sent)).openerPolicy()).isEqualTo(policy);
	}

	@Test
	void policyOfThePagesOfAFlowCutsThePopUpOffAsWell() {
		LabResponse page = LabResponse.html(200, "").with("Cross-Origin-Opener-Policy", "same-origin");
		this.provider.answers("/if/flow/default-authentication-flow/", page);
		assertThat(replyTo(accepting())).returns("same-origin", AuthorizationReply::openerPolicy)
			.returns(AuthorizationVerdict.ACCEPTED, AuthorizationReply::verdict);
	}

	@Test
	void flowThatCannotBeReadCutsNothingOff() {
		this.provider.answers("/if/flow/default-authentication-flow/", LabResponse.none(Delivery.CUT));
		assertThat(replyTo(accepting())).returns(null, AuthorizationReply::openerPolicy)
			.returns(AuthorizationVerdict.ACCEPTED, AuthorizationReply::verdict);
	}

	@Test
	void answersLeaveThePopUpItsOpenerWhereTheySayNothing() {
		assertThat(replyTo(accepting()).openerPolicy()).isNull();
	}

	private static LabResponse accepting() {
		return sentBack("https://nas.example.com:5001", "login_required");
	}

	private AuthorizationVerdict authorizationAfter(LabResponse answer) {
		return replyTo(answer).verdict();
	}

	private AuthorizationReply replyTo(LabResponse answer) {
		DiscoveryDocument document = this.provider.discovered();
		this.provider.answers(ScriptedProvider.AUTHORIZE, answer);
		return this.provider.client.tryAuthorization(this.provider.peer(), document, "dsm-client", REDIRECT);
	}

	/** As authentik sends it back, with the state that came. */
	private static LabResponse sentBack(String target, String error) {
		return LabResponse.redirect(target + "?error=" + error + "&error_description=x&state=dsm-sso-wizard");
	}

}
