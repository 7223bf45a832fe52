package io.github.dsmsso.wizard.command;

import java.util.List;
import java.util.Map;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * {@code close}: forgets the runs for a NAS, as "Sign out and finish" does on the page;
 * both systems stay as they are, and neither is asked. It ends with 0, or with 1 where
 * the journal cannot be changed.
 */
@Component
class CloseCommand implements ChangingCommand {

	private final LeftRuns runs;

	private final Applier applier;

	CloseCommand(LeftRuns runs, Applier applier) {
		this.runs = runs;
		this.applier = applier;
	}

	@Override
	public String name() {
		return "close";
	}

	@Override
	public Result run(ConnectionEntry entry, Invocation invocation) {
		List<String> references = this.runs.between(entry)
			.stream()
			.map(UnfinishedRun::record)
			.map((record) -> record.reference())
			.toList();
		references.forEach(this.applier::forget);
		Map<String, @Nullable Object> facts = entry.facts();
		facts.put("forgotten", references);
		return new Result(RunReport.DONE, references.size() + " forgotten",
				"%d runs forgotten %s%n".formatted(references.size(), references), facts);
	}

}
