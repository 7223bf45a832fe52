package io.github.dsmsso.wizard.export;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

class PseudonymsTests {

	private final Pseudonyms pseudonyms = new Pseudonyms().know("host", List.of("nas", "nas.example.org"))
		.know("person", List.of("anna", "Anna Ahrens", "anna@example.org"))
		.know("name", List.of("anna", "synology", ""));

	@Test
	void aValueGetsTheSamePseudonymWhereverItStands() {
		assertThat(this.pseudonyms.in("anna, Anna Ahrens, anna")).isEqualTo("person-1, person-2, person-1");
		assertThat(this.pseudonyms.in("https://nas.example.org:5001/?user=anna"))
			.isEqualTo("https://host-1:5001/?user=person-1");
	}

	@Test
	void aNameInsideAnotherWordIsNoName() {
		assertThat(this.pseudonyms.in("nas-users in nasturtium, annas")).isEqualTo("nas-users in nasturtium, annas");
	}

	@ParameterizedTest
	@CsvSource({ "https://auth.example/application/o/synology/, https://host-1/application/o/name-1/",
			"somebody@example.net, person-1", "192.168.1.20, host-1",
			"07:4D:F1:30:64:61:37:AD:99:2F:9D:FB:49:7B:3C:B7, id-1", "fe80::1%eth0, host-1%eth0",
			"6f9619ff-8b86-d011-b42d-00c04fc964ff, id-1", "Ab12Cd34Ef56Gh78Ij90Kl, id-1",
			"goauthentik.io/providers/oauth2/scope-openid, goauthentik.io/providers/oauth2/scope-openid",
			"DSM 7.2.2-72806, DSM 7.2.2-72806", "authorization_code, authorization_code",
			"SYNO.Core.Directory.OIDC.SSO, SYNO.Core.Directory.OIDC.SSO",
			"2026-11-29T10:15:30Z, 2026-11-29T10:15:30Z" })
	void whatNobodyNamedIsRecognizedByItsForm(String text, String hidden) {
		assertThat(this.pseudonyms.in(text)).isEqualTo(hidden);
	}

}
