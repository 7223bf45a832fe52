package io.github.dsmsso.wizard.apply;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * Reads a journal as far as it was written. The last line may be torn: what it was to say
 * had not begun. A first line that is torn tells of a run that had not begun.
 */
final class JournalReading {

	private JournalReading() {
	}

	/**
	 * Reads bytes, not text: a line may be torn in the middle of a letter.
	 * @throws RuntimeException where this is no journal of this format
	 */
	static Optional<UnfinishedRun> of(byte[] journal) {
		List<JournalEntry> entries = entries(new String(journal, StandardCharsets.ISO_8859_1).lines().toList());
		if (entries.isEmpty()) {
			return Optional.empty();
		}
		RunRecord run = entries.get(0).run();
		JournalEntry last = entries.get(entries.size() - 1);
		if (run == null || !Integer.valueOf(JournalEntry.FORMAT).equals(entries.get(0).format())) {
			throw new IllegalArgumentException("another format");
		}
		if (last.begun() < 0 || last.begun() > Steps.count(run.plan())) {
			throw new IllegalArgumentException("more steps than the plan has");
		}
		return Optional.of(new UnfinishedRun(run, last.begun(), objects(entries), last.outcome(), last.at()));
	}

	private static List<JournalEntry> entries(List<String> lines) {
		List<JournalEntry> entries = new ArrayList<>();
		for (int index = 0; index < lines.size(); index++) {
			JournalEntry entry = entry(lines.get(index), index == lines.size() - 1);
			if (entry != null) {
				entries.add(entry);
			}
		}
		return entries;
	}

	private static @Nullable JournalEntry entry(String line, boolean last) {
		try {
			return JournalJson.read(line.getBytes(StandardCharsets.ISO_8859_1));
		}
		catch (JacksonException ex) {
			if (last) {
				return null;
			}
			throw ex;
		}
	}

	private static CreatedObjects objects(List<JournalEntry> entries) {
		return entries.stream()
			.map(JournalEntry::objects)
			.filter((objects) -> objects != null)
			.reduce((earlier, later) -> later)
			.orElse(CreatedObjects.NONE);
	}

}
