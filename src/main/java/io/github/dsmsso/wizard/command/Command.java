package io.github.dsmsso.wizard.command;

import java.util.List;
import java.util.Map;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/** Something that can be asked for on the command line. */
interface Command {

	/** The word that asks for it. */
	String name();

	/** The options that it has beside those that all have. */
	default Set<String> options() {
		return Set.of();
	}

	/** The options that it cannot do without. */
	default Set<String> requiredOptions() {
		return Set.of();
	}

	/** The exit code where it cannot be carried out. */
	int failure();

	/** The exit codes, the best first. */
	List<Integer> codes();

	/**
	 * Does it for one NAS.
	 * @throws CommandException where it cannot be carried out
	 * @throws io.github.dsmsso.wizard.shared.ProblemException where one of the two
	 * systems is the reason
	 */
	Result run(ConnectionEntry entry, Invocation invocation);

	/**
	 * Does what is left to do once it was done for each NAS.
	 * @param results what it led to where it was carried out
	 * @throws CommandException where it cannot be carried out
	 */
	default void finish(List<Result> results, Invocation invocation) {
	}

	/**
	 * How it ended for one NAS.
	 *
	 * @param code the exit code
	 * @param word how it ended, in a word or two
	 * @param text what is printed for people
	 * @param facts what is printed for machines
	 * @param isDone whether it was carried out; else the text says why not
	 */
	record Result(int code, String word, String text, Map<String, @Nullable Object> facts, boolean isDone) {

		/** It was carried out. */
		Result(int code, String word, String text, Map<String, @Nullable Object> facts) {
			this(code, word, text, facts, true);
		}

		/** It could not be carried out. */
		static Result failed(int code, String why, Map<String, @Nullable Object> facts) {
			return new Result(code, "failed", why + System.lineSeparator(), facts, false);
		}

	}

}
