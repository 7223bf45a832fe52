package io.github.dsmsso.wizard.verify;

import io.github.dsmsso.wizard.shared.Reading;

import org.springframework.stereotype.Component;

/**
 * Reads both sides and what authentik shows to anyone, side by side.
 */
@Component
class Observer {

	private final DsmObserver dsm;

	private final AuthentikObserver authentik;

	private final ProtocolObserver protocol;

	Observer(DsmObserver dsm, AuthentikObserver authentik, ProtocolObserver protocol) {
		this.dsm = dsm;
		this.authentik = authentik;
		this.protocol = protocol;
	}

	Observation observe(VerificationSubject subject) {
		Expectation expected = Expectation.of(subject);
		Reading<ProtocolSide> open = Reading.start(() -> this.protocol.look(expected));
		Reading<DsmSide> dsm = Reading.start(() -> this.dsm.look(subject));
		AuthentikSide authentik = this.authentik.look(subject);
		ProtocolSide protocol = this.protocol.probe(open.get(), expected, authentik, dsm.get());
		return new Observation(expected, authentik, protocol, dsm.get());
	}

}
