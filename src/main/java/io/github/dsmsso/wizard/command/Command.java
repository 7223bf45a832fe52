package io.github.dsmsso.wizard.command;

import java.util.List;

/** Something that can be asked for on the command line. */
interface Command {

	/** The word that asks for it. */
	String name();

	/** The exit code where it cannot be carried out. */
	int failure();

	/** The exit codes, the best first. */
	List<Integer> codes();

	/**
	 * Does it.
	 * @param json whether the output is for a machine
	 * @throws CommandException where it cannot be carried out
	 * @throws io.github.dsmsso.wizard.shared.ProblemException where one of the two
	 * systems is the reason
	 */
	Result run(ConnectionFile file, Secrets secrets, boolean json);

	/**
	 * How it ended.
	 *
	 * @param code the exit code
	 * @param output what is printed
	 * @param isDone whether it was carried out; else the output says why not
	 */
	record Result(int code, String output, boolean isDone) {

		static Result done(int code, String output) {
			return new Result(code, output, true);
		}

	}

}
