package io.github.dsmsso.wizard.verify;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.accounts.People;
import io.github.dsmsso.wizard.verify.CheckResult.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * What all checks found.
 *
 * @param results one result a check, in the order of the way from authentik to DSM to
 * people
 * @param at when they looked
 * @param people who will be able to sign in, or null where that was not seen
 */
public record CheckReport(List<CheckResult> results, Instant at, @Nullable People people) {

	public CheckReport {
		results = List.copyOf(results);
	}

	/** The worst verdict there is. */
	public Verdict worst() {
		return this.results.stream().map(CheckResult::verdict).max(Comparator.naturalOrder()).orElse(Verdict.UNKNOWN);
	}

	/** Whether no check fails; some may warn or not know. */
	public boolean holds() {
		return with(Verdict.FAIL).isEmpty();
	}

	public List<CheckResult> with(Verdict verdict) {
		return this.results.stream().filter((result) -> result.verdict() == verdict).toList();
	}

	/**
	 * What is not right, the worst first; what only follows from something else stands
	 * with it.
	 */
	public List<Finding> findings() {
		return Finding.of(this.results);
	}

	/** The result of the check of that name. */
	public Optional<CheckResult> of(String check) {
		return this.results.stream().filter((result) -> result.check().equals(check)).findFirst();
	}

}
