package io.github.dsmsso.wizard.verify;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

import io.github.dsmsso.wizard.dsm.DsmApi;
import io.github.dsmsso.wizard.dsm.DsmSession;
import io.github.dsmsso.wizard.dsm.LoginPage;
import io.github.dsmsso.wizard.dsm.Snapshot;
import io.github.dsmsso.wizard.dsm.SsoButton;
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
		Reading<Observed<SsoButton>> button = Observed.start(() -> this.api.pressSsoButton(peer));
		Reading<Observed<LoginPage>> loginPage = Observed.start(() -> this.api.loginPage(peer));
		Snapshot snapshot = session.snapshot();
		Instant read = this.clock.instant();
		return new DsmSide(Observed.look(snapshot.sso()), Observed.look(snapshot.description()),
				Observed.look(snapshot.accounts()), Observed.look(snapshot.connections()), loginPage.get(),
				button.get(), Observed.look(() -> reading(snapshot.clock().get(), read)));
	}

	private static @Nullable ClockReading reading(Optional<Instant> theirs, Instant ours) {
		return theirs.map((shown) -> new ClockReading(shown, ours)).orElse(null);
	}

	/**
	 * The same after the SSO button was pressed again, where it did not work: DSM asks
	 * authentik itself when it is pressed and waits for five seconds, and may have come
	 * behind all that the wizard asked.
	 */
	DsmSide lookTwice(DsmSide side, VerificationSubject subject) {
		boolean works = side.button()
			.find()
			.filter((button) -> button.outcome() == SsoButton.Outcome.BUILT)
			.isPresent();
		Peer peer = subject.dsm().server().peer();
		return works ? side : side.withButton(Observed.look(() -> this.api.pressSsoButton(peer)));
	}

}
