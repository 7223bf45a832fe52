package io.github.dsmsso.wizard.verify;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.verify.CheckResult.Verdict;

/**
 * A result that somebody has to know of, with those that only follow from it: they pass,
 * or can be told, as soon as it is dealt with.
 *
 * @param result the result
 * @param following what follows from it or, under the last failure, from all failures
 */
public record Finding(CheckResult result, List<CheckResult> following) {

	public Finding {
		following = List.copyOf(following);
	}

	/**
	 * What is not right, failures first and what is not known last. Within each the order
	 * of the results stays, which is that of causes and effects.
	 */
	static List<Finding> of(List<CheckResult> results) {
		List<CheckResult> worstFirst = results.stream()
			.filter((result) -> result.verdict() != Verdict.PASS)
			.sorted(Comparator.comparing(CheckResult::verdict).reversed())
			.toList();
		return worstFirst.stream()
			.filter((result) -> leader(result, worstFirst).isEmpty())
			.map((result) -> new Finding(result, followers(result, worstFirst)))
			.toList();
	}

	private static List<CheckResult> followers(CheckResult leader, List<CheckResult> worstFirst) {
		return worstFirst.stream()
			.filter((result) -> leader(result, worstFirst).filter(leader::equals).isPresent())
			.toList();
	}

	/** Under which other result one is told. */
	private static Optional<CheckResult> leader(CheckResult result, List<CheckResult> worstFirst) {
		if (result.isDependent()) {
			return worstFirst.stream()
				.filter((other) -> other.verdict() == Verdict.FAIL)
				.reduce((earlier, later) -> later);
		}
		return worstFirst.stream()
			.takeWhile((other) -> !other.equals(result))
			.filter((other) -> result.isUnseen() && other.cause() != null && other.cause().equals(result.cause()))
			.findFirst();
	}

}
