package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Tests for a wizard that is stopped while SSO by default is on trial: by SIGTERM, as
 * Ctrl-C, a service manager and Docker do it, and by SIGKILL.
 */
class OrderlyStopTests {

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	/** Less than Docker waits before it kills. */
	private static final Duration GRACE = Duration.ofSeconds(10);

	private final CountDownLatch onTrial = new CountDownLatch(1);

	private LabServer nas;

	private LabServer authentik;

	private RestartBench bench;

	private Process wizard;

	@BeforeEach
	void begin() throws IOException, InterruptedException {
		this.nas = LabServer.https((request) -> watched(this.bench::atNas, request), CERTIFICATE, 0);
		this.authentik = LabServer.https((request) -> this.bench.atAuthentik(request), CERTIFICATE, 0);
		this.bench = new RestartBench(address(this.nas), address(this.authentik));
		this.wizard = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-cp", System.getProperty("java.class.path"),
				TrialInAProcess.class.getName(), address(this.nas), address(this.authentik), CERTIFICATE.fingerprint())
			.redirectErrorStream(true)
			.redirectOutput(ProcessBuilder.Redirect.DISCARD)
			.start();
		assertThat(this.onTrial.await(2, TimeUnit.MINUTES)).isTrue();
	}

	@AfterEach
	void end() {
		this.wizard.destroyForcibly().onExit().join();
		this.nas.close();
		this.authentik.close();
		this.bench.close();
	}

	@Test
	void anOrderlyStopTakesTheTrialBackAndLeavesTheConnection() throws InterruptedException {
		assumeThat(this.wizard.supportsNormalTermination()).isTrue();

		this.wizard.destroy();

		assertThat(this.wizard.waitFor(GRACE.toSeconds() * 3, TimeUnit.SECONDS)).isTrue();
		assertThat(this.bench.nas().sso().defaultLogin()).isFalse();
		assertThat(this.bench.nas().sso().offersOidc()).isTrue();
	}

	/** Nobody can help that; what the next wizard says of it is told elsewhere. */
	@Test
	void aKilledWizardTakesNothingBack() throws InterruptedException {
		this.wizard.destroyForcibly();

		assertThat(this.wizard.waitFor(GRACE.toSeconds(), TimeUnit.SECONDS)).isTrue();
		assertThat(this.bench.nas().sso().defaultLogin()).isTrue();
	}

	/** The trial has begun once DSM was told. */
	private LabResponse watched(LabHandler server, LabRequest request) {
		LabResponse response = server.handle(request);
		if (this.bench.nas().sso().defaultLogin()) {
			this.onTrial.countDown();
		}
		return response;
	}

	private static String address(LabServer server) {
		return "https://localhost:" + server.port();
	}

}
