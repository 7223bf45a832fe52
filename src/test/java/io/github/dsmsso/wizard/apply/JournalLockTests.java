package io.github.dsmsso.wizard.apply;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;

import io.github.dsmsso.wizard.shared.ProblemException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Tests for two wizards with one folder, each in a process of its own.
 */
class JournalLockTests {

	private static final String REFERENCE = "0123ABCD";

	@TempDir
	private Path folder;

	private Journal journal;

	private Process other;

	@BeforeEach
	void anotherWizardIsAtWork() throws IOException {
		this.journal = new FileJournal(new ApplyProperties(this.folder), Clock.systemUTC());
		Files.writeString(entry(), "no entry\nthat could be read\n");
		this.other = new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-cp",
				System.getProperty("java.class.path"), LockHolder.class.getName(), this.folder.toString())
			.start();
		BufferedReader said = new BufferedReader(
				new InputStreamReader(this.other.getInputStream(), StandardCharsets.UTF_8));
		assertThat(said.readLine()).isEqualTo(LockHolder.HELD);
	}

	@AfterEach
	void end() {
		this.other.destroyForcibly().onExit().join();
	}

	@Test
	void nothingOfItIsTakenForLeft() {
		assertThat(this.journal.unfinished()).isEmpty();
		assertThat(this.journal.unreadable()).isEmpty();
	}

	@Test
	void nothingOfItIsForgotten() {
		assertRefused(() -> this.journal.forget(REFERENCE));
		assertRefused(this.journal::forgetAll);
		assertThat(entry()).exists();
	}

	@Test
	void askingDoesNotTakeTheLockFromIt() {
		assertThat(this.journal.unreadable()).isEmpty();
		assertRefused(() -> this.journal.forget(REFERENCE));
		assertRefused(() -> this.journal.forget(REFERENCE));
	}

	@Test
	void theLockGoesWithTheProcess() {
		end();
		assertThat(this.journal.unreadable()).containsExactly(entry().toString());

		this.journal.setAside(entry().toString());
		assertThat(this.journal.unreadable()).isEmpty();
		assertThat(Path.of(entry() + ".set-aside")).exists();
		this.journal.forget(REFERENCE);
	}

	private Path entry() {
		return this.folder.resolve(REFERENCE + FileJournal.ENTRY);
	}

	private static void assertRefused(ThrowingCallable action) {
		assertThatExceptionOfType(ProblemException.class).isThrownBy(action)
			.satisfies((refusal) -> assertThat(refusal.problem().code()).isEqualTo("apply.other-wizard"));
	}

}
