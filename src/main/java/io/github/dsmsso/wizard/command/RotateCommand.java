package io.github.dsmsso.wizard.command;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.texts.ProblemTexts;
import io.github.dsmsso.wizard.verify.CheckResult;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import io.github.dsmsso.wizard.verify.CheckTexts;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;

import org.springframework.stereotype.Component;

/**
 * {@code rotate}: replaces the client secret on both sides, and looks whether everything
 * that was right is still right; else it is undone. Nobody keeps the former secret, so
 * nothing is left in the journal to undo afterwards.
 */
@Component
class RotateCommand implements ChangingCommand {

	private final Connections connections;

	private final EntryPlanner planner;

	private final Applier applier;

	private final Verifier verifier;

	private final CheckTexts texts;

	private final ProblemTexts problems;

	private final RunReport report;

	RotateCommand(Connections connections, EntryPlanner planner, Applier applier, Verifier verifier, CheckTexts texts,
			ProblemTexts problems, RunReport report) {
		this.connections = connections;
		this.planner = planner;
		this.applier = applier;
		this.verifier = verifier;
		this.texts = texts;
		this.problems = problems;
		this.report = report;
	}

	@Override
	public String name() {
		return "rotate";
	}

	@Override
	public Set<String> options() {
		return Set.of(Invocation.ACKNOWLEDGE);
	}

	@Override
	public Result run(ConnectionEntry entry, Invocation invocation) {
		try (OpenConnection open = OpenConnection.of(entry, invocation, this.connections)) {
			Plan plan = this.planner.planNewSecret(entry, open);
			plan.requireNoBlocker();
			List<String> acknowledged = invocation.acknowledged(plan);
			Set<String> wrongBefore = wrong(plan, open).stream().map(CheckResult::check).collect(Collectors.toSet());
			ApplyRun run = this.applier.start(plan, acknowledged, open.connection());
			Result replaced = this.report.follow(run, RunOutcome.APPLIED, entry, invocation);
			return (replaced.code() == RunReport.DONE) ? checked(run, replaced, wrongBefore, open, entry, invocation)
					: replaced;
		}
	}

	private Result checked(ApplyRun run, Result replaced, Set<String> wrongBefore, OpenConnection open,
			ConnectionEntry entry, Invocation invocation) {
		List<String> broken = broken(run.plan(), wrongBefore, open);
		if (broken.isEmpty()) {
			this.applier.forget(run.reference());
			return replaced;
		}
		broken.forEach(
				(sentence) -> invocation.console().complain("%s%s%n".formatted(invocation.prefix(entry), sentence)));
		this.applier.undo(run, open.connection());
		return this.report.follow(run, RunOutcome.APPLIED, entry, invocation);
	}

	/** What nobody can look at is not proven either. */
	private List<String> broken(Plan plan, Set<String> wrongBefore, OpenConnection open) {
		try {
			return wrong(plan, open).stream()
				.filter((result) -> !wrongBefore.contains(result.check()))
				.map((result) -> this.texts.title(result) + ": " + this.texts.finding(result))
				.toList();
		}
		catch (ProblemException ex) {
			return List.of(this.problems.of(ex.problem()).inOneLine());
		}
	}

	private List<CheckResult> wrong(Plan plan, OpenConnection open) {
		VerificationSubject subject = VerificationSubject.wished(open.connection(), plan.desired().applicationSlug(),
				plan.desired().redirectUri());
		return this.verifier.verify(subject).with(Verdict.FAIL);
	}

}
