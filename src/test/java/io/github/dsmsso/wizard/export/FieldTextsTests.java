package io.github.dsmsso.wizard.export;

import java.util.Locale;

import io.github.dsmsso.wizard.authentik.SubjectMode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import org.springframework.context.support.ResourceBundleMessageSource;

import static org.assertj.core.api.Assertions.assertThat;

class FieldTextsTests {

	private final FieldTexts texts = new FieldTexts(messages());

	@ParameterizedTest
	@CsvSource({ "sso_enable, true, on", "sso_default_login, false, off",
			"oidc_allow_local_user, true, Domain/LDAP/local", "policy_engine_mode, any, any one has to match",
			"issuer_mode, per_provider, different for each provider", "client_type, confidential, Confidential",
			"include_claims_in_id_token, false, not included" })
	void aValueThatTheConsolesShowInWordsIsShownInWords(String field, String value, String words) {
		assertThat(value(field, value)).isEqualTo(words);
	}

	@ParameterizedTest
	@EnumSource(SubjectMode.class)
	void everySubjectModeHasWords(SubjectMode mode) {
		assertThat(value("sub_mode", mode.value())).startsWith("based on the user’s ");
	}

	@Test
	void aListIsPutIntoWordsOneByOne() {
		assertThat(value("grant_types", "authorization_code, urn:ietf:params:oauth:grant-type:device_code, new_one"))
			.isEqualTo("authorization code, device code, new_one");
	}

	@ParameterizedTest
	@CsvSource({ "name, true", "name, 'a, '", "redirect_uris, https://nas:5001", "oidc_scope, openid profile email",
			"name, ''" })
	void everyOtherValueStaysAsItIs(String field, String value) {
		assertThat(value(field, value)).isEqualTo(value);
	}

	@Test
	void anObjectWithoutANameOfItsOwnIsNamedInWords() {
		assertThat(this.texts.name("sso-setting", "sso_default_login", Locale.ENGLISH)).isEqualTo("SSO by default");
		assertThat(this.texts.name("provider", "sso_default_login", Locale.ENGLISH)).isEqualTo("sso_default_login");
	}

	private String value(String field, String value) {
		return this.texts.value(field, value, Locale.ENGLISH);
	}

	private static ResourceBundleMessageSource messages() {
		ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
		messages.setBasename("messages/plan");
		messages.setDefaultEncoding("UTF-8");
		messages.setFallbackToSystemLocale(false);
		return messages;
	}

}
