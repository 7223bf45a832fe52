package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The journal as a folder that only its owner can read, one file for each run and one
 * JSON object a line, each line on the disk before anything else happens. While any run
 * is under way the folder is locked, so that a second wizard takes nothing in it for
 * left.
 */
@Component
class FileJournal implements Journal {

	static final String ENTRY = ".journal";

	/** A run writes some ten thousand bytes. */
	private static final long LARGEST = 1L << 20;

	private final Path folder;

	private final Clock clock;

	private final JournalLock lock;

	/** The entries that are being written, by the reference of their run. */
	private final Map<String, Open> open = new HashMap<>();

	private final Map<Path, Entry> known = new HashMap<>();

	FileJournal(ApplyProperties properties, Clock clock) {
		this.folder = properties.journal();
		this.clock = clock;
		this.lock = new JournalLock(this.folder);
	}

	@Override
	public synchronized void begin(RunRecord run, int begun, CreatedObjects objects) {
		String reference = run.reference();
		String first = JournalJson
			.write(new JournalEntry(JournalEntry.FORMAT, this.clock.instant(), begun, run, objects, null));
		changeAtRest(() -> this.open.put(reference, new Open(written(reference, first), begun)));
	}

	/** An entry is there as a whole or not at all. */
	private FileChannel written(String reference, String firstLine) throws IOException {
		Path fresh = this.folder.resolve(reference + ENTRY + ".new");
		Files.deleteIfExists(fresh);
		FileChannel opened = FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				ownerOnly("rw-------"));
		try {
			append(opened, firstLine);
			Files.move(fresh, file(reference), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		}
		catch (IOException ex) {
			opened.close();
			Files.deleteIfExists(fresh);
			throw ex;
		}
		persistName();
		return opened;
	}

	@Override
	public synchronized void intent(String reference, int step) {
		Open entry = requireOpen(reference);
		entry.begun = Math.max(entry.begun, step + 1);
		append(entry, null, null);
	}

	@Override
	public synchronized void done(String reference, int step, CreatedObjects objects) {
		append(requireOpen(reference), objects, null);
	}

	@Override
	public synchronized void ended(String reference, RunOutcome outcome) {
		try {
			if (outcome == RunOutcome.UNDONE) {
				Files.deleteIfExists(file(reference));
			}
			else {
				append(requireOpen(reference), null, outcome);
			}
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
		finally {
			close(reference);
		}
	}

	@Override
	public synchronized List<UnfinishedRun> unfinished() {
		return this.lock.isHeldElsewhere() ? List.of()
				: entries().stream().flatMap((entry) -> entry.run.stream()).toList();
	}

	@Override
	public synchronized void requireFree() {
		if (this.lock.isHeldElsewhere()) {
			throw this.lock.refusal();
		}
	}

	@Override
	public String place() {
		return this.folder.toString();
	}

	@Override
	public synchronized List<String> unreadable() {
		return this.lock.isHeldElsewhere() ? List.of()
				: entries().stream().filter((entry) -> !entry.readable).map((entry) -> entry.file.toString()).toList();
	}

	/**
	 * Hundreds of runs may lie here: what has not been written to since is not read
	 * again.
	 */
	private List<Entry> entries() {
		List<Path> files = files();
		this.known.keySet().retainAll(files);
		return files.stream().map(this::entry).toList();
	}

	private Entry entry(Path file) {
		try {
			String version = Files.size(file) + " " + Files.getLastModifiedTime(file);
			return this.known.compute(file,
					(path, known) -> (known != null && known.version.equals(version)) ? known : read(path, version));
		}
		catch (IOException ex) {
			return Entry.unreadable(file, "");
		}
	}

	private Entry read(Path file, String version) {
		try {
			if (Files.size(file) > LARGEST) {
				throw new IOException("too large");
			}
			Optional<UnfinishedRun> run = JournalReading.of(Files.readAllBytes(file));
			boolean named = run.stream().allMatch((left) -> file.equals(file(left.record().reference())));
			return named ? new Entry(file, version, true, run) : Entry.unreadable(file, version);
		}
		catch (IOException | RuntimeException ex) {
			return Entry.unreadable(file, version);
		}
	}

	private List<Path> files() {
		if (!Files.isDirectory(this.folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(this.folder)) {
			return files.filter((file) -> file.toString().endsWith(ENTRY)).sorted().toList();
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	@Override
	public synchronized void setAside(String name) {
		Path entry = files().stream().filter((file) -> file.toString().equals(name)).findFirst().orElse(null);
		if (entry != null) {
			changeAtRest(() -> Files.move(entry, Path.of(name + ".set-aside"), StandardCopyOption.REPLACE_EXISTING));
		}
	}

	@Override
	public synchronized void forget(String reference) {
		changeAtRest(() -> Files.deleteIfExists(file(reference)));
	}

	@Override
	public synchronized void forgetAll() {
		changeAtRest(() -> {
			for (Path file : files()) {
				Files.deleteIfExists(file);
			}
		});
	}

	/** Leaves the folder free where no run is under way. */
	private void changeAtRest(Action action) {
		try {
			change(action);
		}
		finally {
			releaseAtRest();
		}
	}

	private void change(Action action) {
		try {
			Files.createDirectories(this.folder, ownerOnly("rwx------"));
			this.lock.take();
			action.perform();
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	private Path file(String reference) {
		return this.folder.resolve(reference + ENTRY);
	}

	private Open requireOpen(String reference) {
		Open entry = this.open.get(reference);
		if (entry == null) {
			throw unwritable(new IOException("not open"));
		}
		return entry;
	}

	private void append(Open entry, @Nullable CreatedObjects objects, @Nullable RunOutcome outcome) {
		try {
			append(entry.channel, JournalJson
				.write(new JournalEntry(null, this.clock.instant(), entry.begun, null, objects, outcome)));
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	private static void append(FileChannel channel, String line) throws IOException {
		ByteBuffer bytes = StandardCharsets.UTF_8.encode(line + "\n");
		while (bytes.hasRemaining()) {
			channel.write(bytes);
		}
		channel.force(true);
	}

	/** Where a folder can be opened, its entry is brought to the disk as well. */
	private void persistName() {
		try (FileChannel entry = FileChannel.open(this.folder, StandardOpenOption.READ)) {
			entry.force(true);
		}
		catch (IOException ex) {
			// Windows opens no folders, and needs no such care.
		}
	}

	private void close(String reference) {
		Open entry = this.open.remove(reference);
		try {
			if (entry != null) {
				entry.channel.close();
			}
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
		finally {
			releaseAtRest();
		}
	}

	private void releaseAtRest() {
		try {
			if (this.open.isEmpty()) {
				this.lock.release();
			}
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	private FileAttribute<?>[] ownerOnly(String permissions) {
		boolean posix = this.folder.getFileSystem().supportedFileAttributeViews().contains("posix");
		return posix ? List.of(PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(permissions)))
			.toArray(FileAttribute<?>[]::new) : new FileAttribute<?>[0];
	}

	private JournalException unwritable(IOException cause) {
		return new JournalException(Problem.of("apply.journal-unwritable", this.folder.toString())
			.withDetail(cause.getClass().getSimpleName()), cause);
	}

	/**
	 * An entry as it was read.
	 *
	 * @param version its size and when it was written last
	 * @param run the run that can be undone or finished, if there is one
	 */
	private record Entry(Path file, String version, boolean readable, Optional<UnfinishedRun> run) {

		static Entry unreadable(Path file, String version) {
			return new Entry(file, version, false, Optional.empty());
		}

	}

	/** An entry that is being written, and how many steps were begun by then. */
	private static final class Open {

		private final FileChannel channel;

		private int begun;

		private Open(FileChannel channel, int begun) {
			this.channel = channel;
			this.begun = begun;
		}

	}

	/** Something that is done to the folder. */
	@FunctionalInterface
	private interface Action {

		void perform() throws IOException;

	}

}
