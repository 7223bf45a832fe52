package io.github.dsmsso.wizard.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.Progress.StepProgress;
import io.github.dsmsso.wizard.apply.Progress.StepState;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.command.Command.Result;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** A run as people follow it in a terminal, and as machines read it afterwards. */
@Component
class RunReport {

	/** Every change was made, or everything is as before, as was asked for. */
	static final int DONE = 0;

	/** Nothing was changed, or what was changed was taken back. */
	static final int NOT_DONE = 1;

	/** Something is neither as before nor as it should be. */
	static final int LEFT_BEHIND = 3;

	private final ProblemReport problems;

	private final MessageSourceAccessor messages;

	RunReport(ProblemReport problems, MessageSource messages) {
		this.problems = problems;
		this.messages = new MessageSourceAccessor(messages);
	}

	/**
	 * Follows a run to its end.
	 * @param wanted the outcome that was asked for
	 */
	Result follow(ApplyRun run, RunOutcome wanted, ConnectionEntry entry, Invocation invocation) {
		CountDownLatch end = new CountDownLatch(1);
		run.whenAtRest(end::countDown);
		Told told = new Told(entry, invocation);
		try {
			while (!end.await(200, TimeUnit.MILLISECONDS)) {
				told.tell(run.steps());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
		told.tell(run.steps());
		return result(run, wanted, entry);
	}

	private Result result(ApplyRun run, RunOutcome wanted, ConnectionEntry entry) {
		RunOutcome outcome = run.outcome();
		return new Result(code(outcome, wanted), word(outcome), text(run), facts(run, entry));
	}

	private static int code(RunOutcome outcome, RunOutcome wanted) {
		if (outcome == wanted) {
			return DONE;
		}
		return (outcome == RunOutcome.UNDONE) ? NOT_DONE : LEFT_BEHIND;
	}

	private static String word(Enum<?> word) {
		return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
	}

	private String text(ApplyRun run) {
		StringBuilder text = new StringBuilder();
		Problem why = run.problem();
		if (why != null) {
			text.append(this.problems.text(why)).append(System.lineSeparator());
		}
		run.exceptions()
			.forEach((exception) -> text.append(this.problems.text(exception)).append(System.lineSeparator()));
		return text + "run %s: %s%n".formatted(run.reference(), word(run.outcome()));
	}

	private Map<String, @Nullable Object> facts(ApplyRun run, ConnectionEntry entry) {
		Map<String, @Nullable Object> facts = entry.facts();
		facts.put("outcome", word(run.outcome()).replace(' ', '-'));
		facts.put("run", run.reference());
		facts.put("problem", facts(run.problem()));
		facts.put("exceptions", run.exceptions().stream().map(this.problems::facts).toList());
		facts.put("steps", run.steps().stream().map(this::facts).toList());
		return facts;
	}

	private Map<String, @Nullable Object> facts(StepProgress step) {
		Map<String, @Nullable Object> facts = new LinkedHashMap<>();
		facts.put("step", step.code());
		facts.put("subject", step.subject());
		facts.put("state", word(step.state()).replace(' ', '-'));
		facts.put("problem", facts(step.problem()));
		return facts;
	}

	private @Nullable Map<String, Object> facts(@Nullable Problem problem) {
		return (problem != null) ? this.problems.facts(problem) : null;
	}

	private String name(StepProgress step) {
		return this.messages.getMessage("step." + step.code(), new Object[] { step.subject() });
	}

	/** Tells of each step once it has ended, while the run goes on. */
	private final class Told {

		private final ConnectionEntry entry;

		private final Invocation invocation;

		private final Map<Integer, StepState> states = new LinkedHashMap<>();

		private Told(ConnectionEntry entry, Invocation invocation) {
			this.entry = entry;
			this.invocation = invocation;
		}

		private void tell(List<StepProgress> steps) {
			for (int index = 0; index < steps.size(); index++) {
				StepProgress step = steps.get(index);
				if (step.endedAt() != null && this.states.put(index, step.state()) != step.state()) {
					tell(step);
				}
			}
		}

		private void tell(StepProgress step) {
			if (this.invocation.isForMachines()) {
				Map<String, @Nullable Object> facts = this.entry.facts();
				facts.putAll(facts(step));
				this.invocation.console().print(facts);
			}
			else {
				String problem = (step.problem() != null) ? ": " + RunReport.this.problems.text(step.problem()) : "";
				this.invocation.console()
					.print("%s%-11s %s%s%n".formatted(this.invocation.prefix(this.entry), word(step.state()),
							name(step), problem));
			}
		}

	}

}
