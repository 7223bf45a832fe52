package io.github.dsmsso.wizard.judgement;

import java.util.List;

/**
 * What was found about one aspect. The sentence that says so stands in the message bundle
 * under {@code check.<aspect>.<finding>}.
 *
 * @param aspect what was judged
 * @param verdict how well it serves DSM
 * @param finding the stable name of what was found, such as {@code no-key}
 * @param arguments what the sentence names, never a secret
 */
public record Judgement(Aspect aspect, Verdict verdict, String finding, List<String> arguments) {

	public Judgement {
		arguments = List.copyOf(arguments);
	}

	static Judgement right(Aspect aspect, String finding, String... arguments) {
		return new Judgement(aspect, Verdict.RIGHT, finding, List.of(arguments));
	}

	static Judgement unknown(Aspect aspect, String finding, String... arguments) {
		return new Judgement(aspect, Verdict.UNKNOWN, finding, List.of(arguments));
	}

	static Judgement doubtful(Aspect aspect, String finding, String... arguments) {
		return new Judgement(aspect, Verdict.DOUBTFUL, finding, List.of(arguments));
	}

	static Judgement wrong(Aspect aspect, String finding, String... arguments) {
		return new Judgement(aspect, Verdict.WRONG, finding, List.of(arguments));
	}

	public boolean isRight() {
		return this.verdict == Verdict.RIGHT;
	}

	public boolean isWrong() {
		return this.verdict == Verdict.WRONG;
	}

	public boolean isDoubtful() {
		return this.verdict == Verdict.DOUBTFUL;
	}

	/** The key of the sentence that says what was found. */
	public String code() {
		return "check." + this.aspect.id() + "." + this.finding;
	}

}
