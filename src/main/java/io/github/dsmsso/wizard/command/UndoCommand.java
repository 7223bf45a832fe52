package io.github.dsmsso.wizard.command;

import java.util.Set;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.shared.Secret;

import org.springframework.stereotype.Component;

/**
 * {@code undo}: takes back what a run did, by its entry in the journal. It ends with 0
 * where everything is as before, 1 where it could not begin, and 3 where something was
 * left behind.
 */
@Component
class UndoCommand implements ChangingCommand {

	private static final String RUN = "run";

	private final Connections connections;

	private final LeftRuns runs;

	private final Applier applier;

	private final RunReport report;

	UndoCommand(Connections connections, LeftRuns runs, Applier applier, RunReport report) {
		this.connections = connections;
		this.runs = runs;
		this.applier = applier;
		this.report = report;
	}

	@Override
	public String name() {
		return "undo";
	}

	@Override
	public Set<String> options() {
		return Set.of(RUN);
	}

	@Override
	public Result run(ConnectionEntry entry, Invocation invocation) {
		UnfinishedRun left = this.runs.require(entry, invocation.option(RUN));
		Secret former = invocation.secrets().find("DSM_FORMER_CLIENT_SECRET");
		try (OpenConnection open = OpenConnection.of(entry, invocation, this.connections)) {
			ApplyRun run = this.applier.resume(left, open.connection(), (former != null) ? former : Secret.none());
			this.applier.undo(run, open.connection());
			return this.report.follow(run, RunOutcome.UNDONE, entry, invocation);
		}
	}

}
