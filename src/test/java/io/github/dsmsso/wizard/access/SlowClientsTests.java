package io.github.dsmsso.wizard.access;

import java.time.Duration;

import io.github.dsmsso.wizard.OtherWizard;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Clients that are slow on purpose, before the setup code is typed. Threads are few here,
 * so that a few connections show what hundreds do to a wizard of usual size.
 */
@ExtendWith(OutputCaptureExtension.class)
class SlowClientsTests {

	private static final int FEW_THREADS = 20;

	private static OtherWizard wizard;

	@BeforeAll
	static void start() {
		wizard = OtherWizard.with((part) -> part, "--server.tomcat.threads.max=" + FEW_THREADS,
				"--spring.threads.virtual.enabled=false");
	}

	@AfterAll
	static void close() {
		wizard.close();
	}

	@Test
	void formsOfNoSessionAreAnsweredBeforeTheyAreRead() {
		try (SlowClients clients = new SlowClients(wizard.port(), "")) {
			clients.sendSlowForms(2 * FEW_THREADS, "/theme");
			assertThat(clients.answersWithin(Duration.ofSeconds(8))).isEqualTo(2 * FEW_THREADS);
			assertThat(new RawHttp(wizard.port()).get("/access").status()).isEqualTo(200);
		}
	}

	@Test
	void formsOfASessionThatTheCodeHasNotOpenedAreAnsweredBeforeTheyAreRead() {
		RawHttp browser = new RawHttp(wizard.port());
		browser.get("/access");
		try (SlowClients clients = new SlowClients(wizard.port(), browser.cookie())) {
			clients.sendSlowForms(2 * FEW_THREADS, "/nas/sign-in");
			assertThat(clients.answersWithin(Duration.ofSeconds(8))).isEqualTo(2 * FEW_THREADS);
		}
	}

	@Test
	void aFormThatTricklesInIsGivenUpAtItsDeadline() {
		RawHttp browser = new RawHttp(wizard.port());
		browser.get("/access");
		try (SlowClients clients = new SlowClients(wizard.port(), browser.cookie())) {
			clients.sendSlowForms(FEW_THREADS - 5, "/access");
			assertThat(clients.answersWithin(FormBodies.DEADLINE.plusSeconds(5))).isEqualTo(FEW_THREADS - 5);
			assertThat(clients.answers()).allMatch((answer) -> answer.startsWith("HTTP/1.1 408 "));
		}
	}

	/** Tomcat gives it up by itself, before the deadline. */
	@Test
	void aFormThatStandsStillIsGivenUpToo() {
		try (OtherWizard impatient = OtherWizard.with((part) -> part, "--server.tomcat.connection-timeout=2s")) {
			RawHttp browser = new RawHttp(impatient.port());
			browser.get("/access");
			try (SlowClients clients = new SlowClients(impatient.port(), browser.cookie())) {
				clients.sendFormsThatStandStill(3, "/access");
				assertThat(clients.answersWithin(FormBodies.DEADLINE)).isEqualTo(3);
				assertThat(clients.answers()).allMatch((answer) -> answer.startsWith("HTTP/1.1 408 "));
			}
		}
	}

	/** Each would be a page that nobody sees, and forty lines in the log. */
	@Test
	void whoHangsUpInTheMiddleOfAFormIsNoErrorOfTheWizard(CapturedOutput console) {
		try (OtherWizard wizard = OtherWizard.with((part) -> part)) {
			RawHttp browser = new RawHttp(wizard.port());
			browser.get("/access");
			try (SlowClients clients = new SlowClients(wizard.port(), browser.cookie())) {
				clients.sendSlowForms(3, "/access");
				clients.answersWithin(Duration.ofSeconds(2));
			}
		}
		assertThat(console).contains("Graceful shutdown complete").doesNotContain("Unexpected error");
	}

}
