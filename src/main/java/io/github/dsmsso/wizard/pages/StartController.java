package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.UnfinishedRun;
import io.github.dsmsso.wizard.pages.RunViews.RunView;
import io.github.dsmsso.wizard.pages.WizardState.Purpose;
import io.github.dsmsso.wizard.shared.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * What will be read and written, and where credentials live; the two ways in. A run that
 * is under way or left open is told first.
 */
@Controller
class StartController {

	private final WizardSession session;

	private final Submissions submissions;

	private final Applier applier;

	private final RunViews views;

	StartController(WizardSession session, Submissions submissions, Applier applier, RunViews views) {
		this.session = session;
		this.submissions = submissions;
		this.applier = applier;
		this.views = views;
	}

	@GetMapping("/")
	String start(Model model, HttpServletRequest request) {
		ApplyRun run = this.session.run();
		if (!this.session.isBegun()) {
			model.addAttribute("earlier", EarlierSession.of(request).orElse(null));
		}
		model.addAttribute("step", WizardStep.START);
		model.addAttribute("run", run);
		model.addAttribute("entered", entered());
		if (run == null) {
			model.addAttribute("underWay", this.applier.underWay().stream().map(this.views::ofOneUnderWay).toList());
		}
		describeUnfinished(model, (run != null) ? run.reference() : "");
		return "wizard/start";
	}

	/** All but the one of this session, to which the page leads anyway. */
	private void describeUnfinished(Model model, String own) {
		try {
			List<RunView> unfinished = this.applier.unfinished()
				.stream()
				.filter((left) -> !left.record().reference().equals(own))
				.map(this::view)
				.toList();
			model.addAttribute("unfinished", unfinished);
			model.addAttribute("pressing", unfinished.stream().anyMatch(RunView::isPressing));
			model.addAttribute("unreadable", this.applier.unreadable());
		}
		catch (ProblemException ex) {
			model.addAttribute("problem", ex.problem());
		}
	}

	/** What would be lost by beginning again; null where nothing would. */
	private @Nullable Entered entered() {
		WizardState state = this.session.state();
		if (state.nas() == null || this.session.run() != null) {
			return null;
		}
		AuthentikAnswer authentik = state.authentik();
		return new Entered(state.nas().address().inBothForms(),
				(authentik != null) ? authentik.address().inBothForms() : null, state.nextPage());
	}

	private RunView view(UnfinishedRun left) {
		return this.views.view(left, this.applier.inFrontOf(left).isEmpty());
	}

	@PostMapping("/")
	String begin(@RequestParam Purpose purpose, @RequestParam(required = false, defaultValue = "") String reference) {
		Optional<UnfinishedRun> recovered = (purpose == Purpose.RECOVER) ? this.applier.unfinished(reference)
				: Optional.empty();
		this.session.restart(purpose, recovered.orElse(null));
		return "redirect:" + WizardStep.NAS.path();
	}

	/** An entry of the journal that cannot be read is in nobody's way any more. */
	@PostMapping("/set-aside")
	String setAside(@RequestParam String name, RedirectAttributes redirect) {
		return this.submissions.of("/", redirect).attempt(() -> {
			this.applier.setAside(name);
			return "redirect:/";
		});
	}

	/** A run that another window began is watched from this one too. */
	@PostMapping("/watch")
	String watch(@RequestParam String reference) {
		this.applier.underWay(reference).ifPresent(this.session::follow);
		return "redirect:" + WizardStep.APPLY.path();
	}

	/**
	 * What was entered so far in this session, maybe in another tab.
	 *
	 * @param nas the address of the NAS
	 * @param authentik the address of authentik, or null where it was not given yet
	 * @param next the page on which it goes on
	 */
	record Entered(String nas, @Nullable String authentik, String next) {

	}

}
