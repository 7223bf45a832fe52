package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.plan.Change.OidcSsoChange;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Secret;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What becomes of a run that was interrupted, or applied and never closed: what it has
 * left, and the choice between undoing and finishing it.
 */
@Controller
@RequestMapping("/recovery")
class RecoveryController {

	private final WizardSession session;

	private final Submissions submissions;

	private final Applier applier;

	private final RunLeftovers leftovers;

	private final RunViews views;

	private final Questions questions;

	RecoveryController(WizardSession session, Submissions submissions, Applier applier, RunLeftovers leftovers,
			RunViews views, Questions questions) {
		this.session = session;
		this.submissions = submissions;
		this.applier = applier;
		this.leftovers = leftovers;
		this.views = views;
		this.questions = questions;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.REVIEW;
	}

	@ModelAttribute("withoutPlan")
	boolean withoutPlan() {
		return true;
	}

	@GetMapping
	String show(Model model, RedirectAttributes redirect) {
		UnfinishedRun left = left();
		try {
			this.applier.requireSystems(left, connection());
		}
		catch (ProblemException ex) {
			redirect.addFlashAttribute("problem", ex.problem());
			return "redirect:/";
		}
		describe(left, model);
		return "wizard/recovery";
	}

	private void describe(UnfinishedRun left, Model model) {
		Plan plan = left.record().plan();
		model.addAttribute("left", this.views.view(left));
		model.addAttribute("objects", this.leftovers.all(plan, this.session.state()));
		model.addAttribute("asksForKey", lacksForeignKey(plan));
		model.addAttribute("backLink", WizardStep.AUTHENTIK.path());
	}

	@PostMapping("/undo")
	String undo(@RequestParam(required = false, defaultValue = "") Secret key, RedirectAttributes redirect) {
		return this.submissions.of("/recovery", redirect).attempt(() -> {
			ApplyRun run = resume(key);
			this.applier.undo(run, connection());
			return watch(run);
		});
	}

	@PostMapping("/finish")
	String finish(RedirectAttributes redirect) {
		return this.submissions.of("/recovery", redirect).attempt(() -> {
			ApplyRun run = resume(Secret.none());
			this.applier.finish(run, connection());
			return watch(run);
		});
	}

	@GetMapping("/forget")
	String askBeforeForgetting(@RequestParam(defaultValue = "") String reference, Model model) {
		UnfinishedRun left = this.applier.unfinished(reference)
			.orElseThrow(() -> new StepNotReachedException(WizardStep.START.path()));
		model.addAttribute("question", this.questions.forget(left));
		model.addAttribute("step", null);
		model.addAttribute("backLink", WizardStep.START.path());
		return "wizard/question";
	}

	/** Both systems stay as they are. */
	@PostMapping("/forget")
	String forget(@RequestParam String reference, RedirectAttributes redirect) {
		return this.submissions.of("/", redirect).attempt(() -> {
			this.applier.forget(reference);
			return "redirect:/";
		});
	}

	private ApplyRun resume(Secret key) {
		return this.applier.resume(left(), connection(), key);
	}

	private String watch(ApplyRun run) {
		this.session.follow(run);
		return "redirect:" + WizardStep.APPLY.path();
	}

	private UnfinishedRun left() {
		return this.session.recovered().orElseThrow(() -> new StepNotReachedException(WizardStep.START.path()));
	}

	private Connection connection() {
		return this.session.state().requireConnection();
	}

	/**
	 * A journal does not hold the key that DSM had before; the process that began does.
	 */
	private static boolean lacksForeignKey(Plan plan) {
		return plan.changes()
			.stream()
			.filter(OidcSsoChange.class::isInstance)
			.map((change) -> ((OidcSsoChange) change).before())
			.anyMatch(OidcSso::hidesSecret)
				&& plan.risks().stream().anyMatch((risk) -> risk.code().equals("plan.foreign-key"));
	}

}
