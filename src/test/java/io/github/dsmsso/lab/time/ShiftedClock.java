package io.github.dsmsso.lab.time;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;

/** A clock that is some time ahead of another one. */
public final class ShiftedClock extends Clock {

	private final Clock right;

	private volatile Duration ahead = Duration.ZERO;

	public ShiftedClock(Clock right) {
		this.right = right;
	}

	/** From now on it is ahead by so much; negative for behind. */
	public void isAheadBy(Duration ahead) {
		this.ahead = ahead;
	}

	/** It goes ahead by so much more. */
	public void passes(Duration time) {
		this.ahead = this.ahead.plus(time);
	}

	@Override
	public Instant instant() {
		return this.right.instant().plus(this.ahead);
	}

	@Override
	public ZoneId getZone() {
		return this.right.getZone();
	}

	/** The same shift as it stands now, in another zone. */
	@Override
	public Clock withZone(ZoneId zone) {
		return Clock.offset(this.right.withZone(zone), this.ahead);
	}

}
