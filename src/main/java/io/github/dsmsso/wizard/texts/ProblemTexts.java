package io.github.dsmsso.wizard.texts;

import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/**
 * Finds the sentences of a {@link Problem}, in the language of the request where there is
 * one. A sentence that nobody wrote reads {@code ??its.key??}, as Thymeleaf writes it.
 */
@Component
public class ProblemTexts {

	private final MessageSource messages;

	public ProblemTexts(MessageSource messages) {
		this.messages = messages;
	}

	/**
	 * A problem as a person reads it.
	 *
	 * @param code its stable name
	 * @param what what happened
	 * @param cause the likely cause, where there is one to name
	 * @param action what to do
	 * @param detail a technical line
	 */
	public record ProblemText(String code, String what, @Nullable String cause, String action,
			@Nullable String detail) {

		/** All of it in one line. */
		public String inOneLine() {
			String sentences = Stream.of(this.what, this.cause, this.action)
				.filter((sentence) -> sentence != null)
				.collect(Collectors.joining(" "));
			return (this.detail != null) ? sentences + " (" + this.detail + ")" : sentences;
		}

	}

	public ProblemText of(Problem problem) {
		return new ProblemText(problem.code(), sentence(problem, "what"), find(problem, "cause").orElse(null),
				sentence(problem, "action"), problem.detail());
	}

	/** What happened and what to do in one breath, for the words beside a field. */
	public String inShort(Problem problem) {
		return sentence(problem, "what") + " " + sentence(problem, "action");
	}

	private String sentence(Problem problem, String part) {
		return find(problem, part).orElse("??" + key(problem, part) + "??");
	}

	private Optional<String> find(Problem problem, String part) {
		return Optional.ofNullable(this.messages.getMessage(key(problem, part), problem.arguments().toArray(), null,
				LocaleContextHolder.getLocale()));
	}

	private static String key(Problem problem, String part) {
		return "problem." + problem.code() + "." + part;
	}

}
