package io.github.dsmsso.lab.authentik;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.dsmsso.lab.debug.Switch;

/** What can be switched on an authentik instance while it runs. */
final class AuthentikSwitches {

	private AuthentikSwitches() {
	}

	static List<Switch> of(AuthentikWorld world) {
		Map<String, Runnable> proxy = new LinkedHashMap<>();
		proxy.put("trusted", world::trustsItsProxy);
		proxy.put("ignored", () -> world.trustsItsProxy().ignoresForwardedHeaders());
		proxy.put("untrusted", world::standsBehindAnUntrustedProxy);
		return List.of(
				Switch.flag("starting", "answers 503, as while authentik starts", world::starts,
						(starts) -> start(world, starts)),
				Switch.number("clock-skew", "seconds that its clock is ahead",
						(seconds) -> world.clockIsAheadBy(Duration.ofSeconds(seconds))),
				Switch.action("lose-sessions", "signs every browser out", () -> world.sessions().endAll()),
				Switch.text("web-path", "the path below which it lives, with both slashes", "(/[A-Za-z0-9._-]+)*/",
						world::webPath, world::livesBelow),
				Switch.choice("proxy", "whether it believes the X-Forwarded- headers of a proxy; untrusted speaks"
						+ " plain HTTP to it", "trusted", proxy));
	}

	private static void start(AuthentikWorld world, boolean starts) {
		if (starts) {
			world.isStarting();
		}
		else {
			world.hasStarted();
		}
	}

}
