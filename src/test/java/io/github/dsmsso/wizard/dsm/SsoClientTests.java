package io.github.dsmsso.wizard.dsm;

import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.wizard.http.ApiException;
import io.github.dsmsso.wizard.http.ApiFailure.Kind;
import io.github.dsmsso.wizard.shared.Secret;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class SsoClientTests {

	private static final String GET_OIDC = "SYNO.Core.Directory.OIDC.SSO/get";

	private static final String SET_OIDC = "SYNO.Core.Directory.OIDC.SSO/set";

	private static final String GET_PROFILE = "SYNO.Core.Directory.SSO.Profile/get";

	private static final String GET_SETTING = "SYNO.Core.Directory.SSO.Setting/get";

	private Nas nas = Nas.running();

	@AfterEach
	void stop() {
		this.nas.close();
	}

	@Test
	void aNasThatNeverHadSsoIsBlank() {
		SsoClient client = this.nas.session().ssoClient();
		assertThat(client.oidc().isBlank()).isTrue();
		assertThat(client.oidc().allowLocalUser()).isFalse();
		assertThat(client.profile()).isEqualTo(new SsoProfile(false, ""));
		assertThat(client.setting()).isEqualTo(new SsoSetting(false));
	}

	@Test
	void dsm71KnowsNoLocalUsersAndNoSetting() {
		on71();
		SsoClient client = this.nas.session().ssoClient();
		assertThat(client.oidc().knowsLocalUsers()).isFalse();
		assertThat(client.setting()).isNull();
		assertThat(this.nas.heard(GET_SETTING)).isEmpty();
	}

	@Test
	void aFieldThatDsmDoesNotKnowIsNotSent() {
		on71();
		this.nas.session().saveOidcSso(settings("nas", null));
		assertThat(this.nas.heard(SET_OIDC).get(0).formParameters()).doesNotContainKey("oidc_allow_local_user");
	}

	@Test
	void everyFieldIsSentAsDsmsPageSendsIt() {
		this.nas.session().saveOidcSso(settings("nas", true));
		LabRequest request = this.nas.heard(SET_OIDC).get(0);
		assertThat(request.method()).isEqualTo("POST");
		assertThat(request.query()).isEmpty();
		assertThat(request.formParameters()).containsOnly(Map.entry("api", "SYNO.Core.Directory.OIDC.SSO"),
				Map.entry("version", "1"), Map.entry("method", "set"), Map.entry("profile", "\"oidc\""),
				Map.entry("oidc_name", "\"nas\""),
				Map.entry("oidc_wellknown", "\"https://id.example/.well-known/openid-configuration\""),
				Map.entry("oidc_client_id", "\"12345\""), Map.entry("oidc_client_secret", "\"s3cr3t\""),
				Map.entry("oidc_redirect_uri", "\"https://nas.example:5001\""),
				Map.entry("oidc_scope", "\"openid profile email\""),
				Map.entry("oidc_user_claim", "\"preferred_username\""),
				Map.entry("oidc_authorization_endpoint", "\"https://id.example/authorize\""),
				Map.entry("oidc_token_endpoint", "\"https://id.example/token\""),
				Map.entry("oidc_allow_local_user", "true"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "authentik", "true", "null", "007", "1e3", "[]", "{\"a\":1}", "\"quoted\"", "a+b&c=d%20é",
			"back\\slash", "Füße 日本 🔑", " spaces ", "line\nbreak", "" })
	void anyTextComesBackAsItWasSaved(String text) {
		DsmSession session = this.nas.session();
		OidcSso saved = settings(text, false);
		session.saveOidcSso(saved);
		assertThat(session.oidcSso()).isEqualTo(saved);
	}

	@Test
	void theSwitchIsThrownAndReadBack() {
		DsmSession session = this.nas.session();
		session.saveOidcSso(settings("nas", true));
		session.saveSsoProfile(SsoProfile.oidcEnabled());
		session.saveSsoSetting(new SsoSetting(true));
		assertThat(this.nas.world().sso().offersOidc()).isTrue();
		assertThat(this.nas.world().sso().defaultLogin()).isTrue();
		assertThat(session.ssoClient())
			.isEqualTo(new SsoClient(settings("nas", true), SsoProfile.oidcEnabled(), new SsoSetting(true)));
	}

	@Test
	void lookingWritesNothing() {
		DsmSession session = this.nas.session();
		session.ssoClient();
		session.snapshot().description().get();
		session.accounts();
		session.currentConnections();
		assertThat(this.nas.heard()).extracting((request) -> request.formParameters().get("method"))
			.containsOnly("query", "getinfo", "getjs", "login", "request", "get", "list");
	}

	@Test
	void everyCallIsAPostWithTheSession() {
		DsmSession session = this.nas.session();
		this.nas.forget();
		session.ssoClient();
		session.close();
		assertThat(this.nas.heard()).hasSize(5).allSatisfy((request) -> {
			assertThat(request.method()).isEqualTo("POST");
			assertThat(request.query()).isEmpty();
			assertThat(request.cookie("id")).isNotEmpty();
			assertThat(request.header("X-SYNO-TOKEN")).isNotEmpty();
		});
	}

	@ParameterizedTest
	@ValueSource(strings = { "{\"data\":{},\"success\":true}", "{\"success\":true}",
			"{\"data\":{\"sso_enable\":\"true\",\"sso_profile\":\"oidc\"},\"success\":true}",
			"{\"data\":{\"sso_enable\":1,\"sso_profile\":\"oidc\"},\"success\":true}",
			"{\"data\":{\"sso_enable\":true,\"sso_profile\":null},\"success\":true}",
			"{\"data\":[true,\"oidc\"],\"success\":true}" })
	void aProfileOfAnotherShapeIsUnreadable(String body) {
		DsmSession session = this.nas.session();
		this.nas.answering(GET_PROFILE, body);
		assertUnreadable(session::ssoProfile);
		assertUnreadable(session::ssoClient);
	}

	@ParameterizedTest
	@ValueSource(strings = { "oidc_client_secret", "oidc_wellknown", "oidc_token_endpoint", "oidc_user_claim" })
	void settingsThatLackAFieldAreUnreadable(String field) {
		DsmSession session = this.nas.session();
		String whole = """
				{"data":{"oidc_allow_local_user":true,"oidc_authorization_endpoint":"","oidc_client_id":"",\
				"oidc_client_secret":"","oidc_name":"","oidc_redirect_uri":"","oidc_scope":"","oidc_token_endpoint":"",\
				"oidc_user_claim":"","oidc_wellknown":""},"success":true}""";
		this.nas.answering(GET_OIDC, whole);
		assertThat(session.oidcSso().allowLocalUser()).isTrue();
		this.nas.answering(GET_OIDC, whole.replace("\"" + field + "\"", "\"other\""));
		assertUnreadable(session::oidcSso);
	}

	@Test
	void anUnreadableAnswerShowsNothingOfWhatItHeld() {
		DsmSession session = this.nas.session();
		this.nas.answering(GET_OIDC, "{\"data\":{\"oidc_client_secret\":\"hush-hush\"},\"success\":true}");
		assertThatExceptionOfType(ApiException.class).isThrownBy(session::oidcSso)
			.withMessage("network.unreadable: SYNO.Core.Directory.OIDC.SSO oidc_name: HTTP 200, application/json")
			.withNoCause();
	}

	@Test
	void theSettingsPrintWithoutTheirSecret() {
		assertThat(settings("nas", true)).asString().doesNotContain("s3cr3t");
	}

	private void on71() {
		this.nas.close();
		this.nas = Nas.running(DsmVersion.DSM_7_1_1);
	}

	private static OidcSso settings(String name, @Nullable Boolean allowLocalUser) {
		return new OidcSso(name, "https://id.example/.well-known/openid-configuration", "12345", Secret.of("s3cr3t"),
				"https://nas.example:5001", "openid profile email", "preferred_username",
				"https://id.example/authorize", "https://id.example/token", allowLocalUser);
	}

	private static void assertUnreadable(ThrowingCallable call) {
		assertThatExceptionOfType(ApiException.class).isThrownBy(call)
			.satisfies((ex) -> assertThat(ex.failure().kind()).isEqualTo(Kind.UNREADABLE));
	}

}
