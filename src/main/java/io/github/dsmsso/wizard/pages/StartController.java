package io.github.dsmsso.wizard.pages;

import java.util.Optional;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.pages.WizardState.Purpose;
import io.github.dsmsso.wizard.shared.ProblemException;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What will be read and written, and where credentials live; the two ways in. A run that
 * is under way or left open is told first.
 */
@Controller
class StartController {

	private final WizardSession session;

	private final Applier applier;

	private final RunViews views;

	StartController(WizardSession session, Applier applier, RunViews views) {
		this.session = session;
		this.applier = applier;
		this.views = views;
	}

	@GetMapping("/")
	String start(Model model) {
		ApplyRun run = this.session.run();
		model.addAttribute("step", WizardStep.START);
		model.addAttribute("run", run);
		if (run == null) {
			this.applier.underWay().ifPresent((other) -> model.addAttribute("underWay", other.reference()));
			describeUnfinished(model);
		}
		return "wizard/start";
	}

	private void describeUnfinished(Model model) {
		try {
			this.applier.unfinished().ifPresent((left) -> model.addAttribute("unfinished", this.views.view(left)));
		}
		catch (ProblemException ex) {
			model.addAttribute("problem", ex.problem());
		}
	}

	@PostMapping("/")
	String begin(@RequestParam Purpose purpose) {
		Optional<UnfinishedRun> recovered = (purpose == Purpose.RECOVER) ? this.applier.unfinished() : Optional.empty();
		this.session.restart(purpose, recovered.orElse(null));
		return "redirect:" + WizardStep.NAS.path();
	}

	/** A run that another window began is watched from this one too. */
	@PostMapping("/watch")
	String watch() {
		this.applier.underWay().ifPresent(this.session::follow);
		return "redirect:" + WizardStep.APPLY.path();
	}

}
