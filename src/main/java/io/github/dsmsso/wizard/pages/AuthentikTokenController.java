package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.authentik.AuthentikClient;
import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.Problem;
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
 * The API token, and whether it may do what has to be done.
 */
@Controller
@RequestMapping("/authentik/token")
class AuthentikTokenController {

	private final WizardSession session;

	private final Submissions submissions;

	private final Connections connections;

	private final StateReader reader;

	AuthentikTokenController(WizardSession session, Submissions submissions, Connections connections,
			StateReader reader) {
		this.session = session;
		this.submissions = submissions;
		this.connections = connections;
		this.reader = reader;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.AUTHENTIK;
	}

	@GetMapping
	String tokenForm(Model model) {
		AuthentikAnswer answer = this.session.state().requireAuthentik();
		model.addAttribute("address", answer.requirePeer().address().inBothForms());
		model.addAttribute("backLink", "/authentik");
		return "wizard/authentik-token";
	}

	@PostMapping
	String submitToken(@RequestParam(defaultValue = "") Secret token, RedirectAttributes redirect) {
		AuthentikAnswer answer = this.session.state().requireAuthentik();
		return this.submissions.of("/authentik/token", redirect).attempt(() -> {
			Secret typed = token.asTokenAlone();
			if (typed.isEmpty()) {
				throw new FieldException("token", Problem.of("form.token-missing"));
			}
			return connect(answer, typed);
		});
	}

	private String connect(AuthentikAnswer answer, Secret token) {
		AuthentikClient client = this.connections.connect(answer.requirePeer(), token);
		AuthentikInventory inventory = this.reader.inventory(client);
		AuthentikAnswer connected = answer.withConnected(new AuthentikAnswer.Connected(client, inventory));
		this.session.answerAuthentik(answer, connected);
		return "redirect:" + this.session.runLeftBehindOr(this.session.state().purpose().afterConnecting());
	}

}
