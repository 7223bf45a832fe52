package io.github.dsmsso.wizard.apply;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

import io.github.dsmsso.lab.http.LabCertificate;
import io.github.dsmsso.lab.http.LabHandler;
import io.github.dsmsso.lab.http.LabRequest;
import io.github.dsmsso.lab.http.LabResponse;
import io.github.dsmsso.lab.http.LabResponse.Delivery;
import io.github.dsmsso.lab.http.LabServer;
import io.github.dsmsso.wizard.apply.KilledWizard.Task;
import io.github.dsmsso.wizard.apply.WatchedJournal.Moment;
import org.jspecify.annotations.Nullable;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A NAS and an authentik on sockets, and wizards in processes of their own that are
 * killed while they write to them.
 */
final class KillStation implements AutoCloseable {

	/** How a process ends that got SIGKILL, or was ended by Windows. */
	private static final Set<Integer> KILLED = Set.of(128 + 9, 1);

	private static final Set<Integer> HALTED = Set.of(KilledWizard.HALTED);

	private static final LabCertificate CERTIFICATE = LabCertificate.selfSigned("localhost");

	private final LabServer nas;

	private final LabServer authentik;

	private final RestartBench bench;

	private final Path folder;

	private final Map<Scene, Map<String, Object>> scenes = new EnumMap<>(Scene.class);

	private final Map<Scene, List<Integer>> writes = new EnumMap<>(Scene.class);

	private volatile @Nullable Ambush ambush;

	private int folders;

	KillStation(Path folder) {
		this.folder = folder;
		this.nas = LabServer.https((request) -> lurking(request, this.atNas()), CERTIFICATE, 0);
		this.authentik = LabServer.https((request) -> lurking(request, this.atAuthentik()), CERTIFICATE, 0);
		this.bench = new RestartBench(address(this.nas), address(this.authentik));
		for (Scene scene : Scene.values()) {
			scene.arrange(this.bench);
			this.scenes.put(scene, this.bench.everything());
			this.writes.put(scene, Scene.writingSteps(this.bench.wizard()));
		}
	}

	RestartBench bench() {
		return this.bench;
	}

	/** Brings both systems into a scene and tells how that is. */
	Map<String, Object> arrange(Scene scene) {
		Map<String, Object> before = this.scenes.get(scene);
		this.bench.bringBack(before);
		return before;
	}

	/** The places of the steps that write. */
	List<Integer> writes(Scene scene) {
		return this.writes.get(scene);
	}

	/** Starts a wizard that halts by itself. */
	Remains haltedAt(Moment moment, int step) {
		Path journal = newFolder();
		return remains(start(Task.APPLY, journal, moment.name(), step), HALTED, journal, null);
	}

	/** Starts a wizard and kills it when that write has arrived, before it is done. */
	Remains killedAtWrite(int write) {
		return killedAtWrite(write, Task.APPLY, newFolder());
	}

	/** The same with a wizard that undoes what another one has applied. */
	Remains killedAtWriteOfUndo(int write, Task task) {
		Path journal = newFolder();
		ApplyRun run = AnotherWizard.in(this.bench.wizard(), journal).apply();
		assertThat(run.outcome()).isEqualTo(RunOutcome.APPLIED);
		return killedAtWrite(write, task, journal);
	}

	private Remains killedAtWrite(int write, Task task, Path journal) {
		Ambush waiting = new Ambush(write);
		this.ambush = waiting;
		try {
			Process process = start(task, journal, "", 0);
			waiting.victim.complete(process);
			return remains(process, KILLED, journal, waiting);
		}
		finally {
			this.ambush = null;
		}
	}

	/** A folder with a journal in it. */
	Path journal(byte[] journal) {
		Path folder = newFolder();
		JournalFiles.put(folder, journal);
		return folder;
	}

	@Override
	public void close() {
		this.nas.close();
		this.authentik.close();
		this.bench.close();
	}

	private Path newFolder() {
		return this.folder.resolve("journal-" + ++this.folders);
	}

	private Process start(Task task, Path journal, String moment, int step) {
		try {
			return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp",
					System.getProperty("java.class.path"), KilledWizard.class.getName(), address(this.nas),
					address(this.authentik), CERTIFICATE.fingerprint(), journal.toString(), task.name(), moment,
					String.valueOf(step))
				.redirectErrorStream(true)
				.redirectOutput(said())
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Remains remains(Process process, Set<Integer> expected, Path journal, @Nullable Ambush ambush) {
		try {
			if (!process.waitFor(2, TimeUnit.MINUTES) || !expected.contains(process.exitValue())) {
				process.destroyForcibly();
				throw new IllegalStateException("Not killed as it should be: " + Files.readString(said().toPath()));
			}
			Runnable pending = (ambush != null) ? ambush.pending.get(1, TimeUnit.MINUTES) : () -> {
			};
			return new Remains(JournalFiles.only(journal), this.bench.everything(), pending);
		}
		catch (Exception ex) {
			throw new IllegalStateException(ex);
		}
	}

	private File said() {
		return this.folder.resolve("said.txt").toFile();
	}

	private LabHandler atNas() {
		return this.bench::atNas;
	}

	private LabHandler atAuthentik() {
		return this.bench::atAuthentik;
	}

	private LabResponse lurking(LabRequest request, LabHandler server) {
		Ambush waiting = this.ambush;
		return (waiting != null && Scene.isWrite(request)) ? waiting.write(request, server) : server.handle(request);
	}

	private static String address(LabServer server) {
		return "https://localhost:" + server.port();
	}

	/**
	 * What a killed wizard leaves.
	 *
	 * @param journal its journal
	 * @param everything both systems
	 * @param pending lets the write be done that was on its way; does nothing where none
	 * was
	 */
	record Remains(byte[] journal, Map<String, Object> everything, Runnable pending) {

	}

	/** Kills a process when that write of it arrives, and holds that write back. */
	private static final class Ambush {

		private final AtomicInteger left;

		private final CompletableFuture<Process> victim = new CompletableFuture<>();

		private final CompletableFuture<Runnable> pending = new CompletableFuture<>();

		Ambush(int write) {
			this.left = new AtomicInteger(write);
		}

		LabResponse write(LabRequest request, LabHandler server) {
			if (this.left.getAndDecrement() != 0) {
				return server.handle(request);
			}
			this.victim.join().destroyForcibly().onExit().join();
			this.pending.complete(() -> server.handle(request));
			return LabResponse.html(200, "").delivered(Delivery.LOST);
		}

	}

}
