package io.github.dsmsso.wizard.dsm;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import io.github.dsmsso.wizard.shared.ProblemException;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Signal;

/**
 * Everything that a look at DSM needs, read at one time. Each part returns what was read,
 * or throws the {@link ProblemException} that kept it away.
 *
 * @param sso the SSO settings
 * @param description what the NAS says of itself
 * @param accounts its accounts
 * @param connections who is signed in
 * @param clock its clock; empty where it does not tell
 */
public record Snapshot(Supplier<SsoClient> sso, Supplier<NasDescription> description, Supplier<DsmAccounts> accounts,
		Supplier<List<CurrentConnection>> connections, Supplier<Optional<Instant>> clock) {

	/** Reads all parts, whatever becomes of each. */
	static Mono<Snapshot> of(Mono<SsoClient> sso, Mono<NasDescription> description, Mono<DsmAccounts> accounts,
			Mono<List<CurrentConnection>> connections, Mono<Optional<Instant>> clock) {
		return Mono
			.zip(sso.materialize(), description.materialize(), accounts.materialize(), connections.materialize(),
					clock.materialize())
			.map((read) -> new Snapshot(part(read.getT1()), part(read.getT2()), part(read.getT3()), part(read.getT4()),
					part(read.getT5())));
	}

	private static <T> Supplier<T> part(Signal<T> read) {
		return () -> {
			if (read.getThrowable() instanceof RuntimeException failure) {
				throw failure;
			}
			return read.get();
		};
	}

}
