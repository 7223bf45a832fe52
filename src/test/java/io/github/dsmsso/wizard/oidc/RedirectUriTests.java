package io.github.dsmsso.wizard.oidc;

import io.github.dsmsso.wizard.shared.BaseUrl;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class RedirectUriTests {

	@ParameterizedTest
	@CsvSource({ "https://nas.example.com:443/#/signin, https://nas.example.com", "nas:5001, https://nas:5001",
			"[2001:DB8::5]:5001, https://[2001:db8::5]:5001" })
	void itIsTheBareOriginAtWhichDsmIsOpened(String opened, String value) {
		RedirectUri redirectUri = RedirectUri.of(BaseUrl.parse(opened));
		assertThat(redirectUri.value()).isEqualTo(value);
		assertThat(redirectUri).hasToString(value);
		assertThat(redirectUri.address()).isEqualTo(BaseUrl.parse(opened));
	}

}
