package io.github.dsmsso.wizard.command;

import java.io.Console;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Secrets from the environment or from files, never from arguments, which every user of a
 * machine can read: {@code NAME}, or {@code NAME_FILE} with the path of a file that holds
 * it and nothing else.
 *
 * @param environment the environment
 * @param terminal asks a person at the terminal; null where nobody is there or answers
 */
record Secrets(Map<String, String> environment, Function<String, @Nullable Secret> terminal) {

	static Secrets ofThisProcess() {
		return new Secrets(System.getenv(), Secrets::ask);
	}

	private static synchronized @Nullable Secret ask(String question) {
		Console terminal = System.console();
		char[] answer = (terminal != null) ? terminal.readPassword("%s: ", question) : null;
		return (answer == null || answer.length == 0) ? null : Secret.of(new String(answer).strip());
	}

	/** A one-time code, typed by a person; null where nobody is there to do so. */
	@Nullable Secret askForCode(ConnectionEntry entry) {
		return this.terminal.apply("One-time code of " + entry.nas().account() + " at " + entry.nas().address());
	}

	/**
	 * A secret that has to be there.
	 * @throws CommandException where it is not
	 */
	Secret require(String name) {
		Secret secret = find(name);
		if (secret == null) {
			throw new CommandException("Set " + name + ", or " + name + "_FILE to the path of a file that holds it.");
		}
		return secret;
	}

	/**
	 * A secret that may be missing, or be empty.
	 * @throws CommandException where its file cannot be read
	 */
	@Nullable Secret find(String name) {
		String file = this.environment.get(name + "_FILE");
		if (file != null && !file.isEmpty()) {
			return ofFile(name, Path.of(file));
		}
		String value = this.environment.getOrDefault(name, "");
		return value.isEmpty() ? null : Secret.of(value);
	}

	private static @Nullable Secret ofFile(String name, Path file) {
		try {
			String value = Files.readString(file).strip();
			return value.isEmpty() ? null : Secret.of(value);
		}
		catch (IOException ex) {
			throw new CommandException("The file that " + name + "_FILE names cannot be read.");
		}
	}

}
