package io.github.dsmsso.wizard.oidc;

import java.net.URI;
import java.time.Instant;

import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class PublishedDocumentsTests {

	private static final String RSA_KEY = """
			{"keys": [{"alg": "RS256", "kid": "k1", "kty": "RSA", "use": "sig", "n": "wQ", "e": "AQAB"}]}""";

	private static final String EC_KEY = """
			{"keys": [{"kid": "k2", "kty": "EC", "crv": "P-256",
			"x": "MKBCTNIcKUSDii11ySs3526iDZ8AiTo7Tu6KPAqv7D4",
			"y": "4Etl6SRW2YiLUrN5vfvVHuhp7x8PxltmWWlbbM4IFyM"}]}""";

	private final ScriptedProvider provider = new ScriptedProvider();

	@AfterEach
	void close() {
		this.provider.close();
	}

	@Test
	void documentIsReadAsFarAsItIsNeeded() {
		DiscoveryDocument document = this.provider.discovered();
		String address = this.provider.address();
		assertThat(document.issuer()).isEqualTo(address + "/application/o/synology/");
		assertThat(document.authorizationEndpoint()).hasToString(address + ScriptedProvider.AUTHORIZE);
		assertThat(document.tokenEndpoint()).hasToString(address + "/application/o/token/");
		assertThat(document.jwksUri()).hasToString(address + ScriptedProvider.JWKS);
		assertThat(document.revocationEndpoint()).hasToString(address + ScriptedProvider.REVOKE);
		assertThat(document.idTokenSigningAlgorithms()).containsExactly("RS256");
		assertThat(document.scopes()).containsExactly("openid", "email", "profile");
		assertThat(document.claims()).contains("preferred_username");
		assertThat(document.idTokenEncryptionAlgorithms()).isEmpty();
	}

	@Test
	void addressesOnAnotherServerAreReadBecauseTheyAreWhatIsWrong() {
		this.provider.publishes("http://10.0.0.5:9000");
		DiscoveryDocument document = this.provider.client.discovery(this.provider.peer(), this.provider.wellKnown());
		assertThat(document.issuer()).isEqualTo("http://10.0.0.5:9000/application/o/synology/");
	}

	@Test
	void keysOnAnotherServerAreNotFetched() {
		this.provider.publishes("https://elsewhere.example");
		DiscoveryDocument document = this.provider.client.discovery(this.provider.peer(), this.provider.wellKnown());
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.provider.client.keys(this.provider.peer(), document))
			.satisfies((ex) -> {
				assertThat(ex.problem().code()).isEqualTo("oidc.leads-elsewhere");
				assertThat(ex.problem().arguments()).containsExactly(this.provider.address(), "elsewhere.example");
			});
	}

	@Test
	void wellKnownUrlOnAnotherPortIsNotFetched() {
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.provider.client.discovery(this.provider.peer(),
					URI.create("https://localhost:1/.well-known/openid-configuration")))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("oidc.leads-elsewhere"));
		assertThat(this.provider.heard()).isEmpty();
	}

	@Test
	void providerBelowASubPathIsAskedAtTheAddressesItNames() {
		this.provider.answers("/auth" + ScriptedProvider.WELL_KNOWN, 200,
				ScriptedProvider.document(this.provider.address() + "/auth"));
		URI wellKnown = URI.create(this.provider.address() + "/auth" + ScriptedProvider.WELL_KNOWN);
		DiscoveryDocument document = this.provider.client.discovery(this.provider.peer("/auth/"), wellKnown);
		this.provider.answers("/auth" + ScriptedProvider.JWKS, 200, RSA_KEY);
		assertThat(this.provider.client.keys(this.provider.peer("/auth/"), document).holdsRsaKey()).isTrue();
	}

	@Test
	void unknownApplicationIsToldApartFromAnAuthentikThatFails() {
		assertThat(problemOfDiscovery(404, "<title>Not Found</title>")).isEqualTo("oidc.no-document");
		assertThat(problemOfDiscovery(500, "<title>Server error</title>")).isEqualTo("oidc.document-fails");
		assertThat(problemOfDiscovery(429, "")).isEqualTo("network.throttled");
	}

	@Test
	void pageInThePlaceOfTheDocumentIsUnreadable() {
		assertThat(problemOfDiscovery(200, "<html>Please sign in</html>")).isEqualTo("oidc.document-unreadable");
		assertThat(problemOfDiscovery(200, "{\"issuer\": \"https://a.example\"}"))
			.isEqualTo("oidc.document-unreadable");
	}

	@Test
	void signInInFrontOfTheDocumentIsToldWithThePathToOpen() {
		this.provider.answers(ScriptedProvider.WELL_KNOWN, LabResponse.redirect("https://portal.example/login?rd=x"));
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.provider.client.discovery(this.provider.peer(), this.provider.wellKnown()))
			.satisfies((ex) -> {
				assertThat(ex.problem().code()).isEqualTo("network.gate-sign-in");
				assertThat(ex.problem().arguments()).contains("/application/o/", "https://portal.example");
			});
	}

	@Test
	void redirectIsNotFollowed() {
		this.provider.answers(ScriptedProvider.WELL_KNOWN, LabResponse.redirect("/login"));
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.provider.client.discovery(this.provider.peer(), this.provider.wellKnown()))
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(ApiFailure.Kind.SOMETHING_ELSE));
		assertThat(this.provider.heard()).extracting(LabRequest::path).containsExactly(ScriptedProvider.WELL_KNOWN);
	}

	@Test
	void rsaKeysAreTold() {
		assertThat(keys(RSA_KEY).keys()).containsExactly(new PublishedKeys.Key("RSA", "k1"));
		assertThat(keys(RSA_KEY).holdsRsaKey()).isTrue();
		assertThat(keys(EC_KEY).holdsRsaKey()).isFalse();
	}

	@Test
	void emptyObjectMeansThatThereAreNoKeys() {
		assertThat(keys("{}").keys()).isEmpty();
	}

	@Test
	void otherAnswersAreNoKeySet() {
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> keys("{\"detail\": \"no\"}"))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("oidc.document-unreadable"));
		assertThatExceptionOfType(ApiException.class).isThrownBy(() -> keys("<html></html>"));
	}

	@Test
	void keysThatAreNotPublishedAreNoKeys() {
		DiscoveryDocument document = this.provider.discovered();
		this.provider.answers(ScriptedProvider.JWKS, 404, "{}");
		assertThatExceptionOfType(ApiException.class)
			.isThrownBy(() -> this.provider.client.keys(this.provider.peer(), document))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("oidc.no-document"));
	}

	@Test
	void clockIsTheDateHeaderWhereThereIsOne() {
		LabResponse document = LabResponse.of(200, "application/json", "{}");
		this.provider.answers(ScriptedProvider.WELL_KNOWN, document);
		assertThat(this.provider.client.clock(this.provider.peer(), this.provider.wellKnown())).isEmpty();
		this.provider.answers(ScriptedProvider.WELL_KNOWN, document.with("Date", "Tue, 24 Nov 2026 09:00:00 GMT"));
		assertThat(this.provider.client.clock(this.provider.peer(), this.provider.wellKnown()))
			.contains(Instant.parse("2026-11-24T09:00:00Z"));
	}

	private String problemOfDiscovery(int status, String page) {
		this.provider.answers(ScriptedProvider.WELL_KNOWN, LabResponse.html(status, page));
		try {
			this.provider.client.discovery(this.provider.peer(), this.provider.wellKnown());
			return "";
		}
		catch (ApiException ex) {
			return ex.problem().code();
		}
	}

	private PublishedKeys keys(String json) {
		DiscoveryDocument document = this.provider.discovered();
		this.provider.answers(ScriptedProvider.JWKS, 200, json);
		return this.provider.client.keys(this.provider.peer(), document);
	}

}
