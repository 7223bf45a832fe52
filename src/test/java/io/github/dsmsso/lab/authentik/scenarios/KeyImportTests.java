package io.github.dsmsso.lab.authentik.scenarios;

import java.util.Map;
import java.util.stream.Stream;

import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import io.github.dsmsso.lab.authentik.world.KeyMaterial;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Certificates and keys that a client brings in PEM. */
class KeyImportTests {

	private static final String KEYS = "/crypto/certificatekeypairs/";

	static Stream<String> releases() {
		return AuthentikVersion.all().stream().map(AuthentikVersion::number);
	}

	@ParameterizedTest
	@MethodSource("releases")
	void aKeyThatWasBroughtSignsAndIsRenamed(String release) {
		ApiScene api = ApiScene.under(release);
		KeyMaterial material = material(api, "rsa");
		Map<String, Object> wanted = Map.of("name", "brought", "certificate_data", material.certificatePem(),
				"key_data", material.privateKeyPem());

		Answer created = api.post(KEYS, wanted);

		assertThat(created.status()).isEqualTo(201);
		assertThat(created.text("/fingerprint_sha256")).isEqualTo(material.fingerprint("SHA-256"));
		assertThat(created.json().at("/private_key_available").asBoolean()).isTrue();
		String key = KEYS + created.text("/pk") + "/";
		assertThat(api.get(key + "view_certificate/").text("/data")).isEqualTo(material.certificatePem());
		assertThat(api.patch(key, Map.of("name", "renamed")).text("/name")).isEqualTo("renamed");
		assertThat(api.put(key, wanted).text("/name")).isEqualTo("brought");
		assertThat(api.post(KEYS, wanted).text("/name/0")).contains("with this name already exists");
		api.connect("nas", api.provider("nas", "signing_key", created.text("/pk")));
		assertThat(api.tokens("nas", "anna").idToken(0).path("alg").asString()).isEqualTo("RS256");
		api.requireKept();
	}

	@Test
	void aCertificateAloneIsTakenAndCannotSign() {
		ApiScene api = ApiScene.of("2026.8");
		Answer created = api.post(KEYS,
				Map.of("name", "brought", "certificate_data", material(api, "rsa").certificatePem()));
		assertThat(created.json().at("/private_key_available").asBoolean(true)).isFalse();
		assertThat(api.get(KEYS + "?has_key=true").column("name")).doesNotContain("brought");
		assertThat(api.get(KEYS + "?has_key=false").column("name")).contains("brought");
		api.connect("nas", api.provider("nas", "signing_key", created.text("/pk")));
		assertThat(api.discovery("nas").status()).isEqualTo(500);
	}

	@Test
	void aCertificateIsReplacedUnderItsName() {
		ApiScene api = ApiScene.of("2026.8");
		KeyMaterial first = material(api, "rsa");
		KeyMaterial second = material(api, "ec");
		String key = KEYS
				+ api.post(KEYS, Map.of("name", "brought", "certificate_data", first.certificatePem())).text("/pk")
				+ "/";
		Answer changed = api.patch(key,
				Map.of("certificate_data", second.certificatePem(), "key_data", second.privateKeyPem()));
		assertThat(changed.status()).as(changed.text()).isEqualTo(200);
		assertThat(changed.text("/key_type")).isEqualTo("ec");
	}

	@Test
	void aPrivateKeyIsTakenWhetherItFitsOrNot() {
		ApiScene api = ApiScene.of("2026.8");
		assertThat(api.post(KEYS, Map.of("name", "brought", "certificate_data", material(api, "rsa").certificatePem(),
				"key_data", material(api, "ed25519").privateKeyPem()))
			.status()).isEqualTo(201);
	}

	@ParameterizedTest
	@CsvSource(delimiter = ';', textBlock = """
			certificate_data ; no PEM        ; Unable to load certificate.
			certificate_data ; %KEY%         ; Unable to load certificate.
			certificate_data ; ''            ; This field may not be blank.
			key_data         ; no PEM        ; Unable to load private key (possibly encrypted?).
			key_data         ; %CERTIFICATE% ; Unable to load private key (possibly encrypted?).
			name             ; ''            ; This field may not be blank.
			""")
	void whatIsNoPemIsRefusedByItsField(String field, String value, String error) {
		ApiScene api = ApiScene.of("2026.8");
		KeyMaterial material = material(api, "rsa");
		Map<String, Object> body = new java.util.HashMap<>(Map.of("name", "brought", "certificate_data",
				material.certificatePem(), "key_data", material.privateKeyPem()));
		body.put(field,
				value.replace("%KEY%", material.privateKeyPem()).replace("%CERTIFICATE%", material.certificatePem()));
		Answer answer = api.post(KEYS, body);
		assertThat(answer.status()).isEqualTo(400);
		assertThat(answer.text("/" + field + "/0")).isEqualTo(error);
		assertThat(api.get(KEYS).column("name")).doesNotContain("brought");
	}

	private static KeyMaterial material(ApiScene api, String kind) {
		return KeyMaterial.shipped(kind, "brought", api.world().clock());
	}

}
