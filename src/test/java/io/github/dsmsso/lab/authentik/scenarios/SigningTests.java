package io.github.dsmsso.lab.authentik.scenarios;

import java.text.ParseException;
import java.util.List;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWEObject;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jose.crypto.RSADecrypter;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jwt.SignedJWT;
import io.github.dsmsso.lab.authentik.releases.Behaviour;
import io.github.dsmsso.lab.authentik.scenarios.PlainClient.Answer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** With which keys authentik signs and encrypts, and what it says of them. */
class SigningTests {

	@ParameterizedTest
	@CsvSource({ "2023.10.7, RSA, RS256, RSA", "2026.8.3, RSA, RS256, RSA", "2023.10.7, EC 256, ES256, EC",
			"2026.8.3, EC 256, ES256, EC", "2025.4.4, EC 384, ES384, EC", "2026.8.3, EC 521, ES512, EC",
			"2026.8.3, Ed448, EdDSA, OKP" })
	void discoveryAndKeysTellTheAlgorithmOfTheKey(String release, String key, String algorithm, String type) {
		ApiScene api = signingWith(release, key);
		assertThat(api.discovery("nas").json().at("/id_token_signing_alg_values_supported").toString())
			.isEqualTo("[\"" + algorithm + "\"]");
		Answer keys = api.jwks("nas");
		assertThat(keys.text("/keys/0/kty")).isEqualTo(type);
		assertThat(keys.text("/keys/0/alg")).isEqualTo(algorithm);
		assertThat(keys.text("/keys/0/use")).isEqualTo("sig");
		assertThat(keys.header("Access-Control-Allow-Origin")).isEqualTo("*");
		assertThat(keys.has("/keys/1")).isFalse();
		Answer tokens = api.tokens("nas", "anna");
		assertThat(tokens.idToken(0).at("/alg").asString()).isEqualTo(algorithm);
		assertThat(tokens.idToken(0).at("/kid").asString()).isEqualTo(keys.text("/keys/0/kid"));
	}

	@ParameterizedTest
	@CsvSource({ "RSA", "EC 256", "EC 384", "EC 521" })
	void aTokenIsVerifiedByThePublishedKey(String key) throws ParseException, JOSEException {
		ApiScene api = signingWith("2026.8.3", key);
		SignedJWT token = SignedJWT.parse(api.tokens("nas", "anna").text("/id_token"));
		JWK published = JWK.parse(api.jwks("nas").json().at("/keys/0").toString());
		JWSVerifier verifier = (published instanceof ECKey curve) ? new ECDSAVerifier(curve)
				: new RSASSAVerifier(published.toRSAKey());
		assertThat(token.verify(verifier)).isTrue();
	}

	/** Before 2025.4 the length of the curve did not count. */
	@Test
	void aLongerCurveWasCalledEs256() {
		ApiScene api = signingWith("2024.12.5", "EC 384");
		assertThat(api.jwks("nas").text("/keys/0/alg")).isEqualTo("ES256");
		assertThat(api.jwks("nas").text("/keys/0/crv")).isEqualTo("P-384");
		assertThat(api.tokens("nas", "anna").idToken(0).at("/alg").asString()).isEqualTo("ES256");
	}

	@ParameterizedTest
	@ValueSource(strings = { "2023.10.7", "2026.8.3" })
	void withoutAKeyTheClientSecretSignsAndNoKeyIsPublished(String release) throws ParseException, JOSEException {
		ApiScene api = ApiScene.of(release);
		String secret = "a-secret-that-is-long-enough-for-the-library";
		Map<String, @Nullable Object> provider = api.provider("nas", "signing_key", null);
		provider.put("client_secret", secret);
		api.connect("nas", provider);

		assertThat(api.discovery("nas").text("/id_token_signing_alg_values_supported/0")).isEqualTo("HS256");
		assertThat(api.jwks("nas").text()).isEqualTo("{}");
		String code = ApiScene.code(api.signInOf("anna", api.authorizeTarget("nas")));
		Answer tokens = api.token("nas", "code", code, "client_secret", secret);
		assertThat(SignedJWT.parse(tokens.text("/id_token")).verify(new MACVerifier(secret))).isTrue();
	}

	@ParameterizedTest
	@CsvSource({ "2026.2.2, Ed448, 405", "2026.5.6, Ed448, 405", "2026.2.2, Ed25519, 405", "2026.8.3, Ed25519, 500" })
	void aKeyThatCannotSignBreaksEverythingAboutItsProvider(String release, String key, int errorOnPost) {
		ApiScene api = signingWith(release, key);
		assertThat(api.discovery("nas").status()).isEqualTo(500);
		assertThat(api.jwks("nas").status()).isEqualTo(500);
		assertThat(api.tokens("nas", "anna").status()).isEqualTo(errorOnPost);
	}

	@Test
	void withAnEncryptionKeyTokensAreEncryptedAroundTheSignature() throws ParseException, JOSEException {
		ApiScene api = ApiScene.of("2026.8");
		Object key = api.world().tables().keys().one("name", "authentik Self-signed Certificate").pk();
		api.connect("nas", api.provider("nas", "encryption_key", key));

		assertThat(api.discovery("nas").text("/id_token_encryption_alg_values_supported/0")).isEqualTo("RSA-OAEP-256");
		assertThat(api.discovery("nas").text("/id_token_encryption_enc_values_supported/0")).isEqualTo("A256CBC-HS512");
		JWEObject token = JWEObject.parse(api.tokens("nas", "anna").text("/id_token"));
		assertThat(token.getHeader().getAlgorithm().getName()).isEqualTo("RSA-OAEP-256");
		assertThat(token.getHeader().getEncryptionMethod().getName()).isEqualTo("A256CBC-HS512");
		token.decrypt(new RSADecrypter(
				api.world().keyRing().materialOf(api.world().tables().keys().one("pk", key)).keys().getPrivate()));
		assertThat(token.getPayload().toSignedJWT().getJWTClaimsSet().getClaim("preferred_username")).isEqualTo("anna");
	}

	@Test
	void withoutAnEncryptionKeyNothingIsSaidOfEncryption() {
		ApiScene api = signingWith("2026.8.3", "RSA");
		assertThat(api.discovery("nas").has("/id_token_encryption_alg_values_supported")).isFalse();
	}

	@Test
	void theCertificateOfTheKeyIsPublishedWithIt() {
		ApiScene api = signingWith("2026.8.3", "RSA");
		String pk = api.world().tables().keys().one("name", "RSA").text("pk");
		String certificate = api.get("/crypto/certificatekeypairs/" + pk + "/view_certificate/").text("/data");
		String body = certificate.lines().filter((line) -> !line.startsWith("-----")).reduce("", String::concat);
		assertThat(api.jwks("nas").text("/keys/0/x5c/0")).isEqualTo(body);
	}

	@ParameterizedTest
	@CsvSource({ "2025.10.4, RSA, rsa", "2025.10.4, EC 256, ellipticcurve", "2025.12.6, EC 256, ec",
			"2026.8.3, Ed448, ed448" })
	void theApiTellsTheTypeOfAKey(String release, String key, String type) {
		ApiScene api = signingWith(release, key);
		String member = api.has(Behaviour.KEY_TYPE) ? "key_type" : "private_key_type";
		assertThat(api.get("/crypto/certificatekeypairs/?name=" + key.replace(" ", "+")).column(member))
			.isEqualTo(List.of(type));
	}

	private static ApiScene signingWith(String release, String key) {
		ApiScene api = ApiScene.of(release);
		api.world()
			.keyRing()
			.hasAnRsaKey("RSA")
			.hasAnEcKey("EC 256")
			.hasAnEcKey("EC 384", 384)
			.hasAnEcKey("EC 521", 521)
			.hasAnEd25519Key("Ed25519")
			.hasAnEd448Key("Ed448");
		api.connect("nas", api.provider("nas", "signing_key", api.world().tables().keys().one("name", key).pk()));
		return api;
	}

}
