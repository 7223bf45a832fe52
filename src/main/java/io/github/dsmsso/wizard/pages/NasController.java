package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmServer;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Your NAS: its address, and its certificate where that needs a decision.
 */
@Controller
@RequestMapping("/nas")
class NasController {

	/** DSM's own HTTPS port; many put 443 in front of it. */
	private static final int USUAL_PORT = 5001;

	private static final String CERTIFICATE = "/nas/certificate";

	private final WizardSession session;

	private final Submissions submissions;

	private final Reachability reachability;

	private final DsmApi dsm;

	NasController(WizardSession session, Submissions submissions, Reachability reachability, DsmApi dsm) {
		this.session = session;
		this.submissions = submissions;
		this.reachability = reachability;
		this.dsm = dsm;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.NAS;
	}

	@GetMapping
	String address(Model model) {
		if (!model.containsAttribute("address")) {
			model.addAttribute("address", this.session.nasAddress().map(BaseUrl::toString).orElse(null));
		}
		return "wizard/nas";
	}

	@PostMapping
	String submitAddress(@RequestParam(defaultValue = "") String address, RedirectAttributes redirect) {
		return this.submissions.of("/nas", redirect)
			.keeping("address", address)
			.attempt(() -> meet(AddressField.parse("address", address, BaseUrl::parse, redirect), redirect));
	}

	private String meet(BaseUrl address, RedirectAttributes redirect) {
		NasAnswer before = this.session.state().nas();
		Contact contact = this.reachability.contact(address, USUAL_PORT, redirect);
		NasAnswer answer = NasAnswer.at(contact);
		this.session.answerNas(before, answer);
		return contact.settledPeer().map((peer) -> discover(answer, peer)).orElse("redirect:" + CERTIFICATE);
	}

	@GetMapping("/certificate")
	String certificate(Model model) {
		NasAnswer answer = this.session.state().requireNas();
		model.addAttribute("address", answer.address().inBothForms());
		model.addAttribute("certificate", answer.contact().requireCertificate("/nas"));
		model.addAttribute("backLink", "/nas");
		model.addAttribute("server", "nas");
		return "wizard/certificate";
	}

	@PostMapping("/certificate")
	String trustCertificate(@RequestParam(defaultValue = "") String fingerprint, RedirectAttributes redirect) {
		NasAnswer answer = this.session.state().requireNas();
		return this.submissions.of("/nas", redirect)
			.keeping("address", answer.address().toString())
			.attempt(() -> discover(answer, answer.contact().chosenPeer(fingerprint, CERTIFICATE)));
	}

	private String discover(NasAnswer answer, Peer peer) {
		DsmServer server = this.dsm.discover(peer);
		if (!server.capabilities().hasOidcClient()) {
			throw new ProblemException(Problem.of("nas.no-oidc-client", answer.address().toString()));
		}
		this.session.answerNas(answer, answer.withServer(server));
		return "redirect:/nas/sign-in";
	}

}
