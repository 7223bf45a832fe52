package io.github.dsmsso.wizard.http;

import java.net.URI;

import io.github.dsmsso.wizard.shared.BaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectTests {

	private static final BaseUrl NAS = BaseUrl.parse("https://nas.example.org");

	@ParameterizedTest
	@ValueSource(strings = { "https://login.example.org/?rd=https%3A%2F%2Fnas.example.org%2Fwebapi%2Fquery.cgi",
			"https://login.example.org/?rd=https://nas.example.org/&rm=POST", "https://auth.example.org/#/?rd=x",
			"https://auth.example.org/if/flow/default/?next=%2F", "https://login.example.org/login?RETURN_URL=%2F",
			"https://example.org/oauth2/start", "https://nas.example.org/oauth2/sign_in",
			"https://nas.example.org/outpost.goauthentik.io/start", "https://team.example/cdn-cgi/access/login/nas",
			"https://sso.example.org/application/o/authorize/?client_id=x&redirect_uri=y", "/login", "/portal/sign-in/",
			"https://auth.example.org/authelia/", "https://auth.example.org/login" })
	void aSignInPortalIsKnownByTheWayBackOrItsPages(String location) {
		assertThat(to(location).looksLikeSignIn()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://nas.example.org:5001/", "https://nas.example.org:5001/#/signin", "/dsm/",
			"https://auth.example.org/", "https://auth.example.org/sso/api/v3/root/config/",
			"https://other.example.org/webapi/query.cgi?", "https://other.example.org/?word=x",
			"https://other.example.org/?launchApp=x", "https://nas.example.org/logins" })
	void anotherRedirectIsNotTakenForOne(String location) {
		assertThat(to(location).looksLikeSignIn()).isFalse();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/dsm/", "dsm", "https://nas.example.org/dsm/", "https://NAS.example.org:443/",
			"https://nas.example.org./dsm/", "//nas.example.org/" })
	void aPageOfTheSameServerIsKnownHoweverItIsWritten(String location) {
		assertThat(to(location).staysOnServer()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://nas.example.org/", "https://nas.example.org:5001/", "https://example.org/",
			"ftp://nas.example.org/", "https://user@nas2.example.org/" })
	void anotherServerIsAnotherServer(String location) {
		assertThat(to(location).staysOnServer()).isFalse();
	}

	@Test
	void onlyPlainHttpLeavesTls() {
		assertThat(to("http://nas.example.org:5000/").leavesTls()).isTrue();
		assertThat(to("https://nas.example.org:5001/").leavesTls()).isFalse();
		assertThat(new Redirect(BaseUrl.parse("http://127.0.0.1"), URI.create("http://127.0.0.1/x")).leavesTls())
			.isFalse();
	}

	@Test
	void ofTheTargetTheOriginAloneIsTold() {
		assertThat(to("https://user:word@nas.example.org:5001/secret?secret#secret").origin())
			.isEqualTo("https://nas.example.org:5001");
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://[", "mailto:x@y", "https://bücher.example/", "https://na_s/", "https:///x",
			"https://1.2.3/" })
	void aTargetWithoutAHostIsNone(String location) {
		assertThat(Redirect.of(answer(location))).isEmpty();
	}

	private static Redirect to(String location) {
		return Redirect.of(answer(location)).orElseThrow();
	}

	private static HttpAnswer answer(String location) {
		HttpHeaders headers = new HttpHeaders();
		headers.set(HttpHeaders.LOCATION, location);
		return new HttpAnswer(NAS, 302, headers, new byte[0]);
	}

}
