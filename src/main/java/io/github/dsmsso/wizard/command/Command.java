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
	 * @param facts what is printed for machines; null where it could not be carried out
	 */
	record Result(int code, String word, String text, @Nullable Map<String, @Nullable Object> facts) {

		/** Whether it was carried out; else the text says why not. */
		boolean isDone() {
			return this.facts != null;
		}

	}

}
