package io.github.dsmsso.wizard.pages;

import java.util.Optional;

import io.github.dsmsso.wizard.authentik.AuthentikAddress;
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
 * Your authentik: its address, and its certificate where that needs a decision.
 */
@Controller
@RequestMapping("/authentik")
class AuthentikController {

	private static final String CERTIFICATE = "/authentik/certificate";

	private final WizardSession session;

	private final Submissions submissions;

	private final Connections connections;

	AuthentikController(WizardSession session, Submissions submissions, Connections connections) {
		this.session = session;
		this.submissions = submissions;
		this.connections = connections;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.AUTHENTIK;
	}

	@GetMapping
	String address(Model model, HttpServletRequest request) {
		NasAnswer nas = this.session.state().requireSignedInNas();
		AuthentikAnswer answer = this.session.state().authentik();
		model.addAttribute("nas", nas.requireSignedIn());
		model.addAttribute("connected", answer != null && answer.connected() != null);
		if (!model.containsAttribute("address")) {
			Optional<BaseUrl> known = this.session.authentikAddress()
				.or(() -> EarlierSession.of(request).flatMap((earlier) -> earlier.authentikOf(nas.address())));
			model.addAttribute("address", known.map(BaseUrl::toString).orElse(null));
		}
		return "wizard/authentik";
	}

	@PostMapping
	String submitAddress(@RequestParam(defaultValue = "") String address, RedirectAttributes redirect) {
		return this.submissions.of("/authentik", redirect)
			.keeping("address", address)
			.attempt(() -> meet(AddressField.parse("address", address, AuthentikAddress::parse, redirect)));
	}

	private String meet(BaseUrl address) {
		AuthentikAnswer before = this.session.state().authentik();
		FirstContact contact = this.connections.contactAuthentik(address);
		if (before != null && before.isConnectedAt(contact)) {
			return "redirect:" + this.session.state().purpose().afterConnecting();
		}
		AuthentikAnswer answer = AuthentikAnswer.at(contact);
		this.session.answerAuthentik(before, answer);
		return contact.settledPeer().map((peer) -> discover(answer, peer)).orElse("redirect:" + CERTIFICATE);
	}

	@GetMapping("/certificate")
	String certificate(Model model) {
		AuthentikAnswer answer = this.session.state().requireAuthentik();
		model.addAttribute("address", answer.address().inBothForms());
		model.addAttribute("certificate", CertificateDecision.certificate(answer.contact(), "/authentik"));
		model.addAttribute("backLink", "/authentik");
		model.addAttribute("server", "authentik");
		return "wizard/certificate";
	}

	@PostMapping("/certificate")
	String trustCertificate(@RequestParam(defaultValue = "") String fingerprint, RedirectAttributes redirect) {
		AuthentikAnswer answer = this.session.state().requireAuthentik();
		return this.submissions.of("/authentik", redirect)
			.keeping("address", answer.address().toString())
			.attempt(() -> discover(answer, CertificateDecision.trusting(answer.contact(), fingerprint, CERTIFICATE)));
	}

	private String discover(AuthentikAnswer answer, Peer peer) {
		this.session.answerAuthentik(answer, answer.withPeer(this.connections.discoverAuthentik(peer)));
		return "redirect:/authentik/token";
	}

}
