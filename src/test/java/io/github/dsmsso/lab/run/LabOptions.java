package io.github.dsmsso.lab.run;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The options of a command line, written {@code --name=value}.
 */
public final class LabOptions {

	private final Map<String, String> values = new HashMap<>();

	private LabOptions() {
	}

	/**
	 * Takes these options and no others.
	 * @throws IllegalArgumentException where something else was given; it says what may
	 * be
	 */
	public static LabOptions only(String[] arguments, String... names) {
		LabOptions options = among(arguments, names);
		if (options.values.size() != arguments.length) {
			throw new IllegalArgumentException("Each of these may be given once, as --name=value: "
					+ String.join(", ", names) + ". Given: " + String.join(" ", arguments));
		}
		return options;
	}

	/** Takes these options; the others are for somebody else. */
	public static LabOptions among(String[] arguments, String... names) {
		LabOptions options = new LabOptions();
		List<String> known = Arrays.stream(names).map((name) -> "--" + name).toList();
		for (String argument : arguments) {
			String[] parts = argument.split("=", 2);
			if (parts.length == 2 && known.contains(parts[0])) {
				options.values.put(parts[0].substring(2), parts[1]);
			}
		}
		return options;
	}

	public String get(String name, String otherwise) {
		return this.values.getOrDefault(name, otherwise);
	}

	public Optional<String> get(String name) {
		return Optional.ofNullable(this.values.get(name));
	}

}
