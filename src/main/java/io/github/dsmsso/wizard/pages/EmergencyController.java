package io.github.dsmsso.wizard.pages;

import java.util.List;

import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.shared.ProblemException;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;

/**
 * How to get into the NAS without authentik, to be printed before it is needed.
 */
@Controller
class EmergencyController {

	private final WizardSession session;

	EmergencyController(WizardSession session) {
		this.session = session;
	}

	/** The page stands beside the way through the wizard. */
	@ModelAttribute("step")
	@Nullable WizardStep step() {
		return null;
	}

	@GetMapping("/emergency")
	String show(Model model) {
		WizardState state = this.session.state();
		NasAnswer nas = state.requireSignedInNas();
		DesiredState desired = state.desired();
		model.addAttribute("dsmAddress", (desired != null) ? desired.redirectUri().value() : nas.address().toString());
		model.addAttribute("administrators", administrators(nas));
		return "wizard/emergency";
	}

	/**
	 * Who can sign in as an administrator by password, or null where DSM does not tell.
	 */
	private static @Nullable List<String> administrators(NasAnswer nas) {
		try {
			return nas.session().accounts().localAdministrators();
		}
		catch (ProblemException ex) {
			return null;
		}
	}

}
