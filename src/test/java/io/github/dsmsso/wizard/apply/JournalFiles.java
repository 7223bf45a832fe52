package io.github.dsmsso.wizard.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The entries of a journal as files, for tests that bring them about or look into them.
 */
public final class JournalFiles {

	private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([^\"]+)\"");

	private JournalFiles() {
	}

	/** The entries in a folder, in the order of their names. */
	public static List<Path> in(Path folder) {
		if (!Files.isDirectory(folder)) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder)) {
			return files.filter((file) -> file.toString().endsWith(FileJournal.ENTRY)).sorted().toList();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** The only entry in a folder. */
	public static byte[] only(Path folder) {
		try {
			return Files.readAllBytes(in(folder).get(0));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Puts an entry into a folder, in the place of all others. */
	public static void put(Path folder, byte[] entry) {
		try {
			Files.createDirectories(folder);
			for (Path other : in(folder)) {
				Files.delete(other);
			}
			Matcher reference = REFERENCE.matcher(new String(entry, StandardCharsets.UTF_8));
			Files.write(folder.resolve((reference.find() ? reference.group(1) : "torn") + FileJournal.ENTRY), entry);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
