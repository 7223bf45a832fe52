package io.github.dsmsso.wizard.pages;

import java.util.ArrayList;
import java.util.List;

import io.github.dsmsso.wizard.apply.Applier;
import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.export.Summary;
import io.github.dsmsso.wizard.export.SummaryFormat;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/**
 * The record: what to take away, how to get back in, undo, and the end.
 */
@Controller
class RecordController {

	private final WizardSession session;

	private final Summaries summaries;

	private final List<SummaryFormat> formats;

	private final Applier applier;

	private final MessageSource messages;

	private final Cookies cookies;

	RecordController(WizardSession session, Summaries summaries, List<SummaryFormat> formats, Applier applier,
			MessageSource messages, Cookies cookies) {
		this.session = session;
		this.summaries = summaries;
		this.formats = formats;
		this.applier = applier;
		this.messages = messages;
		this.cookies = cookies;
	}

	@ModelAttribute("step")
	WizardStep step() {
		return WizardStep.RECORD;
	}

	@GetMapping("/record")
	String show(Model model) {
		Summary summary = this.summaries.summary(this.session);
		model.addAttribute("facts", facts(summary));
		model.addAttribute("withoutPlan", this.session.isWithoutPlan());
		model.addAttribute("undoable", this.session.undoable().isPresent());
		return "wizard/record";
	}

	@GetMapping("/record/summary.{extension}")
	ResponseEntity<byte[]> download(@PathVariable String extension) {
		Summary summary = this.summaries.summary(this.session);
		return this.formats.stream()
			.filter((format) -> format.extension().equals(extension))
			.findFirst()
			.map((format) -> file(format, summary))
			.orElseGet(() -> ResponseEntity.notFound().build());
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
		if (run != null) {
			this.applier.forget(run.reference());
		}
		httpSession.invalidate();
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.forget(EarlierSession.cookie(request)));
		return "redirect:/finished";
	}

	@GetMapping("/finished")
	String finished(Model model) {
		model.addAttribute("step", null);
		return "wizard/finished";
	}

	private static ResponseEntity<byte[]> file(SummaryFormat format, Summary summary) {
		return Download.of(format.fileName(summary), format.mediaType(),
				format.write(summary, LocaleContextHolder.getLocale()));
	}

	private List<Fact> facts(Summary summary) {
		List<Fact> facts = new ArrayList<>();
		facts.add(new Fact(text("record.outcome"), text("record.outcome." + summary.outcome()), false));
		facts.add(new Fact(text("record.reference"), summary.reference(), true));
		facts.add(new Fact(text("record.nas"), summary.nas().version(), false));
		facts.add(new Fact(text("record.redirect"), summary.redirectUri(), true));
		facts.add(new Fact(text("record.authentik"), summary.authentik().address(), true));
		facts.add(new Fact(text("record.sign-in"), signIn(summary), false));
		facts.add(new Fact(text("record.checks"), checks(summary), false));
		return facts;
	}

	private String signIn(Summary summary) {
		return (summary.signIn() != null) ? summary.signIn().finding() : text("record.not-looked");
	}

	private String checks(Summary summary) {
		if (summary.checks().isEmpty()) {
			return text("record.not-looked");
		}
		Object[] counts = { count(summary, "pass"), count(summary, "warn"), count(summary, "fail"),
				count(summary, "unknown") };
		return this.messages.getMessage("record.checks.value", counts, LocaleContextHolder.getLocale());
	}

	private static long count(Summary summary, String verdict) {
		return summary.checks().stream().filter((check) -> check.verdict().equals(verdict)).count();
	}

	private String text(String key) {
		return this.messages.getMessage(key, null, LocaleContextHolder.getLocale());
	}

	/** A label with its value; {@code code} for a technical token. */
	record Fact(String label, @Nullable String value, boolean code, @Nullable String change) {

		Fact(String label, @Nullable String value, boolean code) {
			this(label, value, code, null);
		}

	}

}
