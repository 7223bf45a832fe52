package io.github.dsmsso.wizard.pages;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.DsmSsoWizardApplication;

import org.springframework.boot.builder.SpringApplicationBuilder;

/** A whole wizard in a process of its own, on a port of its own, that can be stopped. */
final class WizardProcess implements AutoCloseable {

	private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");

	private static final int PATIENCE_SECONDS = 120;

	private final Process process;

	private final CompletableFuture<Integer> port = new CompletableFuture<>();

	private WizardProcess(Process process) {
		this.process = process;
		Thread listener = new Thread(this::listen);
		listener.setDaemon(true);
		listener.start();
	}

	/**
	 * What runs in the process: a wizard that waits for nothing longer than a moment, as
	 * nothing arrives late in the laboratory.
	 */
	public static void main(String... arguments) {
		new SpringApplicationBuilder(DsmSsoWizardApplication.class, BriefPauses.class).run(arguments);
	}

	/**
	 * Starts one.
	 * @param journal the folder of its journal
	 */
	static WizardProcess start(Path journal) {
		return start(journal, 0);
	}

	/**
	 * Starts one where another has been.
	 * @param journal the folder of its journal
	 * @param port where it listens
	 */
	static WizardProcess start(Path journal, int port) {
		return start(journal, port, List.of());
	}

	/**
	 * Starts one with the memory of the container, as {@code docker/Dockerfile} and
	 * {@code docker/compose.yaml} have it: beyond it the process ends.
	 * @param journal the folder of its journal
	 */
	static WizardProcess startAsInTheContainer(Path journal) {
		return start(journal, 0, List.of("-XX:MaxRAM=320m", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError"));
	}

	private static WizardProcess start(Path journal, int port, List<String> options) {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC", "-Xshare:auto"));
		command.addAll(options);
		command.addAll(List.of("-cp", System.getProperty("java.class.path"), WizardProcess.class.getName(),
				"--server.port=" + port, "--wizard.access.setup-code=false", "--wizard.apply.journal=" + journal));
		try {
			Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
			return new WizardProcess(process);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Whatever it says is read, so that it can go on. */
	private void listen() {
		try (BufferedReader output = this.process.inputReader()) {
			output.lines()
				.map(STARTED::matcher)
				.filter(Matcher::find)
				.forEach((started) -> this.port.complete(Integer.valueOf(started.group(1))));
		}
		catch (IOException | UncheckedIOException ex) {
			this.port.completeExceptionally(ex);
		}
	}

	/** Where it can be opened, once it can be. */
	int port() {
		return this.port.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	/** What it has computed so far. */
	Duration cpu() {
		return this.process.info().totalCpuDuration().orElse(Duration.ZERO);
	}

	/**
	 * The most memory it has had so far, in MiB ({@code VmHWM}); empty on a machine that
	 * does not tell.
	 */
	OptionalLong peakMebibytes() {
		try (Stream<String> status = Files.lines(Path.of("/proc", String.valueOf(this.process.pid()), "status"))) {
			return status.filter((line) -> line.startsWith("VmHWM:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst();
		}
		catch (IOException ex) {
			return OptionalLong.empty();
		}
	}

	/** Sends it a signal, at once. */
	void gets(Signal signal) {
		signal.sending.accept(this.process);
	}

	/** Waits until it has ended. */
	void awaitEnd() {
		this.process.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
	}

	@Override
	public void close() {
		this.process.destroyForcibly().onExit().join();
	}

	/** What ends it. */
	enum Signal {

		/** What Ctrl-C, a service manager and Docker do. */
		SIGTERM(Process::destroy),
		/** What nothing can be done about. */
		SIGKILL(Process::destroyForcibly);

		private final Consumer<Process> sending;

		Signal(Consumer<Process> sending) {
			this.sending = sending;
		}

	}

}
