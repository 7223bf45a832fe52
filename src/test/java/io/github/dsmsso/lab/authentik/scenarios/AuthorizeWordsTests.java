package io.github.dsmsso.lab.authentik.scenarios;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the authorize endpoint tells a client, to the letter. Nobody asked an instance all
 * of this: it follows from {@code authentik/providers/oauth2/views/authorize.py} and
 * {@code errors.py}.
 */
class AuthorizeWordsTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';',
			textBlock = """
					id_token            ; openid       ;   ; #error=invalid_request&error_description=The%20request%20is%20otherwise%20malformed
					id_token token      ; openid       ;   ; #error=invalid_request&error_description=The%20request%20is%20otherwise%20malformed
					code id_token       ; openid       ;   ; #error=invalid_request&error_description=The%20request%20is%20otherwise%20malformed
					id_token            ; email        ; n ; #error=invalid_scope&error_description=The%20requested%20scope%20is%20invalid%2C%20unknown%2C%20or%20malformed
					code token          ; email        ; n ; #error=invalid_scope&error_description=The%20requested%20scope%20is%20invalid%2C%20unknown%2C%20or%20malformed
					token id_token      ; openid       ; n ; ?error=unsupported_response_type&error_description=The%20authorization%20server%20does%20not%20support%20obtaining%20an%20authorization%20code%20using%20this%20method
					""")
	void aTypeIsRefusedWhereItsAnswerWouldStand(String type, String scope, String nonce, String error) {
		ApiScene api = connected("2026.2");
		Answer answer = api.anonymous()
			.get(api.authorizeTarget("nas", "response_type", type, "scope", scope, "nonce",
					(nonce != null) ? nonce : ""));
		assertThat(answer.location()).isEqualTo(ApiScene.REDIRECT_URI + error + "&state=x");
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			code                ; query    ; query    ; code=CODE&state=x
			code                ; fragment ; fragment ; code=CODE&state=x
			code id_token       ; query    ; query    ; code=CODE&state=x
			id_token            ; ''       ; fragment ; id_token=JWT&END
			id_token token      ; ''       ; fragment ; access_token=JWT&id_token=JWT&END
			code token          ; ''       ; fragment ; access_token=JWT&code=CODE&END
			code id_token       ; ''       ; fragment ; id_token=JWT&code=CODE&END
			code id_token token ; ''       ; fragment ; access_token=JWT&id_token=JWT&code=CODE&END
			""")
	void aTypeBringsWhatItNames(String type, String mode, String place, String answered) {
		ApiScene api = connected("2026.2");
		Answer answer = api.browserOf("anna")
			.get(api.authorizeTarget("nas", "response_type", type, "response_mode", mode, "nonce", "n"));
		String pattern = answered.replace("CODE", "[0-9a-f]{32}")
			.replace("JWT", "[-_\\w]+\\.[-_\\w]+\\.[-_\\w]+")
			.replace("END", "token_type=Bearer&expires_in=3600&state=x");
		assertThat(answer.location()).startsWith(ApiScene.REDIRECT_URI + (place.equals("query") ? "?" : "#"));
		assertThat(answer.location().substring(ApiScene.REDIRECT_URI.length() + 1)).matches(pattern);
	}

	@Test
	void anAccessTokenFromTheFragmentIsOneOfTheProvider() {
		ApiScene api = connected("2026.2");
		String location = api.browserOf("anna")
			.get(api.authorizeTarget("nas", "response_type", "id_token token", "nonce", "n"))
			.location();
		String token = location.replaceFirst(".*#access_token=([^&]+).*", "$1");
		Answer userinfo = api.anonymous().with("Authorization", "Bearer " + token).get("/application/o/userinfo/");
		assertThat(userinfo.text("/preferred_username")).isEqualTo("anna");
	}

	@ParameterizedTest
	@CsvSource({ "id_token", "code id_token" })
	void fromMay2026OnATypeNeedsItsGrantType(String type) {
		ApiScene api = ApiScene.of("2026.5");
		api.connect("nas", api.provider("nas", "grant_types", List.of("authorization_code")));
		Answer answer = api.anonymous().get(api.authorizeTarget("nas", "response_type", type, "nonce", "n"));
		assertThat(answer.location()).startsWith(ApiScene.REDIRECT_URI + "#error=invalid_request");
	}

	@Test
	void theStateComesBackEvenIfThereWasNone() {
		ApiScene api = connected("2026.2");
		assertThat(api.browserOf("anna").get(api.authorizeTarget("nas", "state", "")).location()).endsWith("&state=");
		assertThat(api.anonymous().get(api.authorizeTarget("nas", "state", "", "prompt", "none")).location())
			.endsWith("authentication");
	}

	@ParameterizedTest
	@CsvSource({ "a b, a%20b", "a+b, a+b", "ä, %C3%A4", "a&b, a&b" })
	void theStateIsNotEncodedBehindAnError(String state, String sent) {
		ApiScene api = connected("2026.2");
		Answer answer = api.anonymous().get(api.authorizeTarget("nas", "request", "x", "state", state));
		assertThat(answer.location()).endsWith(
				"?error=request_not_supported&error_description=The%20provider%20does%20not%20support%20use%20of%20the"
						+ "%20request%20parameter&state=" + sent);
	}

	@ParameterizedTest
	@CsvSource({ "https://nas.example.org/#/signin, https://nas.example.org/#/signin?error=",
			"https://nas.example.org/?a=b, https://nas.example.org/?a=b?error=" })
	void anErrorIsPutBehindTheAddressAsItStands(String uri, String sent) {
		ApiScene api = ApiScene.of("2026.2");
		api.connect("nas",
				api.provider("nas", "redirect_uris", List.of(Map.of("matching_mode", "strict", "url", uri))));
		assertThat(api.anonymous().get(api.authorizeTarget("nas", "redirect_uri", uri, "prompt", "none")).location())
			.startsWith(sent);
	}

	@Test
	void aMethodThatIsNotKnownIsNamed() {
		ApiScene api = connected("2026.2");
		Answer answer = api.anonymous()
			.get(api.authorizeTarget("nas", "code_challenge", "c", "code_challenge_method", "S512"));
		assertThat(answer.location())
			.contains("?error=invalid_request&error_description=Unsupported%20challenge%20" + "method%20S512&");
	}

	@Test
	void aFormIsSentFromThePageOfTheFlow() {
		ApiScene api = connected("2026.2");
		PlainClient browser = api.browserOf("anna");
		String page = browser.get(api.authorizeTarget("nas", "response_mode", "form_post")).location();
		assertThat(page).startsWith("/if/flow/default-provider-authorization-implicit-consent/?");
		assertThat(browser.get(page).text()).contains("action=\"" + ApiScene.REDIRECT_URI + "\"", "name=\"code\"",
				"name=\"state\" value=\"x\"");
	}

	private static ApiScene connected(String release) {
		ApiScene api = ApiScene.of(release);
		api.connect("nas");
		return api;
	}

}
