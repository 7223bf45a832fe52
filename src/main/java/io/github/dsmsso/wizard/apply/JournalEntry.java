package io.github.dsmsso.wizard.apply;

import java.time.Instant;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import org.jspecify.annotations.Nullable;

/**
 * One line of the journal.
 *
 * @param format the format of the entry; on the first line alone
 * @param at when it was written
 * @param begun how many steps were begun by then
 * @param run what the run sets out to do; on the first line alone
 * @param objects the keys of what it has made, where a step is done
 * @param outcome how it has ended, where it has
 */
@JsonInclude(Include.NON_NULL)
record JournalEntry(@Nullable Integer format, Instant at, int begun, @Nullable RunRecord run,
		@Nullable CreatedObjects objects, @Nullable RunOutcome outcome) {

	/**
	 * The format that this release writes and reads. It changes with any change of what a
	 * line holds, the fields of a plan included.
	 */
	static final int FORMAT = 2;

}
