package io.github.dsmsso.wizard.pages;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.export.Summary;
import io.github.dsmsso.wizard.export.Summary.CheckLine;
import io.github.dsmsso.wizard.export.Summary.PeopleLine;
import io.github.dsmsso.wizard.pages.CheckViews.CheckView;
import io.github.dsmsso.wizard.pages.Proofs.Proof;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.verify.CheckReport;
import io.github.dsmsso.wizard.verify.CheckResult;

import org.springframework.stereotype.Component;

/**
 * Gathers what a session knows into its summary.
 */
@Component
class Summaries {

	private final Proofs proofs;

	private final CheckViews checks;

	private final Clock clock;

	Summaries(Proofs proofs, CheckViews checks, Clock clock) {
		this.proofs = proofs;
		this.checks = checks;
		this.clock = clock;
	}

	/**
	 * The summary of what stands now.
	 * @throws StepNotReachedException where the session is not connected to both systems
	 */
	Summary summary(WizardSession session) {
		WizardState state = session.state();
		NasAnswer nas = state.requireSignedInNas();
		AuthentikAnswer authentik = state.requireConnectedAuthentik();
		ApplyRun run = session.changed();
		Optional<Proof> proof = proof(session);
		return new Summary(this.clock.instant(), (run != null) ? run.reference() : null,
				(run != null) ? run.outcome().name() : "none", server(nas), server(authentik),
				(run != null) ? run.plan().desired().redirectUri().value() : nas.address().origin(), changes(session),
				proof.map((seen) -> line(seen.signIn().result())).orElse(null),
				proof.map((seen) -> lines(seen.report())).orElse(List.of()),
				proof.map((seen) -> seen.report().people()).map(PeopleLine::of).orElse(List.of()));
	}

	private static Summary.Server server(NasAnswer nas) {
		NasDescription description = nas.requireSignedIn().description();
		return new Summary.Server(nas.address().toString(), description.model() + ", " + description.versionText());
	}

	private static Summary.Server server(AuthentikAnswer authentik) {
		return new Summary.Server(authentik.requirePeer().address().toString(),
				authentik.client().capabilities().version().toString());
	}

	private static List<ChangeDescription> changes(WizardSession session) {
		return Stream.concat(Stream.ofNullable(session.run()), session.defaultLogin().stream())
			.flatMap((run) -> run.plan().writes().stream())
			.map(Change::describe)
			.toList();
	}

	/** What was taken back proves nothing, and a record is there without a proof, too. */
	private Optional<Proof> proof(WizardSession session) {
		try {
			return session.isSettled() ? Optional.of(this.proofs.latest(session)) : Optional.empty();
		}
		catch (ProblemException ex) {
			return Optional.empty();
		}
	}

	private List<CheckLine> lines(CheckReport report) {
		return report.results().stream().map(this::line).toList();
	}

	private CheckLine line(CheckResult result) {
		CheckView check = this.checks.view(result);
		return new CheckLine(check.id(), check.name(), check.verdict(), check.text(), check.action());
	}

}
