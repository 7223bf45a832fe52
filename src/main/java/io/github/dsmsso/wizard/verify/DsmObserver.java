package io.github.dsmsso.wizard.verify;

import java.time.Clock;

import io.github.dsmsso.wizard.dsm.DsmAccounts;
import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.LoginPage;
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
		Reading<Seen<LoginPage>> loginPage = Seen.start(() -> this.api.loginPage(peer));
		Seen<ClockReading> clock = Seen.look(() -> clockOf(peer));
		return new DsmSide(sso.get(), nas.get(), accounts.get(), loginPage.get(), button.get(), clock);
	}

	private @Nullable ClockReading clockOf(Peer peer) {
		return this.api.clock(peer).map((theirs) -> new ClockReading(theirs, this.clock.instant())).orElse(null);
	}

}
