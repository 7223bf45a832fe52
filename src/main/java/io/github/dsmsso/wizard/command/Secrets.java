package io.github.dsmsso.wizard.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import io.github.dsmsso.wizard.shared.Secret;
import org.jspecify.annotations.Nullable;

/**
 * Secrets from the environment or from files, never from arguments, which every user of a
 * machine can read: {@code NAME}, or {@code NAME_FILE} with the path of a file that holds
 * it and nothing else.
 *
 * @param environment the environment
 */
record Secrets(Map<String, String> environment) {

	static Secrets ofThisProcess() {
		return new Secrets(System.getenv());
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
