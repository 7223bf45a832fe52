package io.github.dsmsso.lab.dsm;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.protocol.SignInMessage;
import io.github.dsmsso.lab.dsm.sso.NasNetwork;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.ConnectionLog;
import io.github.dsmsso.lab.dsm.world.DsmAssumption;
import io.github.dsmsso.lab.http.LabRequest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for DSM as a client of an identity provider. */
class OidcTests {

	private static final String ORIGIN = "https://sso.example.org";

	private static final int NOT_CONFIGURED = SignInMessage.SSO_NOT_CONFIGURED.code();

	private static final int NOT_PRIVILEGED = 402;

	private static final int UNKNOWN_USER = 400;

	private final StubProvider[] behind = new StubProvider[1];

	private final NasNetwork network = new NasNetwork(OutboundHttp.to((request) -> this.behind[0].handle(request)));

	private DsmScene scene = new DsmScene(DsmVersion.DSM_7_2_2, this.network);

	private final StubProvider provider = new StubProvider(ORIGIN, this.scene.clock);

	@BeforeEach
	void connect() {
		this.behind[0] = this.provider;
		connect(this.scene);
	}

	private void connect(DsmScene scene) {
		scene.world.sso().configure(this.provider.settings("https://nas.example.org:5001")).profile("oidc", true);
	}

	@Test
	void theAddressIsMadeOfTheStoredFields() {
		assertThat(authorizeUrl())
			.isEqualTo("{\"data\":{\"url\":\"https://sso.example.org/authorize?client_id=the-client"
					+ "&redirect_uri=https%3A%2F%2Fnas.example.org%3A5001&response_type=code"
					+ "&scope=openid%20profile%20email\"},\"success\":true}");
		assertThat(this.scene.anyone().get("/webman/index.cgi?action=oidcauthurl&method=oidc").text())
			.isEqualTo(authorizeUrl());
	}

	@Test
	void theAddressMayCarryANonce() {
		this.scene.world.assume(DsmAssumption.NO_NONCE, false);
		assertThat(authorizeUrl()).contains("&nonce=");
	}

	@Test
	void aNonceThatWasSentMustComeBack() {
		this.scene.world.assume(DsmAssumption.NO_NONCE, false);
		String nonce = authorizeUrl().replaceFirst(".*&nonce=([-\\w]+).*", "$1");
		this.provider.signs((claims) -> claims.claim("nonce", "another"));
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
		this.provider.signs((claims) -> {
		});
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
		this.provider.signs((claims) -> claims.claim("nonce", nonce));
		assertThat(refusal()).isZero();
		assertThat(refusal()).as("a second time").isEqualTo(NOT_CONFIGURED);
	}

	@Test
	void aNonceThatWasNotSentIsNotLookedAt() {
		authorizeUrl();
		this.provider.signs((claims) -> claims.claim("nonce", "another"));
		assertThat(refusal()).isZero();
	}

	@Test
	void aMissingClaimLeavesTheUserInTheLogBlank() {
		this.provider.signs((claims) -> claims.claim("preferred_username", null));
		assertThat(refusal()).isEqualTo(UNKNOWN_USER);
		assertThat(this.scene.world.connectionLog().lines()).first()
			.isEqualTo(new ConnectionLog.Line(this.scene.clock.instant(), "warning", "",
					"User [] from [127.0.0.1] failed to sign in to [DSM] via [OIDC] due to authorization failure."));
	}

	@Test
	void theDiscoveryDocumentIsFetchedTwiceByNobodyInParticular() {
		authorizeUrl();
		assertThat(this.provider.received).hasSize(2)
			.allSatisfy((request) -> assertThat(request.path()).isEqualTo("/.well-known/openid-configuration"))
			.allSatisfy((request) -> assertThat(request.header("User-Agent")).isEmpty());
	}

	@Test
	void thereIsNoAddressWithoutTheSwitch() {
		this.scene.world.sso().profile("oidc", false);
		assertThat(authorizeUrl()).isEqualTo("{\"error\":{\"code\":100},\"success\":false}");
		this.scene.world.sso().profile("azure", true);
		assertThat(authorizeUrl()).contains("\"code\":100");
	}

	@Test
	void thereIsNoAddressWithABlankEndpoint() {
		for (String field : List.of("oidc_wellknown", "oidc_authorization_endpoint", "oidc_token_endpoint")) {
			connect();
			this.scene.world.sso().configure(Map.of(field, ""));
			assertThat(authorizeUrl()).as(field).contains("\"code\":" + NOT_CONFIGURED);
		}
	}

	@Test
	void thereIsNoAddressWhereTheNasCannotReachTheProvider() {
		this.network.cutOff("sso.example.org");
		assertThat(authorizeUrl()).contains("\"code\":100");
		this.network.reconnect("sso.example.org");
		assertThat(authorizeUrl()).contains("\"success\":true");
		this.scene.world.sso().configure(Map.of("oidc_wellknown", "not an address"));
		assertThat(authorizeUrl()).contains("\"code\":100");
	}

	@Test
	void aCodeOpensASession() {
		JsonNode data = redeem().path("data");
		assertThat(data.path("account").asString()).isEqualTo("anna");
		assertThat(this.scene.anyone().with(data.path("sid").asString(), null).code("SYNO.Core.NormalUser", 1, "get"))
			.isZero();
	}

	@Test
	void theSecretTravelsInTheForm() {
		redeem();
		LabRequest request = this.provider.received.stream()
			.filter((received) -> received.path().equals("/token"))
			.findFirst()
			.orElseThrow();
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.header("Authorization")).isNull();
		assertThat(request.query()).isEmpty();
		assertThat(request.formParameters()).containsEntry("client_secret", StubProvider.SECRET)
			.containsEntry("redirect_uri", "https://nas.example.org:5001")
			.doesNotContainKey("code_verifier");
	}

	@Test
	void aSignInIsLoggedAndListed() {
		redeem();
		assertThat(this.scene.world.connectionLog().lines()).first()
			.extracting(ConnectionLog.Line::text)
			.isEqualTo("User [anna] from [127.0.0.1] signed in to [DSM] successfully via [OIDC].");
		assertThat(this.scene.administrator().data("SYNO.Core.CurrentConnection", 1, "list").path("items").toString())
			.contains("\"who\":\"anna\"");
	}

	@Test
	void onlyRsaSignaturesAreUnderstood() throws JOSEException {
		this.provider.signsWithEllipticCurve();
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
		this.provider.signsWithClientSecret();
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
		this.provider.signsWithAnotherHash();
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
	}

	@Test
	void aForeignSignatureIsNotBelieved() {
		this.provider.publishesAnotherKey();
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
	}

	@Test
	void encryptedTokensAreNotUnderstood() {
		this.provider.encryptsTokens();
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
	}

	@Test
	void tokensForOthersOrFromOthersAreRefused() {
		this.provider.signs((claims) -> claims.audience("somebody-else"));
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
		this.provider.signs((claims) -> claims.issuer("https://sso.example.org"));
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
	}

	@Test
	void aTokenIsOverByTheClockOfTheNas() {
		Date end = Date.from(this.scene.clock.instant().plusSeconds(60));
		this.provider.signs((claims) -> claims.expirationTime(end));
		assertThat(refusal()).isZero();
		this.scene.clock.pass(Duration.ofMinutes(2));
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
	}

	@Test
	void aRefusedCodeOrSecretIsNoPrivilege() {
		this.scene.world.sso().configure(Map.of("oidc_client_secret", "wrong"));
		assertThat(refusal()).isEqualTo(NOT_PRIVILEGED);
	}

	@Test
	void aSecretWithSpecialCharactersGetsLostOnTheWay() {
		assertThat(secretReceived("a+b&c")).isEqualTo("a b");
		this.scene.world.assume(DsmAssumption.SECRET_IS_SENT_AS_IT_STANDS, false);
		assertThat(secretReceived("a+b&c")).isEqualTo("a+b&c");
	}

	private String secretReceived(String secret) {
		this.provider.received.clear();
		this.scene.world.sso().configure(Map.of("oidc_client_secret", secret));
		redeem();
		return this.provider.received.get(1).formParameters().get("client_secret");
	}

	@Test
	void aNameWithoutAnAccountIsAnUnknownUser() {
		this.provider.names("erin");
		assertThat(refusal()).isEqualTo(UNKNOWN_USER);
		this.provider.names("dave@example.org");
		assertThat(refusal()).isEqualTo(UNKNOWN_USER);
		this.provider.signs((claims) -> claims.claim("preferred_username", null));
		assertThat(refusal()).isEqualTo(UNKNOWN_USER);
	}

	@Test
	void theNameMustEqualTheAccountsToTheLetter() {
		this.provider.names("Carla");
		assertThat(refusal()).isEqualTo(UNKNOWN_USER);
		this.scene.world.assume(DsmAssumption.CLAIM_IS_CASE_SENSITIVE, false);
		assertThat(refusal()).isZero();
	}

	@Test
	void anotherClaimCanBeTheName() {
		this.provider.signs((claims) -> claims.claim("nickname", "carla"));
		this.scene.world.sso().configure(Map.of("oidc_user_claim", "nickname"));
		assertThat(redeem().path("data").path("account").asString()).isEqualTo("carla");
	}

	@Test
	void aDisabledAccountStaysOutside() {
		this.provider.names("bob");
		assertThat(refusal()).isEqualTo(401);
	}

	@Test
	void localAccountsComeInOnlyWhereAllowed() {
		this.scene.world.sso().configure(Map.of("oidc_allow_local_user", false));
		assertThat(refusal()).isEqualTo(UNKNOWN_USER);
	}

	@Test
	void sevenOneLetsInDirectoryAccountsOnly() {
		this.scene = new DsmScene(DsmVersion.DSM_7_1_1, this.network);
		connect(this.scene);
		assertThat(refusal()).isEqualTo(UNKNOWN_USER);
		this.scene.world.directory().joinedDomain("corp.example");
		this.scene.world.domainAccount("anna");
		assertThat(refusal()).isZero();
		this.provider.names("CORP\\anna");
		assertThat(refusal()).isZero();
	}

	@Test
	void aSwitchedOffProfileTakesNoCode() {
		this.scene.world.sso().profile("oidc", false);
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
	}

	@Test
	void anUnreachableProviderIsAWrongConfiguration() {
		this.network.cutOff("sso.example.org");
		assertThat(refusal()).isEqualTo(NOT_CONFIGURED);
	}

	private String authorizeUrl() {
		return this.scene.anyone().get("/index.cgi?action=oidcauthurl&method=oidc").text();
	}

	private int refusal() {
		return DsmCalls.codeOf(redeem());
	}

	private JsonNode redeem() {
		return this.scene.anyone()
			.login("client", "browser", "session", "webui", "code", StubProvider.CODE, "server", "oidc");
	}

}
