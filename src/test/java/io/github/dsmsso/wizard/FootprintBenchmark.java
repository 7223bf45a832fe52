package io.github.dsmsso.wizard;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prints how long the wizard takes from the start of its process to its first page, and
 * how much memory it has when nobody asks for anything: as a jar, and as in the container
 * with what {@code docker/train.sh} leaves. Medians of five starts. It needs the packaged
 * jar and the JVM of the container:
 * {@code mvn test -Dtest=FootprintBenchmark -Dwizard.jar=… -Dfootprint.java=…/bin/java}.
 */
class FootprintBenchmark {

	private static final int STARTS = 5;

	private static final Path DOCKER = Path.of("docker").toAbsolutePath();

	private final String java = System.getProperty("footprint.java",
			Path.of(System.getProperty("java.home"), "bin", "java").toString());

	private final Path jar = Path.of(System.getProperty("wizard.jar", "no jar was named")).toAbsolutePath();

	@TempDir
	private Path folder;

	@Test
	void printWhatAStartTakes() throws Exception {
		Map<String, Object> figures = new LinkedHashMap<>();
		figures.put("jar MB", Math.round(Files.size(this.jar) / 1e5) / 10d);
		figures.put("java -jar", measured(this.folder, List.of("-jar", this.jar.toString())));
		Path extracted = this.folder.resolve("extracted");
		run(this.folder, this.java, "-Djarmode=tools", "-jar", this.jar.toString(), "extract", "--destination",
				extracted.toString());
		Files.move(extracted.resolve(this.jar.getFileName()), extracted.resolve("wizard.jar"));
		figures.put("extracted", measured(extracted, List.of("-jar", "wizard.jar")));
		List<String> flags = flags();
		Map<String, String> path = Map.of("PATH", Path.of(this.java).getParent() + ":" + System.getenv("PATH"));
		run(extracted, path, Stream.concat(Stream.of(DOCKER.resolve("train.sh").toString()), training().stream())
			.toArray(String[]::new));
		figures.put("archive MB", Math.round(Files.size(extracted.resolve("wizard.aot")) / 1e5) / 10d);
		figures.put("container", measured(extracted, flags));
		Figures.keep("footprint", figures);
	}

	/** What the image starts Java with. */
	private static List<String> flags() throws IOException {
		Matcher entry = Pattern.compile("ENTRYPOINT \\[\"java\", (.*)]").matcher(dockerfile());
		assertThat(entry.find()).isTrue();
		List<String> flags = new ArrayList<>(List.of("-XX:MaxRAM=320m"));
		Arrays.stream(entry.group(1).split(",")).map((flag) -> flag.strip().replace("\"", "")).forEach(flags::add);
		return flags;
	}

	private static List<String> training() throws IOException {
		Matcher training = Pattern.compile("/tmp/train.sh (-[^|]*)").matcher(dockerfile());
		assertThat(training.find()).isTrue();
		return Arrays.stream(training.group(1).strip().split("\\s+")).toList();
	}

	private static String dockerfile() throws IOException {
		return Files.readString(DOCKER.resolve("Dockerfile"));
	}

	private Map<String, Object> measured(Path folder, List<String> flags) throws Exception {
		List<Long> times = new ArrayList<>();
		List<Long> memory = new ArrayList<>();
		for (int start = 0; start < STARTS; start++) {
			int port = freePort();
			List<String> command = new ArrayList<>(List.of(this.java));
			command.addAll(flags);
			command.addAll(List.of("--server.port=" + port, "--wizard.access.setup-code=false",
					"--wizard.apply.journal=" + this.folder.resolve("journal")));
			long begun = System.nanoTime();
			Process process = new ProcessBuilder(command).directory(folder.toFile())
				.redirectErrorStream(true)
				.redirectOutput(this.folder.resolve("log").toFile())
				.start();
			awaitFirstPage(process, port);
			times.add(Duration.ofNanos(System.nanoTime() - begun).toMillis());
			LockSupport.parkNanos(Duration.ofSeconds(5).toNanos());
			memory.add(idleMebibytes(process));
			process.destroy();
			assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
		}
		return Map.of("first page ms", median(times), "idle MiB", median(memory));
	}

	private static long median(List<Long> figures) {
		return figures.stream().sorted().skip(figures.size() / 2).findFirst().orElseThrow();
	}

	private static void awaitFirstPage(Process process, int port) throws IOException {
		while (!isThere(port)) {
			assertThat(process.isAlive()).isTrue();
			LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
		}
	}

	private static boolean isThere(int port) {
		try {
			HttpURLConnection page = (HttpURLConnection) URI.create("http://127.0.0.1:" + port + "/")
				.toURL()
				.openConnection();
			page.getInputStream().readAllBytes();
			return page.getResponseCode() == HttpURLConnection.HTTP_OK;
		}
		catch (IOException ex) {
			return false;
		}
	}

	/** What it has in memory, as Linux counts it; 0 where this machine does not tell. */
	private static long idleMebibytes(Process process) throws IOException {
		Path status = Path.of("/proc", String.valueOf(process.pid()), "status");
		if (!Files.exists(status)) {
			return 0;
		}
		try (Stream<String> lines = Files.lines(status)) {
			return lines.filter((line) -> line.startsWith("VmRSS:"))
				.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
				.findFirst()
				.orElse(0);
		}
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0)) {
			return socket.getLocalPort();
		}
	}

	private static void run(Path folder, String... command) throws Exception {
		run(folder, Map.of(), command);
	}

	private static void run(Path folder, Map<String, String> environment, String... command) throws Exception {
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile()).inheritIO();
		builder.environment().putAll(environment);
		Process process = builder.start();
		assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
		assertThat(process.exitValue()).as(String.join(" ", command)).isZero();
	}

}
