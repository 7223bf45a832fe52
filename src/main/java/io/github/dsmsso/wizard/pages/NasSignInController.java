package io.github.dsmsso.wizard.pages;

import java.time.Duration;

import io.github.dsmsso.wizard.connection.Connections;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.DsmCredentials;
import io.github.dsmsso.wizard.dsm.DsmErrorCode;
import io.github.dsmsso.wizard.dsm.SignIn;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
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
 * An administrator's sign-in to the NAS. One click is one sign-in; the one-time code is
 * asked for only when DSM asks for it.
 */
@Controller
@RequestMapping("/nas")
class NasSignInController {

	private static final String FORM = "/nas/sign-in";

	private static final String CODE_FORM = "/nas/code";

	private static final int WRONG_CODE = 404;

	private static final Duration LIFE_OF_A_CODE = Duration.ofSeconds(30);

	private final WizardSession session;

	private final Submissions submissions;

	private final Connections connections;

	private final ConfirmationMarks marks;

	NasSignInController(WizardSession session, Submissions submissions, Connections connections,
			ConfirmationMarks marks) {
		this.session = session;
		this.submissions = submissions;
		this.connections = connections;
		this.marks = marks;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.NAS;
	}

	@GetMapping("/sign-in")
	String signInForm(Model model) {
		NasAnswer answer = this.session.state().requireNas();
		model.addAttribute("server", answer.requireServer());
		describeTries(model, answer);
		model.addAttribute("address", answer.address().inBothForms());
		model.addAttribute("attempt", this.marks.next());
		model.addAttribute("backLink", "/nas");
		return "wizard/nas-sign-in";
	}

	@PostMapping("/sign-in")
	String signIn(@RequestParam(defaultValue = "") String account, @RequestParam(defaultValue = "") Secret password,
			@RequestParam(defaultValue = "") String attempt, RedirectAttributes redirect) {
		NasAnswer answer = this.session.state().requireNas();
		return this.submissions.of(FORM, redirect).keeping("account", account).attempt(() -> {
			requireTyped(account, password);
			return signIn(answer, attempt, new DsmCredentials(account.strip(), password, null));
		});
	}

	@GetMapping("/code")
	String codeForm(Model model) {
		NasAnswer answer = this.session.state().requireNas();
		model.addAttribute("account", answer.requirePending().account());
		describeTries(model, answer);
		model.addAttribute("attempt", this.marks.next());
		model.addAttribute("backLink", FORM);
		return "wizard/nas-code";
	}

	private void describeTries(Model model, NasAnswer answer) {
		this.connections.triesLeft(answer.requireServer()).ifPresent((left) -> model.addAttribute("triesLeft", left));
	}

	@PostMapping("/code")
	String submitCode(@RequestParam(defaultValue = "") Secret code, @RequestParam(defaultValue = "") String attempt,
			RedirectAttributes redirect) {
		NasAnswer answer = this.session.state().requireNas();
		DsmCredentials pending = answer.requirePending();
		return this.submissions.of(CODE_FORM, redirect).attempt(() -> {
			if (code.isEmpty()) {
				throw new FieldException("code", Problem.of("form.code-missing"));
			}
			return signIn(answer, attempt,
					new DsmCredentials(pending.account(), pending.password(), code.withoutSpaces()));
		});
	}

	private String signIn(NasAnswer answer, String mark, DsmCredentials credentials) {
		if (this.connections.wasSent(mark)) {
			return whereTheFirstClickLed(answer);
		}
		SignIn attempt = this.connections.signIn(answer.requireServer(), credentials, mark);
		return switch (attempt.outcome()) {
			case SIGNED_IN -> welcome(answer, SignedInNas.of(attempt));
			case CODE_REQUIRED -> askForCode(answer, credentials);
			case REFUSED -> refuse(answer, attempt.requireCode());
			case NOT_ADMINISTRATOR -> forget(answer, Problem.of("dsm.not-administrator"));
		};
	}

	private String whereTheFirstClickLed(NasAnswer answer) {
		if (answer.signedIn() != null) {
			return "redirect:" + this.session.runLeftBehindOr(WizardStep.AUTHENTIK.path());
		}
		throw new ProblemException(Problem.of("form.sign-in-sent-before"));
	}

	private String welcome(NasAnswer answer, SignedInNas signedIn) {
		try {
			requireUse(signedIn);
			this.session.answerNas(answer, answer.withSignedIn(signedIn));
		}
		catch (RuntimeException ex) {
			signedIn.session().close();
			throw ex;
		}
		return "redirect:" + this.session.runLeftBehindOr(WizardStep.AUTHENTIK.path());
	}

	/** Said before anything else is asked for; what exists can be checked and undone. */
	private void requireUse(SignedInNas signedIn) {
		if (this.session.state().purpose() == WizardState.Purpose.CONNECT) {
			signedIn.requireSomebodyCanSignIn();
		}
	}

	private String askForCode(NasAnswer answer, DsmCredentials credentials) {
		this.session.answerNas(answer, answer.withPending(credentials));
		return "redirect:" + CODE_FORM;
	}

	/**
	 * With a wrong code the sign-in still waits for a right one; any other refusal begins
	 * anew.
	 */
	private String refuse(NasAnswer answer, DsmErrorCode code) {
		if (code.number() == WRONG_CODE) {
			throw new ProblemException(wrongCode(answer, code));
		}
		return forget(answer, code.problem());
	}

	/**
	 * A code is good for half a minute: where the clock of the NAS is not, it is the
	 * cause.
	 */
	private Problem wrongCode(NasAnswer answer, DsmErrorCode code) {
		Duration ahead = this.connections.clockAhead(answer.requireServer());
		return (ahead.abs().compareTo(LIFE_OF_A_CODE) <= 0) ? code.problem() : Problem
			.of(ahead.isNegative() ? "form.clock-behind" : "form.clock-ahead", String.valueOf(ahead.abs().toSeconds()));
	}

	private String forget(NasAnswer answer, Problem problem) {
		this.session.answerNas(answer, answer.withPending(null));
		throw new ProblemException(problem);
	}

	private static void requireTyped(String account, Secret password) {
		Complaints complaints = new Complaints();
		if (account.isBlank()) {
			complaints.about("account", Problem.of("form.account-missing"));
		}
		if (password.isEmpty()) {
			complaints.about("password", Problem.of("form.password-missing"));
		}
		complaints.requireNone();
	}

}
