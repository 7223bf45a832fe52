package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.pages.WizardState.Purpose;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * What will be read and written, and where credentials live; the two ways in.
 */
@Controller
class StartController {

	private final WizardSession session;

	StartController(WizardSession session) {
		this.session = session;
	}

	@GetMapping("/")
	String start(Model model) {
		model.addAttribute("step", WizardStep.START);
		model.addAttribute("run", this.session.run());
		return "wizard/start";
	}

	@PostMapping("/")
	String begin(@RequestParam Purpose purpose) {
		this.session.restart(purpose);
		return "redirect:" + WizardStep.NAS.path();
	}

}
