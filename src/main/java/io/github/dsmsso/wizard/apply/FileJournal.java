package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.dsmsso.wizard.apply.ApplyRun.Outcome;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

import org.springframework.stereotype.Component;

/**
 * The journal as a file that only its owner can read, one JSON object a line, each line
 * on the disk before anything else happens. While a run is under way the file is locked,
 * so that a second wizard does not take it for one that was left.
 */
@Component
class FileJournal implements Journal {

	private final Path folder;

	private final Path file;

	private final Clock clock;

	private @Nullable FileChannel channel;

	private int begun;

	FileJournal(ApplyProperties properties, Clock clock) {
		this.folder = properties.journal();
		this.file = this.folder.resolve("run.journal");
		this.clock = clock;
	}

	@Override
	public synchronized void begin(RunRecord run, int begun, CreatedObjects objects) {
		if (isAtWorkElsewhere()) {
			throw new ProblemException(Problem.of("apply.other-wizard", this.folder.toString()));
		}
		this.begun = begun;
		try {
			this.channel = replaced(line(run, objects, null));
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	/** A journal is there as a whole or not at all. */
	private FileChannel replaced(String firstLine) throws IOException {
		Files.createDirectories(this.folder, ownerOnly("rwx------"));
		Path fresh = this.folder.resolve("run.journal.new");
		Files.deleteIfExists(fresh);
		FileChannel opened = FileChannel.open(fresh, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE),
				ownerOnly("rw-------"));
		opened.lock();
		append(opened, firstLine);
		Files.move(fresh, this.file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
		persistName();
		return opened;
	}

	@Override
	public synchronized void intent(int step) {
		this.begun = Math.max(this.begun, step + 1);
		append(line(null, null, null));
	}

	@Override
	public synchronized void done(int step, CreatedObjects objects) {
		append(line(null, objects, null));
	}

	@Override
	public synchronized void ended(Outcome outcome) {
		try {
			if (outcome == Outcome.UNDONE) {
				Files.deleteIfExists(this.file);
			}
			else {
				append(line(null, null, outcome));
			}
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
		finally {
			close();
		}
	}

	@Override
	public synchronized Optional<UnfinishedRun> unfinished() {
		if (!Files.exists(this.file) || isAtWorkElsewhere()) {
			return Optional.empty();
		}
		try {
			return JournalReading.of(Files.readAllBytes(this.file));
		}
		catch (IOException | JacksonException ex) {
			throw new JournalException(Problem.of("apply.journal-unreadable", this.file.toString()), ex);
		}
	}

	@Override
	public synchronized void forget() {
		close();
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
	}

	private String line(@Nullable RunRecord run, @Nullable CreatedObjects objects, @Nullable Outcome outcome) {
		return JournalJson.write(new JournalEntry(this.clock.instant(), this.begun, run, objects, outcome));
	}

	private void append(String line) {
		FileChannel open = this.channel;
		try {
			if (open == null) {
				throw new IOException("not open");
			}
			append(open, line);
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

	/** The lock goes with the process that holds it. */
	private boolean isAtWorkElsewhere() {
		if (this.channel != null || !Files.exists(this.file)) {
			return false;
		}
		try (FileChannel look = FileChannel.open(this.file, StandardOpenOption.WRITE); FileLock lock = look.tryLock()) {
			return lock == null;
		}
		catch (OverlappingFileLockException ex) {
			return true;
		}
		catch (IOException ex) {
			return false;
		}
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

	private void close() {
		try {
			if (this.channel != null) {
				this.channel.close();
			}
		}
		catch (IOException ex) {
			throw unwritable(ex);
		}
		finally {
			this.channel = null;
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

}
