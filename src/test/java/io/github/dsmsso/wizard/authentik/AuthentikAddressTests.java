package io.github.dsmsso.wizard.authentik;

import io.github.dsmsso.wizard.shared.ProblemException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

class AuthentikAddressTests {

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			auth.example.com;                                            https://auth.example.com
			AUTH.example.com:9443;                                       https://auth.example.com:9443
			https://auth.example.com/;                                   https://auth.example.com
			https://auth.example.com/if/admin/#/core/tokens;             https://auth.example.com
			https://auth.example.com/if/flow/x/?next=%2Fif%2Fuser%2F;    https://auth.example.com
			https://auth.example.com?next=/;                             https://auth.example.com
			https://auth.example.com#/core;                              https://auth.example.com
			https://auth.example.com/api/v3/;                            https://auth.example.com
			https://auth.example.com/-/health/live/;                     https://auth.example.com
			https://[fd00::1]:9443/if/user/;                             https://[fd00::1]:9443
			https://auth.example.com/application/o/nas/.well-known/openid-configuration; https://auth.example.com
			https://example.com/authentik;                               https://example.com/authentik/
			https://example.com/authentik/;                              https://example.com/authentik/
			https://example.com/authentik/if/admin/#/core;               https://example.com/authentik/
			https://example.com/home/sign-in_1.0~b/if/user/?a=b/c#d;     https://example.com/home/sign-in_1.0~b/
			""")
	void keepsWhatLiesInFrontOfAuthentiksOwnPages(String typed, String expected) {
		assertThat(AuthentikAddress.parse("  " + typed + "\n").toString()).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://example.com/../if/admin/", "https://example.com/a/./b", "https://example.com//a",
			"https://example.com/a//", "https://example.com/a%2Fb", "https://example.com/a b", "https://example.com/ä",
			"https://example.com/a\\b", "https://example.com/a;b", "https://example.com/a\r\nHost: b" })
	void refusesAPathThatIsNotPlain(String typed) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> AuthentikAddress.parse(typed))
			.satisfies((ex) -> {
				assertThat(ex.problem().code()).isEqualTo("authentik.address-path");
				assertThat(ex.problem().arguments()).containsExactly("https://example.com");
			});
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			'', address.empty
			/if/admin/, address.scheme
			//auth.example.com/if/, address.scheme
			ftp://auth.example.com/if/, address.scheme
			https://me@auth.example.com/if/, address.user-name
			https://auth.example.com:0/if/, address.port
			https://127.1/if/, address.ipv4
			http://auth.example.com/if/, address.http
			""")
	void isAsStrictAsAnyAddressAboutTheServer(String typed, String code) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(() -> AuthentikAddress.parse(typed))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo(code));
	}

	@Test
	void refusesAnEndlessAddress() {
		assertThatExceptionOfType(ProblemException.class)
			.isThrownBy(() -> AuthentikAddress.parse("https://example.com/" + "a".repeat(2048)))
			.satisfies((ex) -> assertThat(ex.problem().code()).isEqualTo("address.too-long"));
	}

}
