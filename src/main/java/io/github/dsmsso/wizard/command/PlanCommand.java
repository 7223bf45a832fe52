package io.github.dsmsso.wizard.command;

import java.util.List;
import java.util.Set;

import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.plan.Plan;

import org.springframework.stereotype.Component;

/**
 * {@code plan}: tells what the wizard would change, and changes nothing. It ends with 0
 * where there is nothing to change, 2 where there is, and 1 where it cannot tell; so do
 * {@code tofu plan -detailed-exitcode} and others.
 */
@Component
class PlanCommand implements Command {

	private static final String OUT = "out";

	private static final int NOTHING_TO_CHANGE = 0;

	private static final int FAILED = 1;

	private static final int CHANGES = 2;

	private final Connections connections;

	private final EntryPlanner planner;

	private final PlanReport report;

	PlanCommand(Connections connections, EntryPlanner planner, PlanReport report) {
		this.connections = connections;
		this.planner = planner;
		this.report = report;
	}

	@Override
	public String name() {
		return "plan";
	}

	@Override
	public Set<String> options() {
		return Set.of(OUT);
	}

	@Override
	public int failure() {
		return FAILED;
	}

	@Override
	public List<Integer> codes() {
		return List.of(NOTHING_TO_CHANGE, CHANGES, FAILED);
	}

	@Override
	public Result run(ConnectionEntry entry, Invocation invocation) {
		try (OpenConnection open = OpenConnection.of(entry, invocation, this.connections)) {
			Plan plan = this.planner.plan(entry, open, invocation);
			return new Result(code(plan), word(plan), this.report.text(plan), this.report.facts(entry, plan));
		}
	}

	@Override
	public void finish(List<Result> results, Invocation invocation) {
		if (invocation.option(OUT) != null) {
			PlanFile.write(invocation.require(OUT), results.stream().map(Result::facts).toList());
		}
	}

	private static int code(Plan plan) {
		if (!plan.blockers().isEmpty()) {
			return FAILED;
		}
		return plan.changesNothing() ? NOTHING_TO_CHANGE : CHANGES;
	}

	private static String word(Plan plan) {
		return switch (code(plan)) {
			case FAILED -> "blocked";
			case CHANGES -> plan.writes().size() + " changes";
			default -> "nothing to change";
		};
	}

}
