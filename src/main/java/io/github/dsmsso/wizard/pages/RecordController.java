package io.github.dsmsso.wizard.pages;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.export.Summary;
import io.github.dsmsso.wizard.export.SummaryTexts;
import io.github.dsmsso.wizard.plan.AuthentikInventory;
import io.github.dsmsso.wizard.plan.StateReader;
import org.jspecify.annotations.Nullable;

import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The record: what to take away, how to get back in, undo, and the end.
 */
@Controller
class RecordController {

	private final WizardSession session;

	private final StateReader reader;

	private final Submissions submissions;

	private final Summaries summaries;

	private final SummaryTexts texts;

	private final SummaryDownloads downloads;

	private final Applier applier;

	private final Cookies cookies;

	private final Mending mending;

	RecordController(WizardSession session, StateReader reader, Submissions submissions, Summaries summaries,
			SummaryTexts texts, SummaryDownloads downloads, Applier applier, Cookies cookies, Mending mending) {
		this.session = session;
		this.reader = reader;
		this.submissions = submissions;
		this.summaries = summaries;
		this.texts = texts;
		this.downloads = downloads;
		this.applier = applier;
		this.cookies = cookies;
		this.mending = mending;
	}

	@ModelAttribute("step")
	@Nullable WizardStep step() {
		return this.session.isCheck() ? null : WizardStep.RECORD;
	}

	@GetMapping("/record")
	String show(Model model) {
		Summary summary = this.summaries.summary(this.session);
		model.addAttribute("summary", this.texts.of(summary, LocaleContextHolder.getLocale()));
		model.addAttribute("withoutPlan", this.session.isWithoutPlan());
		model.addAttribute("backLink", this.session.isCheck() ? WizardStep.PROVE.path() : null);
		model.addAttribute("undoable", this.session.undoable().map(ApplyRun::reference).orElse(null));
		model.addAttribute("beneath", this.session.runBeneath().map(ApplyRun::reference).orElse(null));
		model.addAttribute("rotatable", this.session.isCheck()
				|| this.session.state().proposal() != null && this.session.undoable().isPresent());
		return "wizard/record";
	}

	@GetMapping("/record/summary.{extension}")
	ResponseEntity<byte[]> download(@PathVariable String extension) {
		return this.downloads.of(this.summaries.summary(this.session), extension);
	}

	@PostMapping("/finish")
	String finish(HttpServletRequest request, HttpServletResponse response, HttpSession httpSession) {
		ApplyRun run = this.session.changed();
		if (run != null && run.outcome().isUnderWay()) {
			return "redirect:" + WizardStep.APPLY.path();
		}
		WatchedTrial trial = this.session.trial();
		if (trial != null && trial.isMoving()) {
			return "redirect:/default";
		}
		this.session.allChanged().stream().map(ApplyRun::reference).forEach(this.applier::forget);
		httpSession.invalidate();
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.forget(EarlierSession.cookie(request)));
		return "redirect:/finished";
	}

	/** Plans another client secret on both sides. */
	@PostMapping("/record/rotate")
	String rotate(RedirectAttributes redirect) {
		return this.submissions.of("/record", redirect).attempt(() -> {
			this.mending.planNewSecret(this.session);
			return "redirect:" + WizardStep.REVIEW.path();
		});
	}

	/**
	 * Goes on with another NAS and the same authentik, which is read anew; what was done
	 * here can be undone from the first page.
	 */
	@PostMapping("/record/another")
	String connectAnother(RedirectAttributes redirect) {
		return this.submissions.of("/record", redirect).attempt(() -> {
			AuthentikAnswer authentik = this.session.state().requireConnectedAuthentik();
			AuthentikInventory now = this.reader.inventory(authentik.client());
			this.session.restart(WizardState.Purpose.CONNECT, null);
			this.session.answerAuthentik(null, authentik.withInventory(now));
			return "redirect:" + WizardStep.NAS.path();
		});
	}

	@GetMapping("/finished")
	String finished(Model model) {
		model.addAttribute("step", null);
		return "wizard/finished";
	}

}
