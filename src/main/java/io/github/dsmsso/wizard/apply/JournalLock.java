package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

/**
 * Who may change the folder of the journal. The lock goes with the process that holds it.
 * It is a file of its own that nothing else ever opens: on some systems closing a file
 * gives up every lock that the process has on it.
 */
final class JournalLock {

	private final Path folder;

	private @Nullable FileChannel held;

	JournalLock(Path folder) {
		this.folder = folder;
	}

	/**
	 * Takes it, in a folder that exists.
	 * @throws ProblemException where another wizard has it
	 * @throws IOException where the folder takes no files
	 */
	void take() throws IOException {
		if (this.held != null) {
			return;
		}
		FileChannel channel = FileChannel.open(file(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
		if (!isFree(channel)) {
			channel.close();
			throw refusal();
		}
		this.held = channel;
	}

	ProblemException refusal() {
		return new ProblemException(Problem.of("apply.other-wizard", this.folder.toString()));
	}

	/** Gives it back; does nothing where it is not held. */
	void release() throws IOException {
		FileChannel channel = this.held;
		this.held = null;
		if (channel != null) {
			channel.close();
		}
	}

	boolean isHeldHere() {
		return this.held != null;
	}

	/** Whether another wizard is at work. */
	boolean isHeldElsewhere() {
		if (isHeldHere() || !Files.exists(file())) {
			return false;
		}
		try (FileChannel look = FileChannel.open(file(), StandardOpenOption.WRITE)) {
			return !isFree(look);
		}
		catch (IOException ex) {
			return false;
		}
	}

	private static boolean isFree(FileChannel channel) throws IOException {
		try {
			FileLock lock = channel.tryLock();
			return lock != null;
		}
		catch (OverlappingFileLockException ex) {
			return false;
		}
	}

	private Path file() {
		return this.folder.resolve("lock");
	}

}
