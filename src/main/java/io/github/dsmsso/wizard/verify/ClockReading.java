package io.github.dsmsso.wizard.verify;

import java.time.Duration;
import java.time.Instant;

/**
 * A server's clock beside ours.
 *
 * @param theirs what theirs showed
 * @param ours what ours showed at that moment
 */
record ClockReading(Instant theirs, Instant ours) {

	/** By how much theirs is ahead; negative where it is behind. */
	Duration ahead() {
		return Duration.between(this.ours, this.theirs);
	}

}
