package io.github.dsmsso.wizard.pages;

import java.util.List;
import java.util.stream.Stream;

/**
 * How many of a kind there are, as a badge shows it.
 *
 * @param number how many
 * @param key the message that says it
 */
record VerdictCount(long number, String key) {

	/** One badge for each verdict that occurs, good ones first. */
	static List<VerdictCount> of(String key, List<String> verdicts) {
		return Stream.of("pass", "warn", "fail", "unknown")
			.map((verdict) -> new VerdictCount(verdicts.stream().filter(verdict::equals).count(), key + "." + verdict))
			.filter((count) -> count.number() > 0)
			.toList();
	}

}
