package io.github.dsmsso.wizard.pages;

import java.util.List;

import io.github.dsmsso.wizard.apply.ApplyRun;
import io.github.dsmsso.wizard.authentik.OAuth2Provider;
import io.github.dsmsso.wizard.oidc.RedirectUri;
import io.github.dsmsso.wizard.plan.Suggestion;
import io.github.dsmsso.wizard.shared.BaseUrl;
import io.github.dsmsso.wizard.shared.ProblemException;
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
	 * @throws ProblemException where neither system can be asked
	 */
	Proof latest(WizardSession session) {
		Proof proof = session.proof();
		return (proof != null) ? proof : look(session);
	}

	/**
	 * Looks at both systems, and for a sign-in since the first look.
	 * @throws ProblemException where neither system can be asked
	 */
	Proof look(WizardSession session) {
		WizardState looked = session.state();
		VerificationSubject subject = subject(session);
		WatchedSignIn watched = session.watched(() -> this.watch.start(subject));
		SignInProof signIn = this.watch.look(subject, watched);
		CheckReport report = this.verifier.verify(signIn.isProven() ? subject.withSignInProven() : subject);
		Proof proof = new Proof(signIn, report);
		session.remember(looked, proof);
		return proof;
	}

	/** The connection of this session's run, or the one that is there. */
	VerificationSubject subject(WizardSession session) {
		WizardState state = session.state();
		NasAnswer nas = state.requireSignedInNas();
		AuthentikAnswer authentik = state.requireConnectedAuthentik();
		ApplyRun run = session.run();
		if (run != null) {
			return new VerificationSubject(state.requireConnection(), run.plan().desired().applicationSlug(),
					BaseUrl.parse(run.plan().desired().redirectUri().value()));
		}
		String slug = (state.desired() != null) ? state.desired().applicationSlug() : existingSlug(nas, authentik);
		return new VerificationSubject(state.requireConnection(), slug, nas.address());
	}

	private static String existingSlug(NasAnswer nas, AuthentikAnswer authentik) {
		Suggestion suggestion = new Suggestion(RedirectUri.of(nas.address()), authentik.requirePeer().address(),
				nas.requireSignedIn().sso().oidc(), authentik.requireConnected().surroundings());
		return suggestion.existingProvider()
			.map(OAuth2Provider::applicationSlug)
			.orElseGet(() -> suggestion.desiredState(null, List.of()).applicationSlug());
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
