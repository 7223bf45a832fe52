package io.github.dsmsso.wizard.pages;

import java.util.Optional;

import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.connection.FirstContact;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.shared.BaseUrl;
import jakarta.servlet.http.HttpServletRequest;

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

	private static final String CERTIFICATE = "/nas/certificate";

	private final WizardSession session;

	private final Submissions submissions;

	private final Connections connections;

	NasController(WizardSession session, Submissions submissions, Connections connections) {
		this.session = session;
		this.submissions = submissions;
		this.connections = connections;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.NAS;
	}

	@GetMapping
	String address(Model model, HttpServletRequest request) {
		NasAnswer answer = this.session.state().nas();
		model.addAttribute("signedIn", answer != null && answer.signedIn() != null);
		if (!model.containsAttribute("address")) {
			Optional<BaseUrl> known = this.session.nasAddress()
				.or(() -> EarlierSession.of(request).map(EarlierSession::nas));
			model.addAttribute("address", known.map(BaseUrl::toString).orElse(null));
		}
		return "wizard/nas";
	}

	@PostMapping
	String submitAddress(@RequestParam(defaultValue = "") String address, RedirectAttributes redirect) {
		return this.submissions.of("/nas", redirect)
			.keeping("address", address)
			.attempt(() -> meet(AddressField.parse("address", address, BaseUrl::parse, redirect)));
	}

	private String meet(BaseUrl address) {
		NasAnswer before = this.session.state().nas();
		FirstContact contact = this.connections.contactNas(address);
		if (before != null && before.isSignedInAt(contact)) {
			return "redirect:" + before.nextPage();
		}
		NasAnswer answer = NasAnswer.at(contact);
		this.session.answerNas(before, answer);
		return contact.settledPeer().map((peer) -> discover(answer, peer)).orElse("redirect:" + CERTIFICATE);
	}

	@GetMapping("/certificate")
	String certificate(Model model) {
		NasAnswer answer = this.session.state().requireNas();
		model.addAttribute("address", answer.address().inBothForms());
		model.addAttribute("certificate", CertificateDecision.certificate(answer.contact(), "/nas"));
		model.addAttribute("backLink", "/nas");
		model.addAttribute("server", "nas");
		return "wizard/certificate";
	}

	@PostMapping("/certificate")
	String trustCertificate(@RequestParam(defaultValue = "") String fingerprint, RedirectAttributes redirect) {
		NasAnswer answer = this.session.state().requireNas();
		return this.submissions.of("/nas", redirect)
			.keeping("address", answer.address().toString())
			.attempt(() -> discover(answer, CertificateDecision.trusting(answer.contact(), fingerprint, CERTIFICATE)));
	}

	private String discover(NasAnswer answer, Peer peer) {
		this.session.answerNas(answer, answer.withServer(this.connections.discoverDsm(peer)));
		return "redirect:/nas/sign-in";
	}

}
