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
	@CsvSource(delimiter = '>',
			textBlock = """
					auth.example.com                                                         > https://auth.example.com
					AUTH.example.com:9443                                                    > https://auth.example.com:9443
					https://auth.example.com/                                                > https://auth.example.com
					https://auth.example.com/if/admin/#/core/tokens                          > https://auth.example.com
					https://auth.example.com/if/flow/x/?next=%2Fif%2Fuser%2F                 > https://auth.example.com
					https://auth.example.com?next=/                                          > https://auth.example.com
					https://auth.example.com#/core                                           > https://auth.example.com
					https://auth.example.com/api/v3/                                         > https://auth.example.com
					https://auth.example.com/-/health/live/                                  > https://auth.example.com
					https://[fd00::1]:9443/if/user/                                          > https://[fd00::1]:9443
					https://auth.example.com/application/o/nas/.well-known/openid-configuration > https://auth.example.com
					https://example.com/authentik                                            > https://example.com/authentik/
					https://example.com/authentik/                                           > https://example.com/authentik/
					https://example.com/authentik/if/admin/#/core                            > https://example.com/authentik/
					https://example.com/home/sign-in_1.0~b/if/user/?a=b/c#d                  > https://example.com/home/sign-in_1.0~b/
					https://auth.example.com/if/admin/                                       > https://auth.example.com
					https://auth.example.com/if/admin                                        > https://auth.example.com
					https://auth.example.com/#/                                              > https://auth.example.com
					https://auth.example.com/#/core/applications/dsm                         > https://auth.example.com
					https://auth.example.com/if/admin/#/core/providers/12                    > https://auth.example.com
					https://auth.example.com/if/admin/#/administration/overview              > https://auth.example.com
					https://auth.example.com/if/admin/#/core/tokens;%7B%22search%22%3A%22x%22%7D > https://auth.example.com
					https://auth.example.com/if/user/#/library                               > https://auth.example.com
					https://auth.example.com/if/user/#/settings;%7B%22page%22%3A%22page-tokens%22%7D > https://auth.example.com
					https://auth.example.com/if/flow/initial-setup/                          > https://auth.example.com
					https://auth.example.com/application/launch/nas/                         > https://auth.example.com
					https://auth.example.com/application/o/authorize/?client_id=x&redirect_uri=https%3A%2F%2Fnas%3A5001 > https://auth.example.com
					https://auth.example.com/application/saml/x/metadata/                    > https://auth.example.com
					https://auth.example.com/flows/-/default/authentication/?next=/          > https://auth.example.com
					https://auth.example.com/source/oauth/login/google/                      > https://auth.example.com
					https://auth.example.com/outpost.goauthentik.io/auth/nginx               > https://auth.example.com
					https://auth.example.com/static/dist/assets/icons/icon.png               > https://auth.example.com
					https://auth.example.com/media/public/logo.png                           > https://auth.example.com
					https://auth.example.com/recovery/use-token/abc/                         > https://auth.example.com
					https://auth.example.com/ws/client/                                      > https://auth.example.com
					https://auth.example.com:443/if/admin/                                   > https://auth.example.com
					https://auth.example.com.:9443/if/admin/                                 > https://auth.example.com:9443
					https://example.com/authentik/#/core                                     > https://example.com/authentik/
					https://example.com/authentik/flows/-/default/authentication/            > https://example.com/authentik/
					https://example.com/authentik/outpost.goauthentik.io/start               > https://example.com/authentik/
					https://bücher.example/if/admin/#/core                                   > https://xn--bcher-kva.example
					https://bücher.example/authentik/                                        > https://xn--bcher-kva.example/authentik/
					http://127.0.0.1:9000/if/admin/                                          > http://127.0.0.1:9000
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
			https://[fe80::1%eth0]/if/, address.link-local
			https://аuth.example.com/if/, address.not-ascii
			https://[64:ff9b::a9fe:a9fe]/if/, address.metadata
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
