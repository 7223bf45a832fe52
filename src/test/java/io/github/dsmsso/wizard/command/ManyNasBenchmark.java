package io.github.dsmsso.wizard.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;

import io.github.dsmsso.lab.dsm.RunningDsm;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.wizard.Figures;
import io.github.dsmsso.wizard.command.CommandBench.Outcome;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Prints how long {@code plan} and {@code check} take for many NAS at one authentik, each
 * answer 50 ms away, from the start of the process to its end, and how much memory the
 * process has at most (0 where this machine does not tell). The name keeps it out of
 * {@code mvn verify}: {@code mvn test -Dtest=ManyNasBenchmark}.
 */
class ManyNasBenchmark {

	private static final Duration LATENCY = Duration.ofMillis(50);

	@TempDir
	private Path folder;

	@Test
	void printWhatManyTake() throws Exception {
		Map<String, Map<String, Object>> figures = new LinkedHashMap<>();
		try (CommandBench bench = new CommandBench(this.folder)) {
			String one = "--connection=" + bench.file("");
			String plan = bench.path("plan.json").toString();
			bench.run("plan", one, "--out=" + plan);
			assertThat(bench.run("apply", one, "--plan=" + plan).code()).isZero();
			bench.lab().authentikBehind(ManyNasBenchmark::late);
			List<RunningDsm> several = new ArrayList<>();
			for (int count : List.of(1, 40, 500)) {
				Stream.generate(bench::anotherNas)
					.limit(count - several.size())
					.forEach((nas) -> several.add(nas.behind(ManyNasBenchmark::late)));
				figures.put(String.valueOf(count), measured(bench, several));
			}
		}
		Figures.keep("many", figures);
	}

	/**
	 * What is planned is a new connection; what is checked is one that others have, too.
	 */
	private static Map<String, Object> measured(CommandBench bench, List<RunningDsm> several) throws Exception {
		String connection = "--connection=" + bench.fileOf(several.toArray(RunningDsm[]::new));
		Map<String, Object> figures = new LinkedHashMap<>(measured("plan", connection, bench));
		several.forEach((nas) -> nas.world().sso().configure(bench.lab().nas().sso().oidc()).profile("oidc", true));
		figures.putAll(measured("check", connection, bench));
		several.forEach((nas) -> nas.world()
			.sso()
			.configure(Map.of("oidc_client_id", "", "oidc_wellknown", ""))
			.profile("oidc", false));
		return figures;
	}

	private static Map<String, Object> measured(String command, String connection, CommandBench bench)
			throws Exception {
		bench.lab().authentik().forgetArrived();
		long start = System.nanoTime();
		Process process = bench.start(command, connection, "--output=json");
		PeakMemory peak = new PeakMemory(process);
		Outcome outcome = CommandBench.ended(process);
		assertThat(outcome.err()).isEmpty();
		return Map.of(command + " s", Math.round((System.nanoTime() - start) / 1e8) / 10d, command + " MiB",
				peak.mebibytes(), command + " calls to authentik", bench.lab().authentik().arrived().size());
	}

	private static LabHandler late(LabHandler server) {
		return (request) -> {
			LockSupport.parkNanos(LATENCY.toNanos());
			return server.handle(request);
		};
	}

	/** Looks at a process again and again, as it cannot be asked once it has ended. */
	private static final class PeakMemory {

		private final Thread looking;

		private volatile long kibibytes;

		private PeakMemory(Process process) {
			this.looking = new Thread(() -> {
				while (process.isAlive()) {
					this.kibibytes = Math.max(this.kibibytes, look(process.pid()));
					LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
				}
			}, "memory");
			this.looking.start();
		}

		/** The most that it ever had, as Linux counts it. */
		private static long look(long pid) {
			try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
				return lines.filter((line) -> line.startsWith("VmHWM:"))
					.mapToLong((line) -> Long.parseLong(line.replaceAll("\\D", "")))
					.findFirst()
					.orElse(0);
			}
			catch (IOException | RuntimeException ex) {
				return 0;
			}
		}

		private long mebibytes() throws InterruptedException {
			this.looking.join();
			return this.kibibytes / 1024;
		}

	}

}
