package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * A journal that leaves it to the operating system when its lines get to the disk.
 */
final class UnforcedJournal implements Journal {

	private final Path file;

	private int begun;

	UnforcedJournal(Path folder) {
		this.file = folder.resolve("run.journal");
	}

	@Override
	public void begin(RunRecord run, int begun, CreatedObjects objects) {
		this.begun = begun;
		this.file.getParent().toFile().mkdirs();
		append(run, objects, null);
	}

	@Override
	public void intent(String reference, int step) {
		this.begun = step + 1;
		append(null, null, null);
	}

	@Override
	public void done(String reference, int step, CreatedObjects objects) {
		append(null, objects, null);
	}

	@Override
	public void ended(String reference, RunOutcome outcome) {
		append(null, null, outcome);
	}

	@Override
	public List<UnfinishedRun> unfinished() {
		return List.of();
	}

	@Override
	public void requireFree() {
	}

	@Override
	public String place() {
		return this.file.toString();
	}

	@Override
	public List<String> unreadable() {
		return List.of();
	}

	@Override
	public void setAside(String name) {
	}

	@Override
	public void forget(String reference) {
	}

	@Override
	public void forgetAll() {
		this.file.toFile().delete();
	}

	private void append(@Nullable RunRecord run, @Nullable CreatedObjects objects, @Nullable RunOutcome outcome) {
		try {
			Files.writeString(this.file,
					JournalJson.write(new JournalEntry(1, Instant.EPOCH, this.begun, run, objects, outcome)) + "\n",
					StandardOpenOption.CREATE, StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
