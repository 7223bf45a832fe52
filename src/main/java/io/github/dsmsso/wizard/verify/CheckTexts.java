package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.texts.ProblemTexts;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Checks in words, in the language of the request where there is one. */
@Component
public class CheckTexts {

	private final MessageSource messages;

	private final ProblemTexts problems;

	public CheckTexts(MessageSource messages, ProblemTexts problems) {
		this.messages = messages;
		this.problems = problems;
	}

	/** What was checked. */
	public String title(CheckResult result) {
		return text(result.titleCode());
	}

	/** What was found, and why where that is known. */
	public String finding(CheckResult result) {
		String finding = text(result.findingCode(), result.arguments().toArray());
		return (result.cause() != null) ? finding + " " + this.problems.inShort(result.cause()) : finding;
	}

	/** What to do, where there is something. */
	public @Nullable String action(CheckResult result) {
		return this.messages.getMessage(result.actionCode(), result.arguments().toArray(), null,
				LocaleContextHolder.getLocale());
	}

	private String text(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
	}

}
