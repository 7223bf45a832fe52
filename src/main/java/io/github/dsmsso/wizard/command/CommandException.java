package io.github.dsmsso.wizard.command;

/** A command cannot be carried out; the message says why and what to do. */
class CommandException extends RuntimeException {

	CommandException(String message) {
		super(message);
	}

}
