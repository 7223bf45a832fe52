package io.github.dsmsso.wizard.command;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.shared.Secret;

import org.springframework.stereotype.Component;

/**
 * {@code finish}: does what an interrupted run has left undone. It ends as {@code apply}
 * does.
 */
@Component
class FinishCommand implements ChangingCommand {

	private final Connections connections;

	private final LeftRuns runs;

	private final Applier applier;

	private final RunReport report;

	FinishCommand(Connections connections, LeftRuns runs, Applier applier, RunReport report) {
		this.connections = connections;
		this.runs = runs;
		this.applier = applier;
		this.report = report;
	}

	@Override
	public String name() {
		return "finish";
	}

	@Override
	public Result run(ConnectionEntry entry, Invocation invocation) {
		UnfinishedRun left = this.runs.require(entry, null);
		if (!left.isInterrupted()) {
			throw new CommandException("The last run for this NAS was not interrupted: there is nothing to finish.");
		}
		try (OpenConnection open = OpenConnection.of(entry, invocation, this.connections)) {
			ApplyRun run = this.applier.resume(left, open.connection(), Secret.none());
			this.applier.finish(run, open.connection());
			return this.report.follow(run, RunOutcome.APPLIED, entry, invocation);
		}
	}

}
