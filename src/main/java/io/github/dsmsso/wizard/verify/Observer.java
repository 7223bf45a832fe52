package io.github.dsmsso.wizard.verify;

import java.time.Clock;

import io.github.dsmsso.wizard.shared.Reading;
import io.github.dsmsso.wizard.verify.AuthentikObserver.LinkedProvider;

import org.springframework.stereotype.Component;

/**
 * Reads both sides and what authentik shows to anyone, side by side.
 */
@Component
class Observer {

	private final DsmObserver dsm;

	private final AuthentikObserver authentik;

	private final ProtocolObserver protocol;

	private final Clock clock;

	Observer(DsmObserver dsm, AuthentikObserver authentik, ProtocolObserver protocol, Clock clock) {
		this.dsm = dsm;
		this.authentik = authentik;
		this.protocol = protocol;
		this.clock = clock;
	}

	Observation observe(VerificationSubject subject) {
		Expectation expected = Expectation.of(subject);
		Reading<DsmSide> dsm = Reading.start(() -> this.dsm.look(subject));
		Reading<LinkedProvider> linked = Reading.start(() -> this.authentik.linkedProvider(subject));
		Reading<AuthentikSide> authentik = Reading.start(() -> this.authentik.look(subject.authentik(), linked, dsm));
		ProtocolSide protocol = this.protocol.look(expected, () -> linked.get().provider(), () -> dsm.get().sso());
		return new Observation(expected, authentik.get(), protocol, dsm.get(), this.clock.instant());
	}

}
