package io.github.dsmsso.wizard.command;

import java.util.Map;

import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.texts.ProblemTexts;

import org.springframework.stereotype.Component;

/**
 * A problem as people read it in a terminal, and as machines do.
 */
@Component
class ProblemReport {

	private final ProblemTexts texts;

	ProblemReport(ProblemTexts texts) {
		this.texts = texts;
	}

	String text(Problem problem) {
		return this.texts.of(problem).inOneLine();
	}

	Map<String, Object> facts(Problem problem) {
		return Map.of("id", problem.code(), "arguments", problem.arguments(), "text", text(problem));
	}

}
