package io.github.dsmsso.wizard.pages;

import java.time.Clock;
import java.util.List;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.export.Summary;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Gathers what a session knows into its summary.
 */
@Component
class Summaries {

	private final CheckViews checks;

	private final Clock clock;

	Summaries(CheckViews checks, Clock clock) {
		this.checks = checks;
		this.clock = clock;
	}

	Summary summary(WizardSession session) {
		WizardState state = session.state();
		NasAnswer nas = state.requireSignedInNas();
		AuthentikAnswer authentik = state.requireConnectedAuthentik();
		ApplyRun run = session.run();
		NasDescription description = nas.requireSignedIn().description();
		return new Summary(this.clock.instant(), (run != null) ? run.reference() : null,
				(run != null) ? run.outcome().name() : "none",
				new Summary.Server(nas.address().toString(), description.model() + ", " + description.versionText()),
				new Summary.Server(authentik.requirePeer().address().toString(),
						authentik.client().capabilities().version().toString()),
				(run != null) ? run.plan().desired().redirectUri().value() : nas.address().origin(), changes(run),
				checks(session.proof()));
	}

	private static List<ChangeDescription> changes(@Nullable ApplyRun run) {
		return (run != null) ? run.plan().writes().stream().map(Change::describe).toList() : List.of();
	}

	private List<Summary.CheckLine> checks(ProveController.@Nullable Proof proof) {
		if (proof == null) {
			return List.of();
		}
		return this.checks.views(proof.report().results())
			.stream()
			.map((check) -> new Summary.CheckLine(check.id(), check.name(), check.verdict(), check.text(),
					check.action()))
			.toList();
	}

}
