package io.github.dsmsso.wizard.access;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.DsmSsoWizardApplication;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A wizard in a process of its own that was told to log everything, in every way there
 * is: what is typed into its forms is not in what it prints.
 */
class TalkativeLogTests {

	private static final String TYPED = "CANARYTYPEDINTOAFORM";

	@TempDir
	private Path folder;

	@Test
	void noFlagMakesTheLogRepeatWhatIsTyped() throws IOException, InterruptedException {
		Path log = this.folder.resolve("log");
		Process wizard = start(log, "--trace", "--debug", "--logging.level.root=TRACE");
		try {
			RawHttp browser = new RawHttp(portIn(log));
			assertThat(browser.typeCode(TYPED).header("Location")).isPresent();
			String session = browser.cookie().replaceFirst(".*=", "");
			assertThat(session).hasSizeGreaterThan(16);
			String token = browser.get("/access").csrf();
			List<String> lines = Files.readAllLines(log);
			assertThat(lines).hasSizeGreaterThan(1000).anyMatch((line) -> line.contains("DispatcherServlet"));
			assertThat(lines.stream().filter((line) -> contains(line, TYPED, session, token))).isEmpty();
		}
		finally {
			wizard.destroyForcibly().waitFor(30, TimeUnit.SECONDS);
		}
	}

	private static boolean contains(String line, String... secrets) {
		return Stream.of(secrets).anyMatch(line::contains);
	}

	private Process start(Path log, String... flags) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-cp", System.getProperty("java.class.path"), DsmSsoWizardApplication.class.getName(),
						"--server.port=0", "--wizard.apply.journal=" + this.folder.resolve("journal")));
		command.addAll(List.of(flags));
		return new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
	}

	private static int portIn(Path log) throws IOException {
		long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
		while (System.nanoTime() < end) {
			String text = Files.readString(log);
			int found = text.indexOf("Tomcat started on port ");
			if (found >= 0 && text.contains("Setup code: ")) {
				return Integer.parseInt(text.substring(found + 23).split("\\D", 2)[0]);
			}
			LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(200));
		}
		throw new AssertionError("The wizard did not start");
	}

}
