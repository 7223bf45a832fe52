package io.github.dsmsso.wizard.command;

import java.io.PrintStream;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Where results go, and beside them what could not be done; several NAS at a time. */
final class Console {

	/** An object stands in one line, so that many can be told apart. */
	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final PrintStream out;

	private final PrintStream err;

	/**
	 * Writes to these two.
	 * @param out where results go
	 * @param err where it is said why there is none
	 */
	Console(PrintStream out, PrintStream err) {
		this.out = out;
		this.err = err;
	}

	/** Something to read, as it stands. */
	synchronized void print(String text) {
		this.out.print(text);
		this.out.flush();
	}

	/** Why something could not be done. */
	synchronized void complain(String text) {
		this.err.print(text);
		this.err.flush();
	}

	/** An object in one line. */
	void print(Map<String, @Nullable Object> facts) {
		print(line(facts));
	}

	static String line(Map<String, @Nullable Object> facts) {
		return JSON.writeValueAsString(facts) + System.lineSeparator();
	}

}
