package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Undoes everything that a session has set up, after a second question.
 */
@Controller
@RequestMapping("/record/undo")
class UndoController {

	private final WizardSession session;

	private final Submissions submissions;

	private final Questions questions;

	private final Applier applier;

	UndoController(WizardSession session, Submissions submissions, Questions questions, Applier applier) {
		this.session = session;
		this.submissions = submissions;
		this.questions = questions;
		this.applier = applier;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.RECORD;
	}

	@GetMapping
	String ask(Model model) {
		ApplyRun run = this.session.undoable().orElseThrow(() -> new StepNotReachedException(WizardStep.RECORD.path()));
		ApplyRun kept = this.session.defaultLogin().filter((other) -> other != run).orElse(null);
		ApplyRun beneath = this.session.runBeneath().orElse(null);
		model.addAttribute("question", this.questions.undo(run, kept, beneath, people()));
		model.addAttribute("backLink", WizardStep.RECORD.path());
		return "wizard/question";
	}

	/** Those who were seen last; nothing is read for a question. */
	private @Nullable People people() {
		Proof proof = this.session.proof();
		return (proof != null) ? proof.report().people() : null;
	}

	@PostMapping
	String undo(RedirectAttributes redirect) {
		return this.submissions.of(WizardStep.RECORD.path(), redirect).attempt(() -> {
			ApplyRun run = this.session.undoable()
				.orElseThrow(() -> new ProblemException(Problem.of("apply.nothing-to-undo")));
			this.applier.undo(run, this.session.state().requireConnection());
			this.session.follow(run);
			return "redirect:" + WizardStep.APPLY.path();
		});
	}

}
