package io.github.dsmsso.wizard.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.FieldChange;
import io.github.dsmsso.wizard.plan.Plan;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** A plan as people read it in a terminal, and as machines do. */
@Component
class PlanReport {

	private final ProblemReport problems;

	PlanReport(ProblemReport problems) {
		this.problems = problems;
	}

	String text(Plan plan) {
		StringBuilder text = new StringBuilder();
		plan.blockers().forEach((blocker) -> text.append("blocked  %s%n".formatted(this.problems.text(blocker))));
		plan.risks()
			.forEach((risk) -> text.append("risk     %s: %s%n".formatted(risk.code(), this.problems.text(risk))));
		writes(plan).forEach((change) -> text.append(text(change)));
		text.append("%d changes; nothing was changed%n".formatted(writes(plan).size()));
		return text.toString();
	}

	private static String text(ChangeDescription change) {
		StringBuilder text = new StringBuilder(
				"%-8s %s: %s %s%n".formatted(word(change), change.system(), change.object(), change.name()));
		changed(change).forEach((field) -> text
			.append("           %s: %s -> %s%n".formatted(field.field(), field.now(), field.after())));
		return text.toString();
	}

	Map<String, @Nullable Object> facts(ConnectionEntry entry, Plan plan) {
		Map<String, @Nullable Object> facts = entry.facts();
		facts.put("blockers", plan.blockers().stream().map(this.problems::facts).toList());
		facts.put("risks", plan.risks().stream().map(this.problems::facts).toList());
		facts.put("changes", writes(plan).stream().map(PlanReport::facts).toList());
		facts.put("state", StateDigest.of(plan));
		return facts;
	}

	private static Map<String, Object> facts(ChangeDescription change) {
		Map<String, Object> facts = new LinkedHashMap<>();
		facts.put("system", change.system().name().toLowerCase(Locale.ROOT));
		facts.put("object", change.object());
		facts.put("name", change.name());
		facts.put("operation", word(change));
		facts.put("fields",
				changed(change).stream()
					.map((field) -> Map.of("field", field.field(), "now", field.now(), "after", field.after()))
					.toList());
		return facts;
	}

	private static List<ChangeDescription> writes(Plan plan) {
		return plan.writes().stream().map(Change::describe).toList();
	}

	private static List<FieldChange> changed(ChangeDescription change) {
		return change.fields().stream().filter(FieldChange::changed).toList();
	}

	private static String word(ChangeDescription change) {
		return change.operation().name().toLowerCase(Locale.ROOT);
	}

}
