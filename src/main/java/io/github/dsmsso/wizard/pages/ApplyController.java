package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.List;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.RunOutcome;
import io.github.dsmsso.wizard.pages.FindingViews.FindingView;
import io.github.dsmsso.wizard.plan.Plans;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Shows a run as it happens. The run does not depend on this page: it survives a reload
 * and a closed tab.
 */
@Controller
@RequestMapping("/apply")
class ApplyController {

	/** The name of the texts that say that a step is still under way. */
	private static final String STOPPING = "STOPPING";

	/** The name of the texts that say that something harmless stays. */
	private static final String EXCEPTIONS = "UNDONE_EXCEPT";

	private final WizardSession session;

	private final Submissions submissions;

	private final ProgressViews views;

	private final RunLeftovers leftovers;

	private final Plans plans;

	private final FindingViews findings;

	ApplyController(WizardSession session, Submissions submissions, ProgressViews views, RunLeftovers leftovers,
			Plans plans, FindingViews findings) {
		this.session = session;
		this.submissions = submissions;
		this.views = views;
		this.leftovers = leftovers;
		this.plans = plans;
		this.findings = findings;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.APPLY;
	}

	@GetMapping
	String show(Model model) {
		ApplyRun run = this.session.requireRun();
		RunOutcome outcome = run.outcome();
		describe(run, outcome, model);
		model.addAttribute("run", run);
		model.addAttribute("earlier", earlier(run));
		model.addAttribute("refresh", outcome.isUnderWay() ? ProgressViews.REFRESH_SECONDS : null);
		if (outcome == RunOutcome.LEFT_BEHIND && this.session.state().isConnected()) {
			describeRemains(run, model);
		}
		if (outcome == RunOutcome.APPLIED) {
			describeResult(run, model);
		}
		return "wizard/apply";
	}

	/** The run that counts again because this one was undone, or null. */
	private @Nullable String earlier(ApplyRun run) {
		ApplyRun current = this.session.currentRun();
		return (current != null && current != run) ? current.reference() : null;
	}

	/**
	 * Every change was made and read back; whether the connection is right is judged by
	 * what is there, and what the plan could not mend is said once more.
	 */
	private void describeResult(ApplyRun run, Model model) {
		WizardState state = this.session.state();
		List<FindingView> wrong = new ArrayList<>(this.findings.byHand(run.plan()));
		if (state.isConnected() && state.proposal() != null) {
			try {
				wrong.addAll(this.findings
					.views(this.plans.stillWrong(state.requireConnection(), state.proposal(), run.plan())));
			}
			catch (ProblemException ex) {
				model.addAttribute("unjudged", ex.problem());
			}
		}
		model.addAttribute("wrong", wrong);
	}

	@GetMapping("/progress")
	String progress(@RequestParam String of, Model model) {
		ApplyRun run = this.session.requireRun();
		describe(run, run.outcome(), model);
		return ProgressViews.fragment(of, model);
	}

	@PostMapping("/stop")
	String stop(RedirectAttributes redirect) {
		return this.submissions.of("/apply", redirect).attempt(() -> {
			this.session.requireRun().stopAndUndo();
			return "redirect:/apply";
		});
	}

	/** The outcome was read before the steps are: an ended run has ended steps. */
	private void describe(ApplyRun run, RunOutcome outcome, Model model) {
		String state = (outcome == RunOutcome.RUNNING && run.isStopping()) ? STOPPING : outcome.name();
		model.addAttribute("state", state);
		model.addAttribute("wording",
				(outcome == RunOutcome.UNDONE && !run.exceptions().isEmpty()) ? EXCEPTIONS : state);
		model.addAttribute("lines", this.views.lines(run.steps()));
		model.addAttribute("waitsFor", (outcome == RunOutcome.SETTLING) ? this.views.failed(run.steps()) : null);
		model.addAttribute("progressUrl", outcome.isUnderWay() ? "/apply/progress?of=" + state : null);
	}

	/** What exactly differs, as far as both systems can be read now. */
	private void describeRemains(ApplyRun run, Model model) {
		try {
			model.addAttribute("remains", this.leftovers.left(run, this.session.state()));
		}
		catch (ProblemException ex) {
			model.addAttribute("unreadable", ex.problem());
		}
	}

}
