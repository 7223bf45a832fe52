package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.pages.CheckViews.CheckView;
import io.github.dsmsso.wizard.verify.CheckReport;
import io.github.dsmsso.wizard.verify.VerificationSubject;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Is it true now: the checks with their evidence, and a real sign-in that is watched for.
 */
@Controller
@RequestMapping("/prove")
class ProveController {

	/** Seconds after which a browser without scripts looks again: time enough to read. */
	private static final int REFRESH_SECONDS = 15;

	private static final String WATCHING = "watching";

	private final WizardSession session;

	private final Proofs proofs;

	private final CheckViews views;

	private final SignInViews signIns;

	private final Times times;

	ProveController(WizardSession session, Proofs proofs, CheckViews views, SignInViews signIns, Times times) {
		this.session = session;
		this.proofs = proofs;
		this.views = views;
		this.signIns = signIns;
		this.times = times;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.PROVE;
	}

	@GetMapping
	String show(Model model) {
		Optional<VerificationSubject> subject = this.proofs.find(this.session);
		return subject.isPresent() ? show(subject.get(), model) : "wizard/no-connection";
	}

	private String show(VerificationSubject subject, Model model) {
		Proof proof = this.proofs.current(this.session, subject);
		CheckReport report = proof.report();
		List<CheckView> checks = this.views.views(report.results());
		model.addAttribute("overall", report.worst().name());
		List<CheckView> findings = this.views.findings(report, this.session.isSettled());
		model.addAttribute("attention", findings);
		model.addAttribute("passed", checks.stream().filter(CheckView::passed).toList());
		model.addAttribute("counts", VerdictCount.of("prove.count", checks.stream().map(CheckView::verdict).toList()));
		describe(proof, model);
		model.addAttribute("proven", proof.signIn().isProven());
		model.addAttribute("refresh", this.proofs.isWatched(proof) ? REFRESH_SECONDS : null);
		model.addAttribute("at", this.times.time(report.at()));
		model.addAttribute("dsmAddress", subject.redirectUri().value());
		model.addAttribute("withoutPlan", this.session.isWithoutPlan());
		model.addAttribute("repairable", this.session.run() == null && findings.stream().anyMatch(CheckView::mendable));
		model.addAttribute("offersDefault", offersDefault(this.session.state()));
		return "wizard/prove";
	}

	@GetMapping("/progress")
	String progress(@RequestParam String of, Model model) {
		Proof last = this.session.proof();
		if (last == null) {
			throw new StepNotReachedException(WizardStep.PROVE.path());
		}
		describe(this.proofs.watch(this.session, last), model);
		return ProgressViews.fragment(of, model);
	}

	private void describe(Proof proof, Model model) {
		boolean watched = this.proofs.isWatched(proof);
		model.addAttribute("state", watched ? WATCHING : "over");
		model.addAttribute("lines", this.signIns.lines(proof));
		model.addAttribute("progressUrl", watched ? "/prove/progress?of=" + WATCHING : null);
	}

	/**
	 * From DSM 7.2 on, for a connection that this session has set up or planned, and only
	 * once.
	 */
	private boolean offersDefault(WizardState state) {
		boolean known = this.session.run() != null || state.desired() != null;
		return known && this.session.defaultLogin().isEmpty()
				&& state.requireSignedInNas().session().server().capabilities().hasSsoSetting();
	}

	@PostMapping
	String lookAgain() {
		this.proofs.look(this.session);
		return "redirect:/prove";
	}

}
