package io.github.dsmsso.wizard;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/** The health check of the image, run as it stands in {@code docker/Dockerfile}. */
class HealthCheckTests {

	private static final Pattern COMMAND = Pattern.compile("HEALTHCHECK .*\\\\\n\tCMD (.*)\n");

	@BeforeAll
	static void needsCurl() {
		assumeThat(Arrays.stream(System.getenv("PATH").split(File.pathSeparator)))
			.anyMatch((folder) -> Files.isExecutable(Path.of(folder, "curl")));
	}

	@ParameterizedTest
	@CsvSource({ "200, true", "503, false", "302, false", "404, false" })
	void whoAnswersInClearTextIsReadyIfItSaysSo(int status, boolean ready) throws Exception {
		try (LabServer server = LabServer.http(answering(status), 0)) {
			assertThat(isReady(server.port(), "")).isEqualTo(ready);
		}
	}

	@ParameterizedTest
	@CsvSource({ "200, true", "503, false" })
	void soIsWhoAnswersOverTlsForWhateverName(int status, boolean ready) throws Exception {
		try (LabServer server = LabServer.https(answering(status), LabCertificate.selfSigned("wizard.example"), 0)) {
			assertThat(isReady(server.port(), "")).isEqualTo(ready);
		}
	}

	@Test
	void nobodyIsNotReady() throws Exception {
		ServerSocket socket = new ServerSocket(0);
		socket.close();
		assertThat(isReady(socket.getLocalPort(), "")).isFalse();
	}

	@Test
	void theWizardIsReadyUnderWhateverNameItIsReached() throws Exception {
		try (OtherWizard wizard = OtherWizard.with((part) -> part, "--wizard.access.https=true",
				"--wizard.access.allowed-hosts=wizard.example")) {
			assertThat(isReady(wizard.port(), "")).isTrue();
		}
	}

	@Test
	void theWizardIsReadyBelowAPathToo() throws Exception {
		try (OtherWizard wizard = OtherWizard.with((part) -> part, "--server.servlet.context-path=/sso-wizard")) {
			assertThat(isReady(wizard.port(), "/sso-wizard")).isTrue();
		}
	}

	private static boolean isReady(int port, String path) throws IOException, InterruptedException {
		Matcher command = COMMAND.matcher(Files.readString(Path.of("docker", "Dockerfile")));
		assertThat(command.find()).isTrue();
		ProcessBuilder check = new ProcessBuilder("sh", "-c", command.group(1));
		check.environment().put("SERVER_PORT", String.valueOf(port));
		check.environment().put("SERVER_SERVLET_CONTEXT_PATH", path);
		Process process = check.start();
		assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
		return process.exitValue() == 0;
	}

	private static LabHandler answering(int status) {
		return (request) -> LabResponse.of(request.path().equals("/actuator/health/readiness") ? status : 500,
				"application/json", "{}");
	}

}
