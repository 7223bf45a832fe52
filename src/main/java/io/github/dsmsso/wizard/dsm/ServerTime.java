package io.github.dsmsso.wizard.dsm;

import java.time.Instant;
import java.util.Optional;

/**
 * DSM's clock, as {@code SYNO.API.Encryption getinfo} tells it.
 */
final class ServerTime {

	/** Asks for nothing else. */
	static final Parameters QUESTION = Parameters.none().with("format", "module");

	private ServerTime() {
	}

	/** To the second, by the answer itself or by the web server that sends it. */
	static Optional<Instant> read(DsmData info) {
		return info.number("server_time").map(Instant::ofEpochSecond).or(info.answer()::date);
	}

}
