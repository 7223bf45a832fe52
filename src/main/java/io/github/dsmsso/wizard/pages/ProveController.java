package io.github.dsmsso.wizard.pages;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.pages.CheckViews.CheckView;
import io.github.dsmsso.wizard.plan.Suggestion;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.verify.CheckReport;
import io.github.dsmsso.wizard.verify.SignInProof;
import io.github.dsmsso.wizard.verify.SignInWatch;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;
import io.github.dsmsso.wizard.verify.WatchedSignIn;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Is it true now: the checks with their evidence, and a real sign-in that is watched for.
 */
@Controller
@RequestMapping("/prove")
class ProveController {

	private final WizardSession session;

	private final Verifier verifier;

	private final SignInWatch watch;

	private final CheckViews views;

	ProveController(WizardSession session, Verifier verifier, SignInWatch watch, CheckViews views) {
		this.session = session;
		this.verifier = verifier;
		this.watch = watch;
		this.views = views;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.PROVE;
	}

	@GetMapping
	String show(Model model) {
		Proof proof = this.session.proof();
		if (proof == null) {
			proof = look();
		}
		CheckReport report = proof.report();
		List<CheckView> checks = this.views.views(report.results());
		model.addAttribute("overall", report.worst().name());
		model.addAttribute("attention", checks.stream().filter((check) -> !check.passed()).toList());
		model.addAttribute("passed", checks.stream().filter(CheckView::passed).toList());
		model.addAttribute("counts", Count.of("prove.count", checks.stream().map(CheckView::verdict).toList()));
		model.addAttribute("proof", List.of(this.views.view(proof.signIn().result())));
		model.addAttribute("at", time(report));
		model.addAttribute("dsmAddress", subject(this.session.state()).dsmAddress().origin());
		model.addAttribute("applied", this.session.run() != null);
		model.addAttribute("offersDefault", offersDefault(this.session.state()));
		return "wizard/prove";
	}

	/** From DSM 7.2 on, for a connection that this session has set up or planned. */
	private boolean offersDefault(WizardState state) {
		boolean known = this.session.run() != null || state.desired() != null;
		return known && state.requireSignedInNas().session().server().capabilities().hasSsoSetting();
	}

	@PostMapping
	String lookAgain() {
		look();
		return "redirect:/prove";
	}

	private Proof look() {
		VerificationSubject subject = subject(this.session.state());
		WatchedSignIn watched = this.session.watched(() -> this.watch.start(subject));
		SignInProof signIn = this.watch.look(subject, watched);
		CheckReport report = this.verifier.verify(signIn.isProven() ? subject.withSignInProven() : subject);
		Proof proof = new Proof(signIn, report);
		this.session.proven(proof);
		return proof;
	}

	/** The connection of this session's run, or the one that is there. */
	private VerificationSubject subject(WizardState state) {
		NasAnswer nas = state.requireSignedInNas();
		AuthentikAnswer authentik = state.requireConnectedAuthentik();
		ApplyRun run = this.session.run();
		if (run != null) {
			return new VerificationSubject(nas.session(), authentik.client(), run.plan().desired().applicationSlug(),
					BaseUrl.parse(run.plan().desired().redirectUri().value()));
		}
		String slug = (state.desired() != null) ? state.desired().applicationSlug() : existingSlug(nas, authentik);
		return new VerificationSubject(nas.session(), authentik.client(), slug, nas.address());
	}

	private static String existingSlug(NasAnswer nas, AuthentikAnswer authentik) {
		Suggestion suggestion = new Suggestion(RedirectUri.of(nas.address()), authentik.requirePeer().address(),
				nas.requireSignedIn().sso().oidc(), authentik.requireConnected().surroundings());
		return suggestion.existingProvider()
			.map(OAuth2Provider::applicationSlug)
			.orElseGet(() -> suggestion.desiredState(null, List.of()).applicationSlug());
	}

	private static String time(CheckReport report) {
		Locale locale = LocaleContextHolder.getLocale();
		return DateTimeFormatter.ofLocalizedTime(FormatStyle.MEDIUM)
			.withLocale(locale)
			.format(report.at().atZone(ZoneId.systemDefault()));
	}

	/**
	 * What was seen at one look.
	 *
	 * @param signIn how far a real sign-in has got
	 * @param report what the checks found
	 */
	record Proof(SignInProof signIn, CheckReport report) {

	}

}
