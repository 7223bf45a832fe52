package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.dsmsso.wizard.apply.DefaultLoginTrial;
import io.github.dsmsso.wizard.pages.ProgressViews.ProgressLine;
import io.github.dsmsso.wizard.verify.SignInProof;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * The trial of SSO by default as its page shows it: the steps of its run, the time that
 * is left, and whether somebody has come in.
 */
@Component
class TrialViews {

	private final ProgressViews steps;

	private final CheckViews checks;

	private final MessageSource messages;

	TrialViews(ProgressViews steps, CheckViews checks, MessageSource messages) {
		this.steps = steps;
		this.checks = checks;
		this.messages = messages;
	}

	List<ProgressLine> lines(DefaultLoginTrial trial, @Nullable SignInProof proof) {
		List<ProgressLine> lines = new ArrayList<>(this.steps.lines(trial.run().steps()));
		Duration left = trial.timeLeft();
		if (left != null && proof != null) {
			lines.add(line("seen", "default.line.sign-in", proof.isProven() ? "done" : "working",
					this.checks.view(proof.result()).text()));
			lines.add(line("time", "default.line.time", "working", timeLeft(left)));
		}
		return lines;
	}

	private ProgressLine line(String id, String name, String state, String text) {
		return new ProgressLine(id, text(name), state, null, null, text, null);
	}

	private String timeLeft(Duration left) {
		return text("default.time-left", left.toMinutes(), left.toSecondsPart());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
