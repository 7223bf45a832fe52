package io.github.dsmsso.lab.dsm;

import java.net.ConnectException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A NAS for a test: the demo's accounts, a clock to turn, a way out to plug. */
final class DsmScene {

	final MovingClock clock = new MovingClock();

	final DsmWorld world;

	final DsmSimulator simulator;

	DsmScene(DsmVersion version, OutboundHttp outbound) {
		this.world = DemoNas.world(version, this.clock);
		this.simulator = new DsmSimulator(this.world, outbound);
	}

	static DsmScene of(DsmVersion version) {
		return new DsmScene(version, (origin, request) -> {
			throw new ConnectException("Nobody is there");
		});
	}

	DsmCalls anyone() {
		return new DsmCalls(this.simulator);
	}

	DsmCalls administrator() {
		return anyone().as(DemoNas.ADMINISTRATOR, DemoNas.PASSWORD);
	}

	DsmCalls user() {
		return anyone().as("carla", DemoNas.PASSWORD);
	}

	/** A clock that stands still until it is moved. */
	static final class MovingClock extends Clock {

		private Instant now = Instant.parse("2026-11-24T09:00:00Z");

		void pass(Duration time) {
			this.now = this.now.plus(time);
		}

		@Override
		public ZoneId getZone() {
			return ZoneOffset.UTC;
		}

		@Override
		public Clock withZone(ZoneId zone) {
			return this;
		}

		@Override
		public Instant instant() {
			return this.now;
		}

	}

}
