package io.github.dsmsso.wizard.apply;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * A run that can still be undone or finished: the wizard was stopped on the way, or it
 * was applied and nobody has said yet that this is all.
 *
 * @param record what it set out to do
 * @param begun how many steps were begun
 * @param objects the keys of what it made
 * @param outcome how it ended, or null where it was stopped on the way
 * @param lastSign when it last wrote anything down
 */
public record UnfinishedRun(RunRecord record, int begun, CreatedObjects objects, @Nullable RunOutcome outcome,
		Instant lastSign) {

	/** How it stands. */
	RunOutcome state() {
		return (this.outcome != null) ? this.outcome : RunOutcome.INTERRUPTED;
	}

	/** Whether it was stopped on the way. */
	public boolean isInterrupted() {
		return this.outcome == null;
	}

	/** Whether it made SSO the default on trial, and nothing else. */
	public boolean isOfDefaultLogin() {
		return this.record.isOfDefaultLogin();
	}

	/** Whether this one was begun later, between the same two. */
	boolean isNewerThan(RunRecord other) {
		return this.record.isBetweenTheSame(other) && this.record.startedAt().isAfter(other.startedAt());
	}

}
