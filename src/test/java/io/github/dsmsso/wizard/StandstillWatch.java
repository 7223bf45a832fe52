package io.github.dsmsso.wizard;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * No class of tests takes a minute on two idle cores. What one that does is waiting for,
 * thread by thread, is kept below {@code target/standstills}. Registered for all of them.
 */
public final class StandstillWatch implements BeforeAllCallback, AfterAllCallback {

	private static final ScheduledExecutorService CLOCK = Executors
		.newSingleThreadScheduledExecutor(StandstillWatch::thread);

	private final Duration patience;

	private final Path folder;

	private final Map<String, Future<?>> watched = new ConcurrentHashMap<>();

	public StandstillWatch() {
		this(Duration.ofMinutes(1), Path.of("target", "standstills"));
	}

	StandstillWatch(Duration patience, Path folder) {
		this.patience = patience;
		this.folder = folder;
	}

	@Override
	public void beforeAll(ExtensionContext test) {
		String name = test.getRequiredTestClass().getName();
		this.watched.put(name,
				CLOCK.schedule(() -> keepThreads(name), this.patience.toMillis(), TimeUnit.MILLISECONDS));
	}

	@Override
	public void afterAll(ExtensionContext test) {
		this.watched.remove(test.getRequiredTestClass().getName()).cancel(false);
	}

	private void keepThreads(String name) {
		try {
			Files.createDirectories(this.folder);
			Files.writeString(this.folder.resolve(name + ".txt"), threads());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static String threads() {
		return Thread.getAllStackTraces()
			.entrySet()
			.stream()
			.map((thread) -> told(thread.getKey(), thread.getValue()))
			.collect(Collectors.joining("\n"));
	}

	private static String told(Thread thread, StackTraceElement[] stack) {
		return Stream.of(stack)
			.map((line) -> "\tat " + line + "\n")
			.collect(Collectors.joining("", thread.getName() + " (" + thread.getState() + ")\n", ""));
	}

	private static Thread thread(Runnable work) {
		Thread thread = new Thread(work, "standstill-watch");
		thread.setDaemon(true);
		return thread;
	}

}
