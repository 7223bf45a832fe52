package io.github.dsmsso.wizard.pages;

import java.util.List;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.apply.DefaultLoginTrial;
import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.Plan;
import io.github.dsmsso.wizard.plan.Planner;
import io.github.dsmsso.wizard.plan.StateReader;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.verify.DefaultLoginOffer;
import io.github.dsmsso.wizard.verify.SignInProof;
import io.github.dsmsso.wizard.verify.SignInWatch;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * SSO by default: offered once an administrator came in by it, switched on for three
 * minutes, and kept only by somebody who has just come in.
 */
@Controller
@RequestMapping("/default")
class DefaultLoginController {

	private final WizardSession session;

	private final Submissions submissions;

	private final StateReader reader;

	private final Applier applier;

	private final SignInWatch watch;

	private final DefaultLoginOffer offer;

	private final TrialViews views;

	DefaultLoginController(WizardSession session, Submissions submissions, StateReader reader, Applier applier,
			SignInWatch watch, DefaultLoginOffer offer, TrialViews views) {
		this.session = session;
		this.submissions = submissions;
		this.reader = reader;
		this.applier = applier;
		this.watch = watch;
		this.offer = offer;
		this.views = views;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.PROVE;
	}

	@ModelAttribute("backLink")
	String backLink() {
		return WizardStep.PROVE.path();
	}

	@GetMapping
	String show(Model model) {
		WatchedTrial watched = this.session.trial();
		return (watched != null) ? showTrial(watched, model) : showOffer(model);
	}

	private String showOffer(Model model) {
		VerificationSubject subject = subject();
		model.addAttribute("obstacles", this.offer.obstacles(subject, seen()));
		model.addAttribute("risks", this.offer.risks(subject));
		model.addAttribute("minutes", DefaultLoginTrial.TIME.toMinutes());
		return "wizard/default-login";
	}

	/**
	 * While it counts, the form keeps its tick: a browser without scripts looks again by
	 * hand.
	 */
	private String showTrial(WatchedTrial watched, Model model) {
		TrialState state = TrialState.of(watched.trial());
		describe(watched, state, model);
		model.addAttribute("dsmAddress", watched.subject().redirectUri().value());
		model.addAttribute("refresh",
				state.isMoving() && state != TrialState.COUNTING ? ProgressViews.REFRESH_SECONDS : null);
		return "wizard/default-login-trial";
	}

	@GetMapping("/progress")
	String progress(@RequestParam String of, Model model) {
		WatchedTrial watched = requireTrial();
		describe(watched, TrialState.of(watched.trial()), model);
		return ProgressViews.fragment(of, model);
	}

	private void describe(WatchedTrial watched, TrialState state, Model model) {
		model.addAttribute("state", state.word());
		SignInProof proof = (state == TrialState.COUNTING) ? look(watched) : null;
		model.addAttribute("lines", this.views.lines(watched.trial(), proof, isByAdministrator(watched, proof)));
		model.addAttribute("progressUrl", state.isMoving() ? "/default/progress?of=" + state.word() : null);
	}

	/** What DSM does not tell just now is asked again a moment later. */
	private boolean isByAdministrator(WatchedTrial watched, @Nullable SignInProof proof) {
		try {
			return proof != null && this.offer.isProvenByAdministrator(watched.subject(), proof);
		}
		catch (ProblemException ex) {
			return false;
		}
	}

	@PostMapping("/on")
	String switchOn(@RequestParam(required = false) @Nullable List<String> acknowledged, RedirectAttributes redirect) {
		return this.submissions.of("/default", redirect).attempt(() -> {
			List<String> ticked = (acknowledged != null) ? acknowledged : List.of();
			VerificationSubject subject = subject();
			Plan plan = plan(subject);
			plan.requireNoBlocker();
			FieldException.at("acknowledged", () -> plan.requireAcknowledged(ticked));
			WatchedSignIn since = this.watch.start(subject);
			DefaultLoginTrial trial = this.applier.tryDefaultLogin(plan, ticked, subject.connection());
			this.session.remember(new WatchedTrial(trial, subject, since));
			return "redirect:/default";
		});
	}

	private Plan plan(VerificationSubject subject) {
		return Planner.planDefaultLogin(desired(), this.reader.currentState(subject.connection(), desired()),
				this.session.state().requireConnectedAuthentik().requireConnected().inventory(),
				this.offer.obstacles(subject, seen()), this.offer.risks(subject));
	}

	/** A sign-in that was seen, or the word of somebody who has just signed in. */
	@PostMapping("/keep")
	String keep(@RequestParam(defaultValue = "") String statement, RedirectAttributes redirect) {
		WatchedTrial watched = requireTrial();
		return this.submissions.of("/default", redirect).attempt(() -> {
			if (!"true".equals(statement) && !this.offer.isProvenByAdministrator(watched.subject(), look(watched))) {
				throw new FieldException("statement", Problem.of("default.nobody-came-in"));
			}
			watched.trial().keep();
			return "redirect:/default";
		});
	}

	@PostMapping("/back")
	String takeBack(RedirectAttributes redirect) {
		return this.submissions.of("/default", redirect).attempt(() -> {
			requireTrial().trial().takeBack();
			return "redirect:/default";
		});
	}

	private WatchedTrial requireTrial() {
		WatchedTrial watched = this.session.trial();
		if (watched == null) {
			throw new StepNotReachedException("/default");
		}
		return watched;
	}

	private SignInProof look(WatchedTrial watched) {
		return this.watch.look(watched.subject(), watched.watched());
	}

	/** What the page before has seen. */
	private SignInProof seen() {
		Proof proof = this.session.proof();
		if (proof == null) {
			throw new StepNotReachedException(WizardStep.PROVE.path());
		}
		return proof.signIn();
	}

	private VerificationSubject subject() {
		WizardState state = this.session.state();
		DesiredState desired = desired();
		return VerificationSubject.wished(state.requireConnection(), desired.applicationSlug(), desired.redirectUri());
	}

	private DesiredState desired() {
		ApplyRun run = this.session.currentRun();
		return (run != null) ? run.plan().desired() : this.session.state().requireDesired();
	}

}
