package io.github.dsmsso.lab.dsm;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.http.LabResponse;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Tests for the port without encryption, and for the envelope that DSM's page uses there.
 */
class SealedFormTests {

	/** {@code account=anna&passwd=Lab-NAS-2026&session=webui&__cIpHeRtOkEn=1795510800} */
	private static final String SEALED = "U2FsdGVkX187hhEzvsXJC7jN+6ezRZA6++ge0xaIeanzbmH08vPkaNYQ2kN/F2JnPtb+BsRzjZWVsaON"
			+ "QW9FLb1jICIgYVkvIvCm1CvEDSvkgphicBj7jpKutAKh+4lo";

	private final DsmScene scene = DsmScene.of(DsmVersion.DSM_7_2_2);

	private final DsmCalls inPlain = new DsmCalls(this.scene.simulator.inPlain());

	private final SealedSignIn signIn = new SealedSignIn(this.inPlain);

	@Test
	void aSignInMayComeInTheEnvelope() {
		JsonNode answer = this.signIn.send(SEALED);
		assertThat(answer.path("data").path("account").asString()).isEqualTo("anna");
		assertThat(this.scene.simulator.arrived().toString()).doesNotContain(DemoNas.PASSWORD, SEALED);
	}

	@Test
	void anEnvelopeThatWasNotMadeForThisNasIsRefused() {
		assertThat(DsmCalls.codeOf(this.signIn.send(SEALED.substring(0, 40)))).isEqualTo(120);
		for (String envelope : new String[] { "nonsense", "{}", "{\"rsa\":\"AAAA\",\"aes\":\"AAAA\"}" }) {
			assertThat(DsmCalls.codeOf(this.signIn.envelope(envelope))).as(envelope).isEqualTo(120);
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

}
