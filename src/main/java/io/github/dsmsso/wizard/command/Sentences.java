package io.github.dsmsso.wizard.command;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.verify.CheckResult;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Problems and checks in the words of the pages, in English. */
@Component
class Sentences {

	private final MessageSource messages;

	Sentences(MessageSource messages) {
		this.messages = messages;
	}

	/** What happened, why, and what to do. */
	String of(Problem problem) {
		Object[] arguments = problem.arguments().toArray();
		String sentences = Stream.of("what", "cause", "action")
			.map((part) -> find("problem." + problem.code() + "." + part, arguments))
			.filter((sentence) -> sentence != null)
			.collect(Collectors.joining(" "));
		return (problem.detail() != null) ? sentences + " (" + problem.detail() + ")" : sentences;
	}

	String title(CheckResult result) {
		return String.valueOf(find(result.titleCode()));
	}

	/** What was found. */
	String finding(CheckResult result) {
		String finding = String.valueOf(find(result.findingCode(), result.arguments().toArray()));
		return (result.cause() != null) ? finding + " " + of(result.cause()) : finding;
	}

	/** What to do, where there is something. */
	@Nullable String action(CheckResult result) {
		return find(result.actionCode(), result.arguments().toArray());
	}

	private @Nullable String find(String key, Object... arguments) {
		return this.messages.getMessage(key, arguments, null, Locale.ENGLISH);
	}

}
