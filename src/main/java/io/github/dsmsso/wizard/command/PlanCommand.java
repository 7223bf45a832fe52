package io.github.dsmsso.wizard.command;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import io.github.dsmsso.wizard.accounts.Inquiry;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.Extent;
import io.github.dsmsso.wizard.plan.FieldChange;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Plans;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Proposals;
import io.github.dsmsso.wizard.plan.ProviderChoice;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.Problem;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * {@code plan}: tells what the wizard would change, and changes nothing. It ends with 0
 * where there is nothing to change, 2 where there is, and 1 where it cannot tell; so do
 * {@code tofu plan -detailed-exitcode} and others.
 */
@Component
class PlanCommand implements Command {

	private static final int NOTHING_TO_CHANGE = 0;

	private static final int FAILED = 1;

	private static final int CHANGES = 2;

	/** An object stands in one line, so that many can be told apart. */
	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Connections connections;

	private final StateReader reader;

	private final Proposals proposals;

	private final Plans plans;

	private final Sentences sentences;

	PlanCommand(Connections connections, StateReader reader, Proposals proposals, Plans plans, Sentences sentences) {
		this.connections = connections;
		this.reader = reader;
		this.proposals = proposals;
		this.plans = plans;
		this.sentences = sentences;
	}

	@Override
	public String name() {
		return "plan";
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
	public Result run(ConnectionFile file, Secrets secrets, boolean json) {
		try (OpenConnection open = OpenConnection.of(file, secrets, this.connections)) {
			open.nas().requireSomebodyCanSignIn();
			Proposal proposal = this.proposals.propose(open.connection(), open.nas(),
					this.reader.surroundings(open.authentik()), ProviderChoice.ofLikeliest(), Inquiry.Listener.NONE);
			Plan plan = this.plans.plan(open.connection(), proposal,
					this.plans.look(open.connection(), proposal, proposal.desired()), Extent.EVERYTHING);
			return Result.done(code(plan), json ? json(file, plan) : text(plan));
		}
	}

	private static int code(Plan plan) {
		if (!plan.blockers().isEmpty()) {
			return FAILED;
		}
		return plan.changesNothing() ? NOTHING_TO_CHANGE : CHANGES;
	}

	private String text(Plan plan) {
		StringBuilder text = new StringBuilder();
		plan.blockers().forEach((blocker) -> text.append("blocked  %s%n".formatted(this.sentences.of(blocker))));
		plan.risks().forEach((risk) -> text.append("risk     %s%n".formatted(this.sentences.of(risk))));
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

	private String json(ConnectionFile file, Plan plan) {
		Map<String, Object> told = new LinkedHashMap<>();
		told.put("version", 1);
		told.put("nas", file.nas().address());
		told.put("authentik", file.authentik().address());
		told.put("blockers", plan.blockers().stream().map(this::told).toList());
		told.put("risks", plan.risks().stream().map(this::told).toList());
		told.put("changes", writes(plan).stream().map(PlanCommand::told).toList());
		return JSON.writeValueAsString(told) + System.lineSeparator();
	}

	private Map<String, Object> told(Problem problem) {
		return Map.of("id", problem.code(), "arguments", problem.arguments(), "text", this.sentences.of(problem));
	}

	private static Map<String, Object> told(ChangeDescription change) {
		Map<String, Object> told = new LinkedHashMap<>();
		told.put("system", change.system().name().toLowerCase(Locale.ROOT));
		told.put("object", change.object());
		told.put("name", change.name());
		told.put("operation", word(change));
		told.put("fields",
				changed(change).stream()
					.map((field) -> Map.of("field", field.field(), "now", field.now(), "after", field.after()))
					.toList());
		return told;
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
