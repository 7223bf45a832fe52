package io.github.dsmsso.wizard.http;

import java.io.IOException;
import java.net.ServerSocket;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.wizard.OtherWizard;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for the health check of a container. */
class HealthProbeTests {

	@ParameterizedTest
	@CsvSource({ "200, true", "503, false", "302, false", "404, false" })
	void whoAnswersInClearTextIsReadyIfItSaysSo(int status, boolean ready) {
		try (LabServer server = LabServer.http(answering(status), 0)) {
			assertThat(HealthProbe.isReady(server.port(), "")).isEqualTo(ready);
		}
	}

	@ParameterizedTest
	@CsvSource({ "200, true", "503, false" })
	void soIsWhoAnswersOverTlsForWhateverName(int status, boolean ready) {
		try (LabServer server = LabServer.https(answering(status), LabCertificate.selfSigned("wizard.example"), 0)) {
			assertThat(HealthProbe.isReady(server.port(), "")).isEqualTo(ready);
		}
	}

	@Test
	void nobodyIsNotReady() throws IOException {
		ServerSocket socket = new ServerSocket(0);
		socket.close();
		assertThat(HealthProbe.isReady(socket.getLocalPort(), "")).isFalse();
	}

	@Test
	void theWizardIsReadyUnderWhateverNameItIsReached() {
		try (OtherWizard wizard = OtherWizard.with((part) -> part, "--wizard.access.https=true",
				"--wizard.access.allowed-hosts=wizard.example")) {
			assertThat(HealthProbe.isReady(wizard.port(), "")).isTrue();
		}
	}

	@Test
	void theWizardIsReadyBelowAPathToo() {
		try (OtherWizard wizard = OtherWizard.with((part) -> part, "--server.servlet.context-path=/sso-wizard")) {
			assertThat(HealthProbe.isReady(wizard.port(), "/sso-wizard")).isTrue();
		}
	}

	private static LabHandler answering(int status) {
		return (request) -> LabResponse.of(request.path().equals("/actuator/health/readiness") ? status : 500,
				"application/json", "{}");
	}

}
