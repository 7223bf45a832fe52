package io.github.dsmsso.wizard.pages;

import io.github.dsmsso.wizard.authentik.AuthentikAddress;
import io.github.dsmsso.wizard.authentik.AuthentikApi;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.shared.BaseUrl;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * Your authentik: its address, and its certificate where that needs a decision.
 */
@Controller
@RequestMapping("/authentik")
class AuthentikController {

	/** The HTTPS port of authentik's own container. */
	private static final int USUAL_PORT = 9443;

	private static final String CERTIFICATE = "/authentik/certificate";

	private final WizardSession session;

	private final Submissions submissions;

	private final Reachability reachability;

	private final AuthentikApi authentik;

	AuthentikController(WizardSession session, Submissions submissions, Reachability reachability,
			AuthentikApi authentik) {
		this.session = session;
		this.submissions = submissions;
		this.reachability = reachability;
		this.authentik = authentik;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.AUTHENTIK;
	}

	@GetMapping
	String address(Model model) {
		model.addAttribute("nas", this.session.state().requireSignedInNas().requireSignedIn());
		if (!model.containsAttribute("address")) {
			model.addAttribute("address", this.session.authentikAddress().map(BaseUrl::toString).orElse(null));
		}
		return "wizard/authentik";
	}

	@PostMapping
	String submitAddress(@RequestParam(defaultValue = "") String address, RedirectAttributes redirect) {
		return this.submissions.of("/authentik", redirect)
			.keeping("address", address)
			.attempt(() -> meet(AddressField.parse("address", address, AuthentikAddress::parse, redirect), redirect));
	}

	private String meet(BaseUrl address, RedirectAttributes redirect) {
		AuthentikAnswer before = this.session.state().authentik();
		Contact contact = this.reachability.contact(address, USUAL_PORT, redirect);
		AuthentikAnswer answer = AuthentikAnswer.at(contact);
		this.session.answerAuthentik(before, answer);
		return contact.settledPeer().map((peer) -> discover(answer, peer)).orElse("redirect:" + CERTIFICATE);
	}

	@GetMapping("/certificate")
	String certificate(Model model) {
		AuthentikAnswer answer = this.session.state().requireAuthentik();
		model.addAttribute("address", answer.address().inBothForms());
		model.addAttribute("certificate", answer.contact().requireCertificate("/authentik"));
		model.addAttribute("backLink", "/authentik");
		model.addAttribute("server", "authentik");
		return "wizard/certificate";
	}

	@PostMapping("/certificate")
	String trustCertificate(@RequestParam(defaultValue = "") String fingerprint, RedirectAttributes redirect) {
		AuthentikAnswer answer = this.session.state().requireAuthentik();
		return this.submissions.of("/authentik", redirect)
			.keeping("address", answer.address().toString())
			.attempt(() -> discover(answer, answer.contact().chosenPeer(fingerprint, CERTIFICATE)));
	}

	private String discover(AuthentikAnswer answer, Peer peer) {
		Peer found = this.authentik.discover(peer);
		this.session.answerAuthentik(answer, answer.withPeer(found));
		return "redirect:/authentik/token";
	}

}
