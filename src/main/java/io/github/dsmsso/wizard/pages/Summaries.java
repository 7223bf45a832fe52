package io.github.dsmsso.wizard.pages;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.export.Summary;
import io.github.dsmsso.wizard.export.Summary.Actors;
import io.github.dsmsso.wizard.export.Summary.CheckLine;
import io.github.dsmsso.wizard.export.Summary.PeopleLine;
import io.github.dsmsso.wizard.pages.CheckViews.CheckView;
import io.github.dsmsso.wizard.plan.Change;
import io.github.dsmsso.wizard.plan.ChangeDescription;
import io.github.dsmsso.wizard.plan.Plan;
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

	private final PlanPoints points;

	private final Clock clock;

	Summaries(Proofs proofs, CheckViews checks, PlanPoints points, Clock clock) {
		this.proofs = proofs;
		this.checks = checks;
		this.points = points;
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
				(run != null) ? run.outcome().name() : "none", actors(nas, authentik), server(nas), server(authentik),
				(run != null) ? run.plan().desired().redirectUri().value() : nas.address().origin(), changes(session),
				List.of(), proof.map((seen) -> line(seen.signIn().result())).orElse(null),
				proof.map((seen) -> lines(seen.report())).orElse(List.of()),
				proof.map((seen) -> seen.report().people()).map(PeopleLine::of).orElse(List.of()));
	}

	/**
	 * The plan that is on the review page, as it is there; neither system is asked.
	 * @param tag what the page that shows it calls it
	 * @throws StepNotReachedException where another plan, or none, is there by now
	 */
	Summary plan(WizardSession session, String tag) {
		WizardState state = session.state();
		NasAnswer nas = state.requireSignedInNas();
		AuthentikAnswer authentik = state.requireConnectedAuthentik();
		Plan plan = state.requireDraft(tag).plan();
		return new Summary(this.clock.instant(), null, Summary.PLANNED, actors(nas, authentik), server(nas),
				server(authentik), plan.desired().redirectUri().value(), plan.descriptions(), this.points.of(plan),
				null, List.of(), session.peopleOf(plan.desired()).map(PeopleLine::of).orElse(List.of()));
	}

	private static Actors actors(NasAnswer nas, AuthentikAnswer authentik) {
		return new Actors(nas.session().account(), authentik.client().owner().username());
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
		return session.allChanged()
			.stream()
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
