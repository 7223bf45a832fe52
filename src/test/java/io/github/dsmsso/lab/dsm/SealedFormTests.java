package io.github.dsmsso.lab.dsm;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import javax.crypto.Cipher;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.protocol.Json;
import io.github.dsmsso.lab.dsm.protocol.SealedForm;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.http.LabResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the port without encryption, and for the envelope that DSM's page uses there.
 */
class SealedFormTests {

	/** {@code openssl enc -aes-256-cbc -md md5} of {@link #FORM} with this passphrase. */
	private static final String PASSPHRASE = "correct horse battery staple";

	private static final String FORM = "account=anna&passwd=Lab-NAS-2026&session=webui&__cIpHeRtOkEn=1795510800";

	private static final String SEALED = "U2FsdGVkX187hhEzvsXJC7jN+6ezRZA6++ge0xaIeanzbmH08vPkaNYQ2kN/F2JnPtb+BsRzjZWVsaON"
			+ "QW9FLb1jICIgYVkvIvCm1CvEDSvkgphicBj7jpKutAKh+4lo";

	private final DsmScene scene = DsmScene.of(DsmVersion.DSM_7_2_2);

	private final DsmCalls inPlain = new DsmCalls(this.scene.simulator.inPlain());

	@Test
	void aSignInMayComeInTheEnvelope() throws GeneralSecurityException {
		JsonNode answer = login(SEALED);
		assertThat(answer.path("data").path("account").asString()).isEqualTo("anna");
		assertThat(this.scene.simulator.arrived().toString()).doesNotContain(DemoNas.PASSWORD, SEALED);
	}

	@Test
	void anEnvelopeThatWasNotMadeForThisNasIsRefused() throws GeneralSecurityException {
		assertThat(DsmCalls.codeOf(login(SEALED.substring(0, 40)))).isEqualTo(120);
		for (String envelope : new String[] { "nonsense", "{}", "{\"rsa\":\"AAAA\",\"aes\":\"AAAA\"}" }) {
			assertThat(envelope(envelope).text()).as(envelope).contains("\"code\":120");
		}
	}

	@Test
	void cookiesCanBeKeptWithoutEncryption() {
		LabResponse response = this.inPlain.post("/webapi/entry.cgi", Map.of("api", "SYNO.API.Auth", "version", "7",
				"method", "login", "account", "anna", "passwd", DemoNas.PASSWORD));
		assertThat(response.headers().get("Set-Cookie")).singleElement()
			.asString()
			.startsWith("id=")
			.doesNotContain("Secure");
	}

	@Test
	void whereDsmSendsEverybodyToHttpsAnAnswerIsARedirect() {
		this.scene.world.web().ports(5000, 5443).redirectsToHttps();
		LabResponse response = this.inPlain.send("POST", "/webapi/entry.cgi?api=SYNO.API.Info",
				Map.of("Host", List.of("nas.example.org:5000")), "");
		assertThat(response.status()).isEqualTo(302);
		assertThat(response.headers().get("Location"))
			.containsExactly("https://nas.example.org:5443/webapi/entry.cgi?api=SYNO.API.Info");
	}

	private JsonNode login(String sealedForm) throws GeneralSecurityException {
		String key = this.inPlain.data("SYNO.API.Encryption", 1, "getinfo", "format", "module")
			.path("public_key")
			.asString();
		Cipher rsa = Cipher.getInstance("RSA/ECB/PKCS1Padding");
		rsa.init(Cipher.ENCRYPT_MODE, publicKey(new BigInteger(key, 16)));
		String passphrase = Base64.getEncoder()
			.encodeToString(rsa.doFinal(PASSPHRASE.getBytes(StandardCharsets.US_ASCII)));
		return Json.read(envelope(Json.write(Map.of("rsa", passphrase, "aes", sealedForm))).text());
	}

	private LabResponse envelope(String envelope) {
		return this.inPlain.post("/webapi/auth.cgi",
				Map.of("api", "SYNO.API.Auth", "version", "7", "method", "login", SealedForm.CIPHER_KEY, envelope));
	}

	private static PublicKey publicKey(BigInteger modulus) throws GeneralSecurityException {
		return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, BigInteger.valueOf(65537)));
	}

}
