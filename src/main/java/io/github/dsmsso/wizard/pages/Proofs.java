package io.github.dsmsso.wizard.pages;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.connection.Connection;
import io.github.dsmsso.wizard.connection.SignedInNas;
import io.github.dsmsso.wizard.dsm.OidcSso;
import io.github.dsmsso.wizard.judgement.Recognition;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.DesiredState;
import io.github.dsmsso.wizard.plan.NasNames;
import io.github.dsmsso.wizard.shared.Problem;
import io.github.dsmsso.wizard.shared.ProblemException;
import io.github.dsmsso.wizard.shared.Reading;
import io.github.dsmsso.wizard.verify.Presented;
import io.github.dsmsso.wizard.verify.SignInProof;
import io.github.dsmsso.wizard.verify.SignInWatch;
import io.github.dsmsso.wizard.verify.Verification;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;

import org.springframework.stereotype.Component;

/**
 * Looks whether the connection of a session works, and has the session remember what was
 * seen.
 */
@Component
class Proofs {

	private static final Duration PAUSE = Duration.ofSeconds(1);

	/** Shorter than a browser waits for an answer. */
	private static final Duration PATIENCE = Duration.ofSeconds(4);

	private static final Duration WATCHED_FOR = Duration.ofMinutes(10);

	private final Verifier verifier;

	private final SignInWatch watch;

	private final Clock clock;

	Proofs(Verifier verifier, SignInWatch watch, Clock clock) {
		this.verifier = verifier;
		this.watch = watch;
		this.clock = clock;
	}

	/**
	 * What was seen last, or is seen now where nobody has looked since the last change.
	 * @throws ProblemException where neither system can be asked, or there is no
	 * connection
	 */
	Proof latest(WizardSession session) {
		return remembered(session).orElseGet(() -> look(session));
	}

	/** The same for a connection that is known already. */
	Proof latest(WizardSession session, VerificationSubject subject) {
		return remembered(session).orElseGet(() -> look(session, subject));
	}

	private static Optional<Proof> remembered(WizardSession session) {
		return Optional.ofNullable(session.proof()).filter((proof) -> !proof.isAheadOfItsChecks());
	}

	/** The same with the sign-in as it is now. */
	Proof current(WizardSession session, VerificationSubject subject) {
		Proof seen = watch(session, latest(session, subject));
		return seen.isAheadOfItsChecks() ? look(session, subject) : seen;
	}

	/**
	 * Looks for the sign-in alone, and not again just after a look. A system that is slow
	 * is not waited for: what was seen last stands until it has answered.
	 * @param last what was seen last
	 */
	Proof watch(WizardSession session, Proof last) {
		if (!isWatched(last) || last.seenAt().plus(PAUSE).isAfter(this.clock.instant())) {
			return last;
		}
		Reading<SignInProof> look = session
			.signInLook(() -> Reading.start(() -> this.watch.look(last.subject(), last.watched())));
		if (!look.endsWithin(PATIENCE)) {
			return last;
		}
		session.ended(look);
		Proof seen = new Proof(last.subject(), last.watched(), look.get(), last.report(), this.clock.instant());
		session.replace(last, seen);
		return seen;
	}

	/**
	 * Whether a sign-in is still watched for: until one is seen, but not for ever after
	 * somebody has gone away.
	 */
	boolean isWatched(Proof proof) {
		return !proof.signIn().isProven() && this.clock.instant().isBefore(proof.report().at().plus(WATCHED_FOR));
	}

	/**
	 * Looks at both systems, and for a sign-in since the first look.
	 * @throws ProblemException where neither system can be asked, or there is no
	 * connection
	 */
	Proof look(WizardSession session) {
		return look(session, subject(session));
	}

	private Proof look(WizardSession session, VerificationSubject subject) {
		WizardState looked = session.state();
		Verification seen = this.verifier.verify(subject, session.watched());
		Proof proof = new Proof(seen.subject(), session.watching(seen.watched()), seen.signIn(), seen.report(),
				this.clock.instant());
		session.remember(looked, proof);
		return proof;
	}

	/**
	 * The connection of this session's run or plan, else the one that DSM itself holds.
	 * @throws ProblemException where there is none
	 */
	VerificationSubject subject(WizardSession session) {
		return find(session).orElseThrow(() -> new ProblemException(Problem.of("verify.no-connection")));
	}

	/** The same; empty where there is none. */
	Optional<VerificationSubject> find(WizardSession session) {
		WizardState state = session.state();
		Connection connection = state.requireConnection();
		ApplyRun run = session.currentRun();
		DesiredState wished = (run != null) ? run.plan().desired() : state.desired();
		Optional<VerificationSubject> subject = (wished != null)
				? Optional.of(VerificationSubject.wished(connection, wished.applicationSlug(), wished.redirectUri()))
				: held(connection, state.requireSignedInNas().requireSignedIn());
		return subject.map((found) -> found.withPresented(presented(state)));
	}

	private static Presented presented(WizardState state) {
		return new Presented(state.requireSignedInNas().contact().certificate(),
				state.requireConnectedAuthentik().contact().certificate());
	}

	/** Read anew each time: it may have been mended by hand meanwhile. */
	private static Optional<VerificationSubject> held(Connection connection, SignedInNas nas) {
		Reading<OidcSso> held = Reading.start(connection.dsm()::oidcSso);
		List<OAuth2Provider> providers = connection.authentik().providers().list();
		List<RedirectUri> addresses = NasNames.of(connection.dsmAddress(), nas.description()).all();
		return VerificationSubject.held(connection, new Recognition(held.get(), addresses, providers), held.get());
	}

}
