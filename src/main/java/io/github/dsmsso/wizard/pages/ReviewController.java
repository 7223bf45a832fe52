package io.github.dsmsso.wizard.pages;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.judgement.Aspect;
import io.github.dsmsso.wizard.pages.WizardState.PlanDraft;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Plans;
import io.github.dsmsso.wizard.plan.Proposal;
import io.github.dsmsso.wizard.plan.Prospect;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The plan: now and after for every object on both systems, and the confirmation. Showing
 * it writes nothing.
 */
@Controller
@RequestMapping("/review")
class ReviewController {

	private final WizardSession session;

	private final Submissions submissions;

	private final Plans plans;

	private final Applier applier;

	private final ChangeViews views;

	private final FindingViews findings;

	private final ConfirmationMarks marks;

	private final Summaries summaries;

	private final SummaryDownloads downloads;

	ReviewController(WizardSession session, Submissions submissions, Plans plans, Applier applier, ChangeViews views,
			FindingViews findings, ConfirmationMarks marks, Summaries summaries, SummaryDownloads downloads) {
		this.session = session;
		this.submissions = submissions;
		this.plans = plans;
		this.applier = applier;
		this.views = views;
		this.findings = findings;
		this.marks = marks;
		this.summaries = summaries;
		this.downloads = downloads;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.REVIEW;
	}

	@GetMapping
	String review(Model model) {
		PlanDraft draft = draft(this.session.state());
		Plan plan = draft.plan();
		model.addAttribute("plan", plan);
		model.addAttribute("mark", draft.mark());
		model.addAttribute("tag", draft.tag());
		model.addAttribute("systems", this.views.bySystem(plan.descriptions()));
		model.addAttribute("offers", this.findings.offers(plan));
		model.addAttribute("byHand", this.findings.byHand(plan));
		model.addAttribute("left", this.findings.views(plan.left()));
		model.addAttribute("risks", plan.risks());
		model.addAttribute("staysFilled", this.views.labels(plan.staysFilled()));
		model.addAttribute("run", this.session.run());
		return "wizard/review";
	}

	/** Reads both systems anew each time, so that what is shown is what is. */
	private PlanDraft draft(WizardState state) {
		Connection connection = state.requireConnection();
		Proposal proposal = state.requireProposal();
		Prospect prospect = this.plans.look(connection, proposal, state.requireDesired());
		PlanDraft shown = state.draft();
		if (shown != null && shown.isOf(prospect)) {
			return shown;
		}
		Plan plan = this.plans.plan(connection, proposal, prospect, state.extent());
		PlanDraft draft = new PlanDraft(plan, connection, this.marks.next());
		this.session.plan(state, draft);
		return draft;
	}

	/** The plan that the page shows, as it is there. */
	@GetMapping("/plan.{extension}")
	ResponseEntity<byte[]> download(@PathVariable String extension, @RequestParam(defaultValue = "") String shown) {
		return this.downloads.of(this.summaries.plan(this.session, shown), extension);
	}

	@PostMapping
	String confirm(@RequestParam(defaultValue = "") String mark,
			@RequestParam(required = false) @Nullable List<String> acknowledged, RedirectAttributes redirect) {
		return this.submissions.of("/review", redirect).attempt(() -> {
			List<String> ticked = (acknowledged != null) ? acknowledged : List.of();
			requireAcknowledged(ticked);
			PlanDraft draft = this.session.claimDraft(mark);
			ApplyRun run = this.applier.start(draft.plan(), ticked, draft.connection());
			this.session.follow(run);
			return "redirect:" + WizardStep.APPLY.path();
		});
	}

	/** Doubtful settings that shall be changed as well; the plan is made anew. */
	@PostMapping("/offers")
	String accept(@RequestParam(required = false) @Nullable List<String> accepted, RedirectAttributes redirect) {
		return this.submissions.of("/review", redirect).attempt(() -> {
			List<String> ticked = (accepted != null) ? accepted : List.of();
			Set<Aspect> aspects = Arrays.stream(Aspect.values())
				.filter((aspect) -> ticked.contains(aspect.id()))
				.collect(Collectors.toSet());
			WizardState state = this.session.state();
			this.session.choose(state, state.requireDesired().withAccepted(aspects), state.extent());
			return "redirect:" + WizardStep.REVIEW.path();
		});
	}

	/** Not only what one finding is about; the plan is made anew. */
	@PostMapping("/everything")
	String planEverything() {
		WizardState state = this.session.state();
		this.session.choose(state, state.requireDesired());
		return "redirect:" + WizardStep.REVIEW.path();
	}

	/** The plan stays on the page until every risk is ticked. */
	private void requireAcknowledged(List<String> ticked) {
		PlanDraft draft = this.session.state().draft();
		if (draft != null) {
			FieldException.at("acknowledged", () -> draft.plan().requireAcknowledged(ticked));
		}
	}

}
