package io.github.dsmsso.wizard.command;

import java.util.List;

/**
 * A command that changes something, or finds that nothing is to be changed. It ends with
 * 0 where that is done, with 1 where it is not and everything is as before, and with 3
 * where something was left behind.
 */
interface ChangingCommand extends Command {

	@Override
	default int failure() {
		return RunReport.NOT_DONE;
	}

	@Override
	default List<Integer> codes() {
		return List.of(RunReport.DONE, RunReport.NOT_DONE, RunReport.LEFT_BEHIND);
	}

}
