package io.github.dsmsso.wizard.verify;

import java.util.ArrayList;
import java.util.List;

import io.github.dsmsso.wizard.judgement.Judgement;
import io.github.dsmsso.wizard.shared.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What one check found. The words stand in the bundle under {@code check.<check>.title},
 * {@code check.<check>.<finding>} (what it means) and
 * {@code check.<check>.<finding>.action} (what to do; always there unless the verdict is
 * pass or unknown).
 *
 * @param check the stable name of the check, such as {@code signature}
 * @param verdict how it ended
 * @param finding the stable name of what was found, such as {@code no-key}
 * @param arguments what the sentences name, never a secret
 * @param evidence what was seen
 * @param cause what kept the wizard from seeing, where something did
 */
public record CheckResult(String check, Verdict verdict, String finding, List<String> arguments,
		List<Evidence> evidence, @Nullable Problem cause) {

	private static final String UNSEEN = "unseen";

	private static final String DEPENDS = "depends";

	public CheckResult {
		arguments = List.copyOf(arguments);
		evidence = List.copyOf(evidence);
	}

	static CheckResult pass(String check, String finding, String... arguments) {
		return of(check, Verdict.PASS, finding, arguments);
	}

	static CheckResult warn(String check, String finding, String... arguments) {
		return of(check, Verdict.WARN, finding, arguments);
	}

	static CheckResult fail(String check, String finding, String... arguments) {
		return of(check, Verdict.FAIL, finding, arguments);
	}

	static CheckResult unknown(String check, String finding, String... arguments) {
		return of(check, Verdict.UNKNOWN, finding, arguments);
	}

	/** What was judged about the settings, shown by the check of that name. */
	static CheckResult of(Judgement judgement) {
		Verdict verdict = switch (judgement.verdict()) {
			case RIGHT -> Verdict.PASS;
			case UNKNOWN -> Verdict.UNKNOWN;
			case DOUBTFUL -> Verdict.WARN;
			case WRONG -> Verdict.FAIL;
		};
		return new CheckResult(judgement.aspect().id(), verdict, judgement.finding(), judgement.arguments(), List.of(),
				null);
	}

	/** Something kept the wizard from seeing. */
	static CheckResult unseen(String check, Problem cause) {
		return unknown(check, UNSEEN).because(cause);
	}

	/** It makes no sense to look while another check fails, which tells what to do. */
	static CheckResult dependsOnOthers(String check) {
		return unknown(check, DEPENDS);
	}

	/** Whether something kept the wizard from seeing. */
	boolean isUnseen() {
		return this.finding.equals(UNSEEN);
	}

	/** Whether it waits for others that fail. */
	boolean isDependent() {
		return this.finding.equals(DEPENDS);
	}

	private static CheckResult of(String check, Verdict verdict, String finding, String... arguments) {
		return new CheckResult(check, verdict, finding, List.of(arguments), List.of(), null);
	}

	/** The same with something more that was seen. */
	CheckResult with(String label, String value) {
		List<Evidence> more = new ArrayList<>(this.evidence);
		more.add(new Evidence(label, value));
		return new CheckResult(this.check, this.verdict, this.finding, this.arguments, more, this.cause);
	}

	/** The same with what kept the wizard from seeing. */
	CheckResult because(Problem cause) {
		return new CheckResult(this.check, this.verdict, this.finding, this.arguments, this.evidence, cause);
	}

	/** The key of the check's title. */
	public String titleCode() {
		return "check." + this.check + ".title";
	}

	/** The key of the sentence that says what was found. */
	public String findingCode() {
		return "check." + ((isUnseen() || isDependent()) ? "any" : this.check) + "." + this.finding;
	}

	/** The key of the sentence that says what to do, where there is one. */
	public String actionCode() {
		return findingCode() + ".action";
	}

	/** How a check ended, the worst last. */
	public enum Verdict {

		/** As it should be. */
		PASS,
		/** It could not be told. */
		UNKNOWN,
		/** It may work, and someone should look at it. */
		WARN,
		/** It cannot work like this. */
		FAIL

	}

}
