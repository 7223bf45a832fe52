package io.github.dsmsso.wizard.pages;

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
import io.github.dsmsso.wizard.verify.CheckReport;
import io.github.dsmsso.wizard.verify.SignInProof;
import io.github.dsmsso.wizard.verify.SignInWatch;
import io.github.dsmsso.wizard.verify.VerificationSubject;
import io.github.dsmsso.wizard.verify.Verifier;
import io.github.dsmsso.wizard.verify.WatchedSignIn;

import org.springframework.stereotype.Component;

/**
 * Looks whether the connection of a session works, and has the session remember what was
 * seen.
 */
@Component
class Proofs {

	private final Verifier verifier;

	private final SignInWatch watch;

	Proofs(Verifier verifier, SignInWatch watch) {
		this.verifier = verifier;
		this.watch = watch;
	}

	/**
	 * What was seen last, or is seen now where nobody has looked since the last change.
	 * @throws ProblemException where neither system can be asked, or there is no
	 * connection
	 */
	Proof latest(WizardSession session) {
		Proof proof = session.proof();
		return (proof != null) ? proof : look(session);
	}

	/** The same for a connection that is known already. */
	Proof latest(WizardSession session, VerificationSubject subject) {
		Proof proof = session.proof();
		return (proof != null) ? proof : look(session, subject);
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
		WatchedSignIn watched = session.watched(() -> this.watch.start(subject));
		SignInProof signIn = this.watch.look(subject, watched);
		CheckReport report = this.verifier.verify(signIn.isProven() ? subject.withSignInProven() : subject);
		Proof proof = new Proof(signIn, report);
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
		ApplyRun run = session.run();
		DesiredState wished = (run != null) ? run.plan().desired() : state.desired();
		return (wished != null)
				? Optional.of(VerificationSubject.wished(connection, wished.applicationSlug(), wished.redirectUri()))
				: held(connection, state.requireSignedInNas().requireSignedIn());
	}

	/** Read anew each time: it may have been mended by hand meanwhile. */
	private static Optional<VerificationSubject> held(Connection connection, SignedInNas nas) {
		Reading<OidcSso> held = Reading.start(connection.dsm()::oidcSso);
		List<OAuth2Provider> providers = connection.authentik().providers().list();
		List<RedirectUri> addresses = NasNames.of(connection.dsmAddress(), nas.description()).all();
		return VerificationSubject.held(connection, new Recognition(held.get(), addresses, providers), held.get());
	}

	/**
	 * What was seen at one look.
	 *
	 * @param signIn how far a real sign-in has got
	 * @param report what the checks found
	 */
	record Proof(SignInProof signIn, CheckReport report) {

	}

}
