package io.github.dsmsso.wizard.command;

import java.util.Map;
import java.util.Set;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.plan.Plan;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code apply}: makes the changes of a plan that somebody has read, as the page does. It
 * ends with 0 where they are made, or there is nothing to change; 1 where nothing was
 * changed or all was taken back; 3 where something was left behind.
 */
@Component
class ApplyCommand implements ChangingCommand {

	private static final String PLAN = "plan";

	private final Connections connections;

	private final EntryPlanner planner;

	private final Applier applier;

	private final RunReport report;

	ApplyCommand(Connections connections, EntryPlanner planner, Applier applier, RunReport report) {
		this.connections = connections;
		this.planner = planner;
		this.applier = applier;
		this.report = report;
	}

	@Override
	public String name() {
		return "apply";
	}

	@Override
	public Set<String> options() {
		return Set.of(PLAN, Invocation.ACKNOWLEDGE);
	}

	@Override
	public Set<String> requiredOptions() {
		return Set.of(PLAN);
	}

	@Override
	public Result run(ConnectionEntry entry, Invocation invocation) {
		PlanFile file = PlanFile.read(invocation.require(PLAN));
		try (OpenConnection open = OpenConnection.of(entry, invocation, this.connections)) {
			Plan plan = this.planner.plan(entry, open, invocation);
			plan.requireNoBlocker();
			file.require(entry, plan);
			if (plan.changesNothing()) {
				return nothingToChange(entry);
			}
			ApplyRun run = this.applier.start(plan, invocation.acknowledged(plan), open.connection());
			return this.report.follow(run, RunOutcome.APPLIED, entry, invocation);
		}
	}

	private static Result nothingToChange(ConnectionEntry entry) {
		Map<String, @Nullable Object> facts = entry.facts();
		facts.put("outcome", "nothing-to-change");
		return new Result(RunReport.DONE, "nothing to change", "nothing to change%n".formatted(), facts);
	}

}
