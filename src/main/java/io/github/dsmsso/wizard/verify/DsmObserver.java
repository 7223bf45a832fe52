package io.github.dsmsso.wizard.verify;

import java.time.Clock;

import io.github.dsmsso.wizard.dsm.DsmAccounts;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmServer;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.NasDescription;
import io.github.dsmsso.wizard.dsm.SsoButton;
import io.github.dsmsso.wizard.dsm.SsoClient;
import io.github.dsmsso.wizard.http.Peer;
import io.github.dsmsso.wizard.shared.Reading;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Reads DSM, with its session and as its sign-in page does.
 */
@Component
class DsmObserver {

	private final DsmApi api;

	private final Clock clock;

	DsmObserver(DsmApi api, Clock clock) {
		this.api = api;
		this.clock = clock;
	}

	DsmSide look(VerificationSubject subject) {
		DsmSession session = subject.dsm();
		Peer peer = session.server().peer();
		Reading<Seen<SsoClient>> sso = Seen.start(session::ssoClient);
		Reading<Seen<NasDescription>> nas = Seen.start(session::describe);
		Reading<Seen<DsmAccounts>> accounts = Seen.start(session::accounts);
		Reading<Seen<SsoButton>> button = Seen.start(() -> this.api.pressSsoButton(peer));
		Seen<DsmServer> server = Seen.look(() -> this.api.discover(peer));
		Seen<ClockReading> clock = server.lookFurther(this::clockOf);
		return new DsmSide(sso.get(), nas.get(), accounts.get(), server.lookFurther(DsmServer::loginPage), button.get(),
				clock);
	}

	private @Nullable ClockReading clockOf(DsmServer server) {
		return (server.clock() != null) ? new ClockReading(server.clock(), this.clock.instant()) : null;
	}

}
