package io.github.dsmsso.wizard.command;

/** Something that can be asked for on the command line. */
interface Command {

	/** The word that asks for it. */
	String name();

	/** The exit code where it cannot be carried out. */
	int failure();

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
	 */
	record Result(int code, String output) {

	}

}
