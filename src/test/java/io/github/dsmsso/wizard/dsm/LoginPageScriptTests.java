package io.github.dsmsso.wizard.dsm;

import java.nio.charset.StandardCharsets;

import io.github.dsmsso.wizard.http.HttpAnswer;
import io.github.dsmsso.wizard.shared.BaseUrl;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;

class LoginPageScriptTests {

	@Test
	void theObjectIsCutOutOfTheScript() {
		LoginPage page = read("""
				if (typeof(SYNO) === 'undefined') {SYNO = {};}
				SYNO.SDS = SYNO.SDS || {};
				SYNO.SDS.Session = {"dsm_https_port":5001,"hostname":"nas {of} us","oidc_sso_enable":true,
				"nested":{"a":{}},"sso_default_login":false}
				;
				""");
		assertThat(page).isEqualTo(new LoginPage("nas {of} us", true, false, 5001));
	}

	@Test
	void numbersAndFlagsMayBeTexts() {
		assertThat(read("SYNO.SDS.Session = {\"dsm_https_port\":\"5001\",\"oidc_sso_enable\":\"yes\"};"))
			.isEqualTo(new LoginPage(null, true, null, 5001));
	}

	@Test
	void aPortOutOfRangeIsNone() {
		assertThat(read("SYNO.SDS.Session = {\"dsm_https_port\":0,\"oidc_sso_enable\":3}"))
			.isEqualTo(LoginPage.silent());
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "<html></html>", "{\"hostname\":\"nas\"}", "SYNO.SDS.Session = ",
			"SYNO.SDS.Session = {", "} SYNO.SDS.Session = ", "SYNO.SDS.Session = {a:1}", "SYNO.SDS.Session = [{}",
			"SYNO.SDS.Session = {} }" })
	void anythingElseIsSilent(String script) {
		assertThat(read(script)).isEqualTo(LoginPage.silent());
	}

	private static LoginPage read(String script) {
		return LoginPageScript.read(
				new HttpAnswer(BaseUrl.parse("nas"), 200, new HttpHeaders(), script.getBytes(StandardCharsets.UTF_8)));
	}

}
