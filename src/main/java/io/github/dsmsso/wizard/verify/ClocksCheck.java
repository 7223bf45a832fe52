package io.github.dsmsso.wizard.verify;

import java.util.Optional;

/**
 * DSM and authentik agree about the time: a token is valid from one moment to another.
 * authentik does not always tell its time; then this machine stands in for it.
 */
final class ClocksCheck implements Check {

	private static final String ID = "clocks";

	private static final long NOTICEABLE_SECONDS = 60;

	private static final long TOO_MANY_SECONDS = 120;

	@Override
	public CheckResult examine(Observation observation) {
		Optional<ClockReading> authentik = observation.protocol().clock().find();
		Observed<ClockReading> dsm = observation.dsm().clock();
		if (dsm.isNothing()) {
			return CheckResult.unknown(ID, "dsm-silent");
		}
		return dsm.judge(ID,
				(reading) -> authentik.map((other) -> judge(reading, other))
					.orElseGet(() -> judgeByOurs(reading))
					.with("dsm-clock", reading.theirs().toString())
					.with("our-clock", reading.ours().toString()));
	}

	private static CheckResult judge(ClockReading dsm, ClockReading authentik) {
		long ahead = dsm.ahead().minus(authentik.ahead()).toSeconds();
		return judge(ahead, TOO_MANY_SECONDS).with("authentik-clock", authentik.theirs().toString());
	}

	private static CheckResult judgeByOurs(ClockReading dsm) {
		return judge(dsm.ahead().toSeconds(), Long.MAX_VALUE);
	}

	private static CheckResult judge(long ahead, long tooMany) {
		String seconds = String.valueOf(Math.abs(ahead));
		if (Math.abs(ahead) <= NOTICEABLE_SECONDS) {
			return CheckResult.pass(ID, "agree");
		}
		if (Math.abs(ahead) <= tooMany) {
			return CheckResult.warn(ID, (ahead > 0) ? "ahead" : "behind", seconds);
		}
		return CheckResult.fail(ID, (ahead > 0) ? "far-ahead" : "far-behind", seconds);
	}

}
