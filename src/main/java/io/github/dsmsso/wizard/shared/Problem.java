package io.github.dsmsso.wizard.shared;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * Something that went wrong, told so that a person can act on it. The sentences stand in
 * the message bundle under {@code problem.<code>.what} (what happened),
 * {@code problem.<code>.cause} (optional: the likely cause) and
 * {@code problem.<code>.action} (what to do).
 *
 * @param code the stable name of this problem, such as {@code network.refused}
 * @param arguments what the sentences name: addresses, versions, names; never a secret
 * @param detail a technical line of our own making, shown folded; never text that a peer
 * wrote
 */
public record Problem(String code, List<String> arguments, @Nullable String detail) {

	public Problem {
		arguments = List.copyOf(arguments);
	}

	public static Problem of(String code, String... arguments) {
		return new Problem(code, List.of(arguments), null);
	}

	/** The same problem with a technical line. */
	public Problem withDetail(String detail) {
		return new Problem(this.code, this.arguments, detail);
	}

}
