package io.github.dsmsso.wizard.command;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Stream;

import io.github.dsmsso.lab.Lab;
import io.github.dsmsso.lab.authentik.DemoAuthentik;
import io.github.dsmsso.lab.authentik.releases.AuthentikVersion;
import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.wizard.DsmSsoWizardApplication;
import io.github.dsmsso.wizard.apply.Pause;
import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;

import static org.assertj.core.api.Assertions.assertThat;

/** Commands against the laboratory, with their files and secrets in a folder. */
final class CommandBench implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Path folder;

	private final Lab lab = Lab.start(DsmVersion.DSM_7_2_2, AuthentikVersion.of("2026.5"));

	private final List<RunningDsm> others = new ArrayList<>();

	private final Map<String, String> secrets = new TreeMap<>(
			Map.of("AUTHENTIK_TOKEN", DemoAuthentik.API_TOKEN, "DSM_PASSWORD", DemoNas.PASSWORD));

	private Function<String, @Nullable Secret> terminal = (question) -> null;

	private final List<String> program;

	/** Commands of the classes as they are compiled. */
	CommandBench(Path folder) {
		this(folder, List.of("-cp", System.getProperty("java.class.path"), DsmSsoWizardApplication.class.getName()));
	}

	private CommandBench(Path folder, List<String> program) {
		this.folder = folder;
		this.program = program;
	}

	/** Commands of the jar. */
	static CommandBench ofTheJar(Path folder) {
		return new CommandBench(folder, List.of("-jar", System.getProperty("wizard.jar")));
	}

	Lab lab() {
		return this.lab;
	}

	Map<String, String> secrets() {
		return this.secrets;
	}

	Path journal() {
		return this.folder.resolve("journal");
	}

	/** One more NAS for the same authentik. */
	RunningDsm anotherNas() {
		RunningDsm nas = RunningDsm.start(DemoNas.world(DsmVersion.DSM_7_4, Clock.systemDefaultZone()),
				OutboundHttp.to(this.lab.authentik()), LabCertificate.selfSigned("localhost"), 0);
		this.others.add(nas);
		return nas;
	}

	/** Somebody at the terminal answers what is asked. */
	void answers(Function<String, @Nullable Secret> terminal) {
		this.terminal = terminal;
	}

	/** A connection file for the laboratory's NAS. */
	String file(String more) {
		return text("connection.yaml",
				"version: 1\nnas:\n%s\n%s\n%s\n".formatted(nas(this.lab.dsm(), "  "), authentik(), more));
	}

	/** A connection file for several NAS. */
	String fileOf(RunningDsm... several) {
		StringBuilder list = new StringBuilder("version: 1\n").append(authentik()).append("\nnas:\n");
		for (RunningDsm nas : several) {
			list.append("  -").append(nas(nas, "    ").substring(3)).append('\n');
		}
		return text("several.yaml", list.toString());
	}

	private static String nas(RunningDsm nas, String indent) {
		return """
				address: %s
				certificate: %s
				account: %s""".formatted(nas.address(), nas.server().certificate().fingerprint(), DemoNas.ADMINISTRATOR)
			.indent(indent.length())
			.stripTrailing();
	}

	private String authentik() {
		return "authentik:\n  address: %s\n  certificate: %s".formatted(this.lab.authentikAddress(),
				this.lab.authentikServer().certificate().fingerprint());
	}

	Path path(String name) {
		return this.folder.resolve(name);
	}

	String text(String name, String content) {
		try {
			return Files.writeString(path(name), content).toString();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As a process does, without the time that one takes to start. */
	Outcome run(String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int code = CommandLine.run(WithoutWaiting.class, new Secrets(this.secrets, this.terminal), new PrintStream(out),
				new PrintStream(err), withJournal(arguments));
		return new Outcome(code, out.toString(), err.toString());
	}

	private String[] withJournal(String... arguments) {
		return Stream.concat(Stream.of(arguments), Stream.of("--journal=" + journal())).toArray(String[]::new);
	}

	/** Starts a process of its own. */
	Process start(String... arguments) throws IOException {
		List<String> command = new ArrayList<>(
				List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
						"-XX:+UseSerialGC"));
		command.addAll(this.program);
		command.addAll(List.of(withJournal(arguments)));
		ProcessBuilder builder = new ProcessBuilder(command);
		builder.environment().keySet().removeIf((name) -> name.startsWith("DSM_") || name.startsWith("AUTHENTIK_"));
		builder.environment().putAll(this.secrets);
		return builder.start();
	}

	Outcome process(String... arguments) throws IOException, InterruptedException {
		return ended(start(arguments));
	}

	/** Waits for a process. */
	static Outcome ended(Process process) throws InterruptedException {
		CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
		String out = read(process.getInputStream());
		assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
		return new Outcome(process.exitValue(), out, err.join());
	}

	private static String read(InputStream stream) {
		try (stream) {
			return new String(stream.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.others.forEach(RunningDsm::close);
		this.lab.close();
	}

	/** The basics of a wizard that does not wait for answers that were lost. */
	@Import(DsmSsoWizardApplication.Basics.class)
	static class WithoutWaiting {

		@Bean
		@Primary
		Pause noPause() {
			return (duration) -> {
			};
		}

	}

	/** What a command said, and its exit code. */
	record Outcome(int code, String out, String err) {

		/** The only line of JSON, or the last one. */
		JsonNode told() {
			return JSON.readTree(this.out.lines().reduce((first, second) -> second).orElseThrow());
		}

		List<JsonNode> allTold() {
			return this.out.lines().map(JSON::readTree).toList();
		}

	}

}
