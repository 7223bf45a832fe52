package io.github.dsmsso.lab.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;

import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.abort;

/**
 * A real browser for tests: a Chromium, Chrome or Edge found on this machine, never
 * fetched. The first test class that needs it starts it for all of this process. Where
 * there is none the tests say so and are skipped; in CI they fail.
 */
public final class Chromium implements BeforeAllCallback {

	/** Names an executable that is not found by itself. */
	private static final String VARIABLE = "CHROME_PATH";

	/** The one without windows first: it takes a third of the time. */
	private static final List<String> NAMES = List.of("chromium-headless-shell", "chromium", "chromium-browser",
			"google-chrome", "google-chrome-stable", "chrome.exe", "msedge.exe", "microsoft-edge");

	private static final List<String> USUAL_PLACES = List.of(
			"/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
			"/Applications/Chromium.app/Contents/MacOS/Chromium",
			"C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
			"C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

	/** A browser that looks nothing up on its own behalf. */
	private static final List<String> QUIET = List.of("--no-sandbox", "--disable-quic",
			"--disable-background-networking", "--disable-component-update", "--disable-sync");

	private Browser browser;

	@Override
	public void beforeAll(ExtensionContext test) {
		this.browser = test.getRoot()
			.getStore(Namespace.GLOBAL)
			.computeIfAbsent(Running.class, (key) -> new Running(find().orElseGet(Chromium::missing)),
					Running.class).browser;
	}

	public Browser browser() {
		return this.browser;
	}

	private static Path missing() {
		String message = "No Chromium or Chrome was found: install one, or name its executable in " + VARIABLE;
		if ("true".equals(System.getenv("CI"))) {
			return fail(message);
		}
		return abort(message);
	}

	private static Optional<Path> find() {
		Stream<String> named = Stream.ofNullable(System.getenv(VARIABLE));
		Stream<String> onThePath = Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
			.flatMap((folder) -> NAMES.stream().map((name) -> folder + File.separator + name));
		return Stream.of(named, onThePath, USUAL_PLACES.stream())
			.flatMap((places) -> places)
			.map(Path::of)
			.filter(Files::isExecutable)
			.findFirst();
	}

	/** The browser while it runs; it ends with the last test. */
	private static final class Running implements AutoCloseable {

		private final Playwright playwright;

		private final Browser browser;

		private Running(Path executable) {
			this.playwright = Playwright
				.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
			this.browser = this.playwright.chromium()
				.launch(new BrowserType.LaunchOptions().setExecutablePath(executable).setArgs(QUIET));
		}

		@Override
		public void close() {
			this.playwright.close();
		}

	}

}
