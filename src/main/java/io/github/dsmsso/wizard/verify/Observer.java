package io.github.dsmsso.wizard.verify;

import java.time.Clock;

import io.github.dsmsso.wizard.connection.WatchedSignIn;
import io.github.dsmsso.wizard.shared.Reading;
import io.github.dsmsso.wizard.verify.AuthentikObserver.LinkedProvider;
import org.jspecify.annotations.Nullable;

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

	/**
	 * Observes.
	 * @param watched since when a sign-in is watched for, or null
	 */
	Observation observe(VerificationSubject subject, @Nullable WatchedSignIn watched) {
		Expectation expected = Expectation.of(subject);
		Reading<DsmSide> dsm = Reading.start(() -> this.dsm.look(subject));
		Reading<LinkedProvider> linked = Reading.start(() -> this.authentik.linkedProvider(subject));
		Reading<AuthentikSide> authentik = Reading
			.start(() -> this.authentik.look(subject.authentik(), linked, dsm, watched));
		ProtocolSide protocol = this.protocol.look(expected, () -> linked.get().provider(), () -> dsm.get().sso());
		AuthentikSide seen = authentik.get();
		return new Observation(expected, seen, protocol, this.dsm.lookTwice(dsm.get(), subject), this.clock.instant());
	}

}
