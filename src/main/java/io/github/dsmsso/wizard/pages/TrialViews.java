package io.github.dsmsso.wizard.pages;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.dsmsso.wizard.apply.DefaultLoginTrial;
import io.github.dsmsso.wizard.pages.ProgressViews.ProgressLine;
import io.github.dsmsso.wizard.verify.SignInProof;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/**
 * The trial of SSO by default as its page shows it: the steps of its run, the time that
 * is left, and whether somebody has come in.
 */
@Component
class TrialViews {

	private final ProgressViews steps;

	private final CheckViews checks;

	private final MessageSourceAccessor messages;

	TrialViews(ProgressViews steps, CheckViews checks, MessageSource messages) {
		this.steps = steps;
		this.checks = checks;
		this.messages = new MessageSourceAccessor(messages);
	}

	/**
	 * The lines of the page.
	 * @param proof who was seen to come in, while that counts
	 * @param byAdministrator whether an administrator of the NAS is among them
	 */
	List<ProgressLine> lines(DefaultLoginTrial trial, @Nullable SignInProof proof, boolean byAdministrator) {
		List<ProgressLine> lines = new ArrayList<>(this.steps.lines(trial.run().steps()));
		Duration left = trial.timeLeft();
		if (left != null && proof != null) {
			lines.add(line("seen", "default.line.sign-in", byAdministrator ? "done" : "working",
					seen(proof, byAdministrator)));
			lines.add(line("time", "default.line.time", "working", timeLeft(left)));
		}
		return lines;
	}

	private String seen(SignInProof proof, boolean byAdministrator) {
		if (!proof.isProven()) {
			return this.checks.view(proof.result()).text();
		}
		return text(byAdministrator ? "default.seen" : "default.seen.others", String.join(", ", proof.accounts()));
	}

	private ProgressLine line(String id, String name, String state, String text) {
		return new ProgressLine(id, text(name), state, null, null, text, null);
	}

	private String timeLeft(Duration left) {
		return text("default.time-left", left.toMinutes(), left.toSecondsPart());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments);
	}

}
