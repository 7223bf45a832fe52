package io.github.dsmsso.lab.dsm;

import java.net.ConnectException;

import io.github.dsmsso.lab.dsm.protocol.DsmVersion;
import io.github.dsmsso.lab.dsm.sso.OutboundHttp;
import io.github.dsmsso.lab.dsm.world.DemoNas;
import io.github.dsmsso.lab.dsm.world.DsmWorld;
import io.github.dsmsso.lab.time.VirtualTime;

/** A NAS for a test: the demo's accounts, a clock to turn, a way out to plug. */
final class DsmScene {

	final VirtualTime clock = new VirtualTime();

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

}
