package io.github.dsmsso.lab.run;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * Where a person reads how a run of the tests goes: Maven's console, also while all that
 * the tests print goes into files.
 */
public final class MavenConsole {

	private static final FileOutputStream STREAM = new FileOutputStream(FileDescriptor.out);

	private MavenConsole() {
	}

	/** Says it in a line of its own. */
	public static void say(String words, Object... details) {
		try {
			STREAM.write((words.formatted(details) + System.lineSeparator()).getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
