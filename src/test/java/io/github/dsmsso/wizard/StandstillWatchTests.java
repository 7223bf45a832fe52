package io.github.dsmsso.wizard;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** What a class of tests is waiting for is kept once it takes too long. */
class StandstillWatchTests {

	@RegisterExtension
	static final Itself itself = new Itself();

	@TempDir
	private Path folder;

	@Test
	void whatStandsStillIsKeptThreadByThread() {
		StandstillWatch watch = new StandstillWatch(Duration.ofMillis(50), this.folder);
		watch.beforeAll(itself.context);
		Path kept = this.folder.resolve(StandstillWatchTests.class.getName() + ".txt");
		await().untilAsserted(() -> assertThat(kept).content().contains("main (", "\tat "));
		watch.afterAll(itself.context);
	}

	@Test
	void whatEndsInTimeLeavesNothing() {
		StandstillWatch watch = new StandstillWatch(Duration.ofSeconds(1), this.folder);
		watch.beforeAll(itself.context);
		watch.afterAll(itself.context);
		await().during(Duration.ofMillis(1200)).until(() -> Files.list(this.folder).findAny().isEmpty());
	}

	/** The context of this class. */
	static final class Itself implements BeforeAllCallback {

		private ExtensionContext context;

		@Override
		public void beforeAll(ExtensionContext test) {
			this.context = test;
		}

	}

}
